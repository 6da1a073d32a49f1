import { editorSchema } from '../../office/editor-schema.ts';
import {
  type Answers,
  type Category,
  emptyRoster,
  planYaml,
  SHARES,
  type ShareName,
  timelineYaml,
} from '../../office/plan-template.ts';
import { planWorkbook } from '../../office/plan-workbook.ts';
import { paragraph } from '../../output/findings/section-text.ts';
import { ownBytes, ownText } from '../../output/gate.ts';
import { readQuantity } from '../../read/fields/quantity-text.ts';
import { memoryFiles } from '../../read/memory-files.ts';
import { loadPlan } from '../../read/plan/load.ts';
import type { Letterhead } from '../../read/roster/letterhead.ts';
import { join } from '../../values/path.ts';
import { headsOf, type QuantityData, quantityOf } from '../../values/quantity.ts';
import { isShareOfWhole } from '../../values/share.ts';
import { asksForFields, fieldLines, mappingOf } from '../mapping.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { importedYaml, importRoster, readingOf } from './import.ts';

/** Exit code of Ctrl-C. */
const CANCELLED = 130;
/** Flags that answer the questions: with one of them nothing is asked. */
const FLAGS = ['year', 'name', 'superior', 'total', 'category', 'ratio', 'reserve', 'example', 'yes'];

/** `plan init [DIR]`: a new plan folder, from questions or from flags. Nothing is written before everything is known. */
export async function runInit(session: Session, folder = '.', options: Options): Promise<number> {
  const { io, texts } = session;
  if (asksForFields(options)) {
    await session.emit(() => `${fieldLines(session).join('\n')}\n`, null);
    return EXIT.ok;
  }
  const keys = session.choice('--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  const files = new Map<string, string | Uint8Array>();
  const isWorkbook = /\.xlsx$/i.test(folder);
  if (isWorkbook && io.files.kind(folder) !== undefined && options.force !== true)
    throw new UsageError(texts.cli.errors.fileExists(folder));
  let said: string[] = [];
  if (options.example !== undefined) {
    const { default: examples } = await import('../../generated/templates.json', { with: { type: 'json' } });
    const name = session.choice('--example', options.example as string, Object.keys(examples));
    for (const [file, text] of Object.entries(examples[name as keyof typeof examples])) files.set(file, text);
  } else {
    if (!isWorkbook) refuseExisting(session, folder, ['plan.yaml', 'candidates.yaml', 'timeline.yaml']);
    const roster = await rosterOf(session, keys, options, isWorkbook ? folder : 'candidates.yaml');
    if (roster === undefined) return EXIT.failed;
    const fromFlags = answersOf(session, options, roster.letterhead);
    const asked =
      FLAGS.some(flag => options[flag] !== undefined) || !io.ask ? fromFlags : await ask(session, fromFlags);
    if (!asked) {
      session.tell(`${texts.init.cancelled}\n`);
      return CANCELLED;
    }
    files.set('plan.yaml', planYaml(asked, keys, texts.init.template));
    files.set('candidates.yaml', roster.yaml);
    const guessed = options.year === undefined && asked === fromFlags && roster.letterhead.year === undefined;
    said = [
      ...roster.said,
      ...toldBy(session, asked, roster.letterhead),
      ...(guessed ? [texts.init.yearGuessed(asked.year)] : []),
      texts.init.leftOpen(openOf(session, asked)),
    ];
    files.set('timeline.yaml', timelineYaml(asked, keys, texts.init.template));
    for (const kind of ['plan', 'candidates', 'timeline'] as const)
      files.set(join('.schema', `${kind}.json`), `${JSON.stringify(editorSchema(kind, keys), null, 1)}\n`);
  }
  if (isWorkbook) {
    session.emitOwn(ownBytes(await asWorkbook(session, files)), folder);
    const next = texts.workbook.next(folder);
    await session.emit(
      report => `${[...said, next].map(line => (line === '' ? '' : paragraph(line, report))).join('\n')}\n`,
      null,
    );
    return EXIT.ok;
  }
  refuseExisting(session, folder, [...files.keys()]);
  io.files.makeFolder(folder);
  if ([...files.keys()].some(file => file.startsWith('.schema')))
    io.files.makeFolder(join(folder, '.schema'));
  writeAll(session, folder, files);
  const next = texts.init.next(folder, options.from !== undefined || options.example !== undefined);
  const lines = said.length > 0 ? [...said, '', next] : [next];
  await session.emit(
    report => `${lines.map(line => (line === '' ? '' : paragraph(line, report))).join('\n')}\n`,
    null,
  );
  return EXIT.ok;
}

/** The files of a new plan as one workbook to fill in. */
async function asWorkbook(
  { texts, asOf }: Session,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const held = [...files].map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
  }));
  const { data } = await loadPlan('.', { files: memoryFiles(held), asOf });
  return planWorkbook(data!, { texts: texts.workbook, made: asOf, emptyRows: EMPTY_ROWS });
}

/** Rows to fill in below those that a new plan has. */
const EMPTY_ROWS = 5;

/** Writes all files or none: half a plan folder would stand in the way of the next attempt. @throws {WriteError} */
function writeAll(session: Session, folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const { io, texts } = session;
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      const path = join(folder, file);
      io.files.write(path, typeof content === 'string' ? ownText(content) : ownBytes(content), {
        replace: false,
      });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) io.files.takeBack(path);
    if (written.length > 0) session.tell(`plan: ${texts.faults.takenBack(written)}\n`);
    throw error;
  }
  for (const path of written) session.tell(`${texts.cli.wrote(path)}\n`);
}

/** Files are looked for before anything is asked or written. @throws {UsageError} */
function refuseExisting({ io, texts }: Session, folder: string, files: readonly string[]): void {
  const kind = io.files.kind(folder);
  if (kind !== undefined && kind !== 'directory') throw new UsageError(texts.init.notAFolder(folder));
  for (const file of files) {
    const path = join(folder, file);
    if (io.files.kind(path) !== undefined) throw new UsageError(texts.init.exists(path));
  }
}

/** The roster that is read, or an empty one, with what reading it says. */
async function rosterOf(
  session: Session,
  keys: 'zh' | 'en',
  options: Options,
  result: string,
): Promise<{ yaml: string; said: string[]; letterhead: Letterhead } | undefined> {
  const { from } = options;
  if (from === undefined)
    return { yaml: emptyRoster(keys, session.texts.init.template), said: [], letterhead: {} };
  const imported = await importRoster(
    session,
    from as string,
    mappingOf(session, options),
    options.sheet as string | undefined,
  );
  if (!imported) return undefined;
  return {
    yaml: importedYaml(session, from as string, keys, imported, '.schema/candidates.json'),
    said: readingOf(session, from as string, result, imported),
    letterhead: imported.document.roster.letterhead,
  };
}

/** What the plan takes from the roster's title, with the words that say it. */
function toldBy({ texts }: Session, { year, name }: Answers, letterhead: Letterhead): string[] {
  const { init } = texts;
  const told = [
    ...(letterhead.year?.value === year ? [init.told.year(year, letterhead.year.text)] : []),
    ...(letterhead.organization?.value === name ? [init.told.name(name, letterhead.organization.text)] : []),
  ];
  return told.length === 0 ? [] : [init.fromRoster(told)];
}

/** What the flags say, and then what the roster says; the rest stays open. @throws {UsageError} */
function answersOf(session: Session, options: Options, letterhead: Letterhead): Answers {
  const { texts, io } = session;
  const year = yearOf(session, options.year, letterhead.year?.value ?? io.now().getFullYear());
  const categories =
    (options.category as string[] | undefined)?.map((each, index) => categoryOf(session, each, index)) ?? [];
  const sum = sumOf(categories);
  const total =
    options.total === undefined
      ? (sum ?? 'pending')
      : valueFrom(session, '--total', options.total as string, readTotal, texts.init.totalForm);
  if (categories.length > 0 && sum !== undefined && typeof total === 'number' && sum !== total)
    throw new UsageError(texts.init.sumMismatch(sum, total));
  const reserve =
    options.reserve === undefined
      ? undefined
      : valueFrom(session, '--reserve', options.reserve as string, readReserve, texts.init.reserveForm);
  return {
    year,
    name: (options.name as string | undefined) ?? letterhead.organization?.value ?? texts.init.unit,
    superior: (options.superior as string | undefined) ?? '',
    total,
    categories: withOwnIds(categories),
    shares: sharesOf(session, options.ratio as string[] | undefined),
    ...(reserve && { reserve }),
    candidates: 'candidates.yaml',
  };
}

/** The value that a text stands for. @throws {UsageError} */
function valueFrom<T>(
  { texts }: Session,
  option: string,
  text: string,
  read: (text: string) => T | undefined,
  allowed: string,
): T {
  const value = read(text);
  if (value === undefined) throw new UsageError(texts.cli.errors.invalidValue(option, text, allowed));
  return value;
}

const MOST = 100_000;

/** `12`, `30名左右`, `不超过30`; empty where nobody has said it yet. */
function readTotal(text: string): NonNullable<QuantityData> | undefined {
  const plain = text.replace(/\s/g, '');
  const value = plain === '' ? 'pending' : readQuantity(plain);
  const heads = value === undefined ? undefined : headsOf(quantityOf(value));
  return heads !== undefined && heads > MOST ? undefined : value;
}

/** `2`, `2-3` */
function readReserve(text: string): Answers['reserve'] {
  const match = /^(\d{1,3})(?:\s*[-–—~至]\s*(\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [min, max] = [Number(match[1]), match[2] === undefined ? undefined : Number(match[2])];
  if (max === undefined) return { min };
  return max < min ? undefined : { min, max };
}

/** What the categories come to; undefined where there are none, or a number is not exact. */
function sumOf(categories: readonly Category[]): number | undefined {
  if (categories.length === 0) return undefined;
  let sum = 0;
  for (const { count } of categories) {
    if (typeof count !== 'number') return undefined;
    sum += count;
  }
  return sum;
}

function yearOf({ texts }: Session, text: unknown, usual: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (!/^\d{4}$/.test(String(text)) || value < 1949 || value > 2199)
    throw new UsageError(texts.cli.errors.invalidValue('--year', String(text), ['1949–2199']));
  return value;
}

const USUAL_IDS: readonly (readonly [RegExp, string])[] = [
  [/农|牧/, 'farmer'],
  [/机关|事业|干部/, 'office'],
  [/学校|教师|教育/, 'school'],
  [/企业|工人|非公/, 'enterprise'],
  [/社区|居民/, 'community'],
];

/** `农牧民:7`, `农牧民:7名左右`, or with a code `farmer:农牧民:7`. @throws {UsageError} */
function categoryOf({ texts }: Session, text: string, index: number): Category {
  const category = readCategory(text, index);
  if (!category)
    throw new UsageError(texts.cli.errors.invalidValue('--category', text, [texts.init.categoryForm]));
  return category;
}

function readCategory(text: string, index: number): Category | undefined {
  const match = /^(?:([^:：\s]+)[:：])?([^:：]+)[:：]([^:：]+)$/.exec(text.trim());
  if (!match) return undefined;
  const [, id, name, number] = match;
  const count = readQuantity(number!.replace(/\s/g, ''));
  const heads = count === undefined ? undefined : headsOf(quantityOf(count));
  if (count === undefined || (heads !== undefined && heads > MOST / 10)) return undefined;
  const usual = USUAL_IDS.find(([pattern]) => pattern.test(name!))?.[1];
  return { id: id ?? usual ?? `category-${index + 1}`, name: name!.trim(), count };
}

/** `women=45%`; `none` for no demands, which is what nobody says is as well. */
function sharesOf({ texts }: Session, ratios: string[] | undefined): Answers['shares'] {
  const shares: Answers['shares'] = {};
  for (const text of ratios ?? []) {
    if (text === 'none') continue;
    const [name = '', share = ''] = text.replace('＝', '=').replace('％', '%').split('=');
    const known = SHARES.find(each => each === name || texts.init.template.share[each] === name);
    if (!known || !isShareOfWhole(share))
      throw new UsageError(
        texts.cli.errors.invalidValue('--ratio', text, [
          texts.init.ratioForm(SHARES.map(each => texts.init.template.share[each])),
        ]),
      );
    shares[known] = share;
  }
  return shares;
}

/** The questions, each with its default; undefined when the user breaks off. */
async function ask(session: Session, usual: Answers): Promise<Answers | undefined> {
  const { io, texts } = session;
  const { questions, invalidNumber } = texts.init;
  const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? undefined : invalidNumber);
  const year = await io.ask!({ message: questions.year, initial: String(usual.year), check: whole });
  if (year === undefined) return undefined;
  const name = await io.ask!({ message: questions.name, initial: usual.name });
  if (name === undefined) return undefined;
  const superior = await io.ask!({ message: questions.superior, initial: '' });
  if (superior === undefined) return undefined;
  const { invalidTotal, invalidReserve } = texts.init;
  const totalText = await io.ask!({
    message: questions.total,
    initial: '',
    check: text => (readTotal(text) === undefined ? invalidTotal : undefined),
  });
  if (totalText === undefined) return undefined;
  const total = readTotal(totalText)!;
  const categories = await askCategories(session, total);
  if (!categories) return undefined;
  const shares: Answers['shares'] = {};
  for (const share of SHARES) {
    const answer = await io.ask!({
      message: questions.share(texts.init.template.share[share as ShareName]),
      initial: '',
      check: text =>
        text.trim() === '' || isShareOfWhole(text.trim().replace('％', '%')) ? undefined : questions.percent,
    });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') shares[share] = answer.trim().replace('％', '%');
  }
  const reserveText = await io.ask!({
    message: questions.reserve,
    initial: '',
    check: text => (text.trim() === '' || readReserve(text) ? undefined : invalidReserve),
  });
  if (reserveText === undefined) return undefined;
  const reserve = readReserve(reserveText);
  return {
    ...usual,
    year: Number(year),
    name: name.trim() === '' ? usual.name : name.trim(),
    superior: superior.trim(),
    total,
    categories: withOwnIds(categories),
    shares,
    ...(reserve && { reserve }),
  };
}

/** Categories, one after the other, until none is named; of an exact total they give out all. */
async function askCategories(
  { io, texts }: Session,
  total: NonNullable<QuantityData>,
): Promise<Category[] | undefined> {
  const { questions, categoryForm } = texts.init;
  const categories: Category[] = [];
  for (;;) {
    const given = sumOf(categories) ?? (categories.length === 0 ? 0 : undefined);
    const left = typeof total === 'number' && given !== undefined ? total - given : undefined;
    if (categories.length > 0 && left === 0) return categories;
    const answer = await io.ask!({
      message: questions.category(left),
      initial: '',
      check: text => {
        if (text.trim() === '')
          return categories.length > 0 && left !== undefined ? questions.categoryLeft(left) : undefined;
        const category = readCategory(text, categories.length);
        if (!category) return categoryForm;
        const over = left === undefined || typeof category.count !== 'number' ? 0 : category.count - left;
        return over > 0 ? questions.categoryOver(over) : undefined;
      },
    });
    if (answer === undefined) return undefined;
    if (answer.trim() === '') return categories;
    categories.push(readCategory(answer, categories.length)!);
  }
}

/** Two categories that are called alike, two enterprises for one, have codes of their own. */
function withOwnIds(categories: readonly Category[]): Category[] {
  const used = new Set<string>();
  return categories.map(category => {
    let { id } = category;
    for (let number = 2; used.has(id); number++) id = `${category.id}-${number}`;
    used.add(id);
    return { ...category, id };
  });
}

/** What is left open in a new plan, named: nothing is taken from anywhere in silence. */
function openOf({ texts }: Session, { name, total, categories, shares, reserve }: Answers): string[] {
  const { open, unit } = texts.init;
  return [
    ...(name === unit ? [open.name] : []),
    ...(total === 'pending' ? [open.total] : []),
    ...(categories.length === 0 ? [open.categories] : []),
    ...(Object.keys(shares).length === 0 ? [open.shares] : []),
    ...(reserve ? [] : [open.reserve]),
    open.dates,
  ];
}

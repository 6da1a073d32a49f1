import { join } from 'node:path';
import { editorSchema } from '../../office/editor-schema.ts';
import {
  type Answers,
  type Category,
  DEFAULTS,
  emptyRoster,
  planYaml,
  SHARES,
  type ShareName,
  timelineYaml,
} from '../../office/plan-template.ts';
import { paragraph } from '../../output/findings/section-text.ts';
import { ownBytes, ownText } from '../../output/gate.ts';
import { asksForFields, fieldLines, mappingOf } from '../mapping.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';
import { importedYaml, importRoster, readingOf } from './import.ts';

/** Exit code of Ctrl-C. */
const CANCELLED = 130;
/** Flags that answer the questions: with one of them nothing is asked. */
const FLAGS = ['year', 'name', 'superior', 'total', 'category', 'ratio', 'example', 'yes'];

/** `plan init [DIR]`: a new plan folder, from questions or from flags. Nothing is written before everything is known. */
export async function runInit(session: Session, folder = '.', options: Options): Promise<number> {
  const { io, texts } = session;
  if (asksForFields(options)) {
    await session.emit(() => `${fieldLines(session).join('\n')}\n`, null);
    return EXIT.ok;
  }
  const keys = session.choice('--keys', (options.keys as string) ?? texts.language, ['zh', 'en']);
  const files = new Map<string, string | Uint8Array>();
  let said: string[] = [];
  if (options.example !== undefined) {
    const { default: examples } = await import('../../generated/templates.json', { with: { type: 'json' } });
    const name = session.choice('--example', options.example as string, Object.keys(examples));
    for (const [file, text] of Object.entries(examples[name as keyof typeof examples])) files.set(file, text);
  } else {
    refuseExisting(session, folder, ['plan.yaml', 'candidates.yaml', 'timeline.yaml']);
    const fromFlags = answersOf(session, options);
    const asked =
      FLAGS.some(flag => options[flag] !== undefined) || !io.ask ? fromFlags : await ask(session, fromFlags);
    if (!asked) {
      session.tell(`${texts.init.cancelled}\n`);
      return CANCELLED;
    }
    const roster = await rosterOf(session, keys, options);
    if (roster === undefined) return EXIT.failed;
    files.set('plan.yaml', planYaml(asked, keys, texts.init.template));
    files.set('candidates.yaml', roster.yaml);
    said = roster.said;
    files.set('timeline.yaml', timelineYaml(asked.year, keys, texts.init.template));
    for (const kind of ['plan', 'candidates', 'timeline'] as const)
      files.set(join('.schema', `${kind}.json`), `${JSON.stringify(editorSchema(kind, keys), null, 1)}\n`);
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
): Promise<{ yaml: string; said: string[] } | undefined> {
  const { from } = options;
  if (from === undefined) return { yaml: emptyRoster(keys, session.texts.init.template), said: [] };
  const imported = await importRoster(
    session,
    from as string,
    mappingOf(session, options),
    options.sheet as string | undefined,
  );
  if (!imported) return undefined;
  return {
    yaml: importedYaml(session, from as string, keys, imported, '.schema/candidates.json'),
    said: readingOf(session, from as string, 'candidates.yaml', imported),
  };
}

/** What the flags say, and the defaults of the plan of 2016 for the rest. @throws {UsageError} */
function answersOf(session: Session, options: Options): Answers {
  const { texts, io } = session;
  const year = wholeOf(session, '--year', options.year, io.now().getFullYear());
  const categories = (options.category as string[] | undefined)?.map((each, index) =>
    categoryOf(session, each, index),
  );
  const sum = (list: readonly Category[]) => list.reduce((total, { count }) => total + count, 0);
  const total = wholeOf(session, '--total', options.total, categories ? sum(categories) : DEFAULTS.total);
  return {
    year,
    name: (options.name as string | undefined) ?? texts.init.unit,
    superior: (options.superior as string | undefined) ?? '',
    total,
    // The usual categories only fit the usual total; otherwise the plan has one quota for all.
    categories: categories ?? (total === DEFAULTS.total ? DEFAULTS.categories : []),
    shares: sharesOf(session, options.ratio as string[] | undefined),
    candidates: 'candidates.yaml',
  };
}

function wholeOf({ texts }: Session, option: string, text: unknown, usual: number): number {
  if (text === undefined) return usual;
  const [least, most] = option === '--year' ? [1949, 2199] : [0, 100_000];
  const value = Number(text);
  if (!/^\d{1,6}$/.test(String(text)) || value < least || value > most)
    throw new UsageError(texts.cli.errors.invalidValue(option, String(text), `${least}–${most}`));
  return value;
}

const USUAL_IDS: readonly (readonly [RegExp, string])[] = [
  [/农|牧/, 'farmer'],
  [/机关|事业|干部/, 'office'],
  [/学校|教师|教育/, 'school'],
  [/企业|工人|非公/, 'enterprise'],
  [/社区|居民/, 'community'],
];

/** `农牧民:7`, or with a code `farmer:农牧民:7`. */
function categoryOf({ texts }: Session, text: string, index: number): Category {
  const match = /^(?:([^:：\s]+)[:：])?([^:：]+)[:：](\d{1,5})$/.exec(text.trim());
  if (!match)
    throw new UsageError(texts.cli.errors.invalidValue('--category', text, texts.init.categoryForm));
  const [, id, name, count] = match;
  const usual = USUAL_IDS.find(([pattern]) => pattern.test(name!))?.[1];
  return { id: id ?? usual ?? `category-${index + 1}`, name: name!.trim(), count: Number(count) };
}

/** `women=45%`; `none` for no demands at all. */
function sharesOf({ texts }: Session, ratios: string[] | undefined): Answers['shares'] {
  if (!ratios) return DEFAULTS.shares;
  const shares: Answers['shares'] = {};
  for (const text of ratios) {
    if (text === 'none') continue;
    const [name = '', share = ''] = text.replace('＝', '=').replace('％', '%').split('=');
    const known = SHARES.find(each => each === name || texts.init.template.share[each] === name);
    if (!known || !/^(100|\d{1,2}(\.\d{1,4})?)%$/.test(share))
      throw new UsageError(texts.cli.errors.invalidValue('--ratio', text, texts.init.ratioForm([...SHARES])));
    shares[known] = share;
  }
  return shares;
}

/** The questions, each with its default; undefined when the user breaks off. */
async function ask({ io, texts }: Session, usual: Answers): Promise<Answers | undefined> {
  const { questions, invalidNumber } = texts.init;
  const whole = (text: string) => (/^\d{1,6}$/.test(text.trim()) ? undefined : invalidNumber);
  const year = await io.ask!({ message: questions.year, initial: String(usual.year), check: whole });
  if (year === undefined) return undefined;
  const name = await io.ask!({ message: questions.name, initial: usual.name });
  if (name === undefined) return undefined;
  const superior = await io.ask!({ message: questions.superior, initial: '' });
  if (superior === undefined) return undefined;
  const total = await io.ask!({ message: questions.total, initial: String(usual.total), check: whole });
  if (total === undefined) return undefined;
  const categories: Category[] = [];
  for (const category of DEFAULTS.categories) {
    const initial = Number(total) === DEFAULTS.total ? category.count : 0;
    const count = await io.ask!({
      message: questions.category(category.name),
      initial: String(initial),
      check: whole,
    });
    if (count === undefined) return undefined;
    if (Number(count) > 0) categories.push({ ...category, count: Number(count) });
  }
  const shares: Answers['shares'] = {};
  for (const share of SHARES) {
    const answer = await io.ask!({
      message: questions.share(texts.init.template.share[share as ShareName]),
      initial: DEFAULTS.shares[share],
      check: text =>
        /^$|^(100|\d{1,2}(\.\d{1,4})?)[%％]$/.test(text.trim()) ? undefined : questions.percent,
    });
    if (answer === undefined) return undefined;
    if (answer.trim() !== '') shares[share] = answer.trim().replace('％', '%');
  }
  return {
    ...usual,
    year: Number(year),
    name: name.trim() === '' ? usual.name : name.trim(),
    superior: superior.trim(),
    total: Number(total),
    categories,
    shares,
  };
}

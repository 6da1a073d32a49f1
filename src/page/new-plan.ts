import { dayFrom } from '../core.ts';
import { type Answers, emptyRoster, planYaml, timelineYaml } from '../office/plan-template.ts';
import { readQuantity } from '../read/fields/quantity-text.ts';
import { Problems } from '../read/problem.ts';
import { readRosterDocument } from '../read/roster/document.ts';
import type { Language } from '../text/language.ts';
import type { Texts } from '../text/texts.ts';
import type { QuantityData } from '../values/quantity.ts';
import type { InputFile } from './memory.ts';
import { sheetsOf } from './sheet.ts';

/** What the clerk answers; counts are as they are typed. */
export interface Answered {
  unit: string;
  superior: string;
  year: number;
  total: NonNullable<QuantityData>;
  categories: { name: string; count: string }[];
  shares: Answers['shares'];
}

/** What can be told from the roster alone. */
export interface Suggested {
  name: string;
  year: number;
  total: number;
  categories: { name: string; count: string }[];
}

/** Rows at the top of a sheet in which an office says whose roster it is. */
const HEAD_ROWS = 6;
const LABELLED =
  /(?:填报|上报|报送)?(?:单位|党组织)(?:名称)?(?:[（(][^）)]*[）)])?[：:]\s*([^\s：:，,（(]{2,30})/u;
/** `甲镇2026年入党积极分子名册`: a title begins with whose it is. */
const TITLE =
  /^((?:中共)?[\p{Script=Han}·]{1,20}?(?:党委|党工委|党组|党总支|党支部|委员会|镇|乡|街道|局|学校|医院|公司))(?=[\d０-９年入积发拟党名花])/u;
const YEAR = /(20\d\d)\s*年?/;

/** What the roster tells by itself: the unit and the year from what stands above the table, places from its people. */
export function suggested(roster: InputFile | undefined): Suggested {
  const year = new Date().getFullYear();
  const none = { name: '', year, total: 0, categories: [] };
  if (!roster) return none;
  const { name, year: told } = aboveTable(roster);
  const document = readRosterDocument(roster.path, roster.bytes, new Problems(), { asOf: dayFrom({}) });
  const nominees = document?.value.candidates.filter(({ role }) => role === 'nominee') ?? [];
  const counts = new Map<string, number>();
  for (const { category } of nominees)
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  return {
    name,
    year: told ?? year,
    total: nominees.length,
    categories: [...counts].map(([category, count]) => ({ name: category, count: String(count) })),
  };
}

function aboveTable({ path, bytes }: InputFile): { name: string; year: number | undefined } {
  let cells: string[] = [];
  try {
    cells = sheetsOf(path, bytes).flatMap(({ rows }) => rows.slice(0, HEAD_ROWS).flat());
  } catch {
    // What cannot be shown as a sheet is told where it is read.
  }
  const texts = [...cells, path.replace(/^.*\//, '').replace(/\.\w+$/, '')].map(text =>
    text.replaceAll(/\s+/g, ''),
  );
  const first = (pattern: RegExp) =>
    texts.map(text => pattern.exec(text)?.[1]).find(found => found !== undefined);
  const year = first(YEAR);
  return { name: first(LABELLED) ?? first(TITLE) ?? '', year: year === undefined ? undefined : Number(year) };
}

/** `12`, `30名左右`; nothing where it is not known yet; undefined for what is no number. */
export function numberTyped(text: string): NonNullable<QuantityData> | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  return plain === '' ? 'pending' : readQuantity(plain);
}

/** The files with a new plan beside the roster. The roster stays the Excel sheet that it is: the plan names it. */
export function planFrom(
  answered: Answered,
  files: readonly InputFile[],
  roster: InputFile | undefined,
  keys: Language,
  texts: Texts,
): InputFile[] {
  const categories = answered.categories
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, count }, index) => ({
      id: `category-${index + 1}`,
      name: name.trim(),
      count: numberTyped(count) ?? ('pending' as const),
    }));
  const folder = roster?.path.includes('/') ? roster.path.slice(0, roster.path.lastIndexOf('/') + 1) : '';
  const answers: Answers = {
    year: answered.year,
    name: answered.unit.trim() === '' ? texts.init.unit : answered.unit.trim(),
    superior: answered.superior.trim(),
    total: answered.total,
    categories,
    shares: answered.shares,
    candidates: roster ? roster.path.slice(folder.length) : 'candidates.yaml',
  };
  const { template } = texts.init;
  const text: [string, string][] = [
    ['plan.yaml', planYaml(answers, keys, template)],
    ['timeline.yaml', timelineYaml(answers, keys, template)],
    ...(roster ? [] : [['candidates.yaml', emptyRoster(keys, template)] as [string, string]]),
  ];
  const made = text.map(([path, content]) => ({
    path: folder + path,
    bytes: new TextEncoder().encode(content),
  }));
  const paths = new Set(made.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...made];
}

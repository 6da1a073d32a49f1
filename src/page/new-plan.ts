import { dayFrom } from '../library/core.ts';
import { type Answers, emptyRoster, planYaml, timelineYaml } from '../office/plan-template.ts';
import { readQuantity } from '../read/fields/quantity-text.ts';
import { PLAN_FILE, ROSTER_FILE, TIMELINE_FILE } from '../read/file-names.ts';
import { Problems } from '../read/problem.ts';
import { readRosterDocument } from '../read/roster/document.ts';
import type { Language } from '../text/language.ts';
import type { Texts } from '../text/texts.ts';
import type { QuantityData } from '../values/quantity.ts';
import type { InputFile } from './memory.ts';

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

/** What the roster tells by itself: the unit and the year from what stands above the table, places from its people. */
export function suggested(roster: InputFile | undefined): Suggested {
  const year = new Date().getFullYear();
  const none = { name: '', year, total: 0, categories: [] };
  if (!roster) return none;
  const document = readRosterDocument(roster.path, roster.bytes, new Problems(), { asOf: dayFrom({}) });
  const { organization, year: told } = document?.roster.letterhead ?? {};
  const nominees = document?.value.candidates.filter(({ role }) => role === 'nominee') ?? [];
  const counts = new Map<string, number>();
  for (const { category } of nominees)
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  return {
    name: organization?.value ?? '',
    year: told?.value ?? year,
    total: nominees.length,
    categories: [...counts].map(([category, count]) => ({ name: category, count: String(count) })),
  };
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
    candidates: roster ? roster.path.slice(folder.length) : ROSTER_FILE,
  };
  const { template } = texts.init;
  const text: [string, string][] = [
    [PLAN_FILE, planYaml(answers, keys, template)],
    [TIMELINE_FILE, timelineYaml(answers, keys, template)],
    ...(roster ? [] : [[ROSTER_FILE, emptyRoster(keys, template)] as [string, string]]),
  ];
  const made = text.map(([path, content]) => ({
    path: folder + path,
    bytes: new TextEncoder().encode(content),
  }));
  const paths = new Set(made.map(({ path }) => path));
  return [...files.filter(({ path }) => !paths.has(path)), ...made];
}

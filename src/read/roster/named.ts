import type { Candidate } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { Day } from '../../values/day.ts';
import type { Listed } from '../plan/build.ts';
import type { Problems, SchemaArgs } from '../problem.ts';
import { readRosterDocument } from './document.ts';
import { fieldList, mapHeading } from './mapping.ts';
import type { Roster } from './roster.ts';
import type { Target } from './target.ts';

/** A workbook as a plan names it: `candidates: { file: 名册.xlsx, sheet: 积极分子, columns: { 现岗位: 单位及职务 } }`. */
export interface NamedRoster {
  sheet?: string;
  columns?: Record<string, string>;
  /** where the plan names it */
  place: Place;
  asOf: Day;
}

/** Reads the people of the workbook that a plan names; what the plan says of it and is not so goes to `problems`. */
export function readNamedRoster(
  path: string,
  bytes: Uint8Array,
  { sheet, columns = {}, place, asOf }: NamedRoster,
  problems: Problems,
): Listed<Candidate> | undefined {
  const mapping = new Map<string, Target | null>();
  for (const [heading, field] of Object.entries(columns)) {
    const parsed = mapHeading(heading, SKIP.has(field.trim()) ? '' : field);
    if ('heading' in parsed) mapping.set(parsed.heading, parsed.target);
    else
      problems.add('input/schema', place.at('columns', heading), {
        ...NOTHING,
        field: heading,
        problem: 'value',
        value: parsed.name,
        allowed: fieldList().map(({ title }) => title),
        nearest: parsed.nearest,
      });
  }
  const document = readRosterDocument(path, bytes, problems, {
    asOf,
    mapping,
    ...(sheet !== undefined && { sheet }),
  });
  if (!document) return undefined;
  reportAbsent(document.roster, sheet, [...mapping.keys()], place, problems);
  return { items: document.value.candidates, place: document.place.at('candidates') };
}

/** Written for a column that is not to be read. */
const SKIP = new Set(['不读', '不读取', 'skip']);

const NOTHING: Pick<SchemaArgs, 'value' | 'allowed' | 'expected' | 'nearest'> = {
  value: '',
  allowed: [],
  expected: '',
  nearest: '',
};

function reportAbsent(
  { sheets, tables }: Roster,
  sheet: string | undefined,
  asked: string[],
  place: Place,
  problems: Problems,
): void {
  if (sheet !== undefined && !sheets.includes(sheet))
    problems.add('input/schema', place.at('sheet'), {
      ...NOTHING,
      field: '工作表',
      problem: 'value',
      value: sheet,
      allowed: sheets,
    });
  const headings = tables.flatMap(({ columns }) =>
    columns.flatMap(({ heading }) => [heading, ...heading.split('/')]),
  );
  for (const heading of asked)
    if (!headings.includes(heading))
      problems.add('input/schema', place.at('columns', heading), {
        ...NOTHING,
        field: '栏目',
        problem: 'value',
        value: heading,
        allowed: [...new Set(headings)],
      });
}

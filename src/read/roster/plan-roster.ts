import type { Candidate } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type { Day } from '../../values/day.ts';
import type { Listed } from '../plan/build.ts';
import { difference, type Problems } from '../problem.ts';
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
  /** of the plan */
  year: number;
}

/** Reads the people of the workbook that a plan names; what the plan says of it and is not so goes to `problems`. */
export function readNamedRoster(
  path: string,
  bytes: Uint8Array,
  { sheet, columns = {}, place, asOf, year }: NamedRoster,
  problems: Problems,
): Listed<Candidate> | undefined {
  const mapping = new Map<string, Target | null>();
  for (const [heading, field] of Object.entries(columns)) {
    const parsed = mapHeading(heading, SKIP.has(field.trim()) ? '' : field);
    if ('heading' in parsed) mapping.set(parsed.heading, parsed.target);
    else
      problems.add(
        'input/schema',
        place.at('columns', heading),
        difference('value', {
          field: heading,
          value: parsed.name,
          allowed: fieldList().map(({ title }) => title),
          nearest: parsed.nearest,
        }),
      );
  }
  const document = readRosterDocument(path, bytes, problems, {
    asOf,
    year,
    isJudged: true,
    mapping,
    ...(sheet !== undefined && { sheet }),
  });
  if (!document) return undefined;
  reportAbsent(document.roster, sheet, [...mapping.keys()], place, problems);
  return { items: document.value.candidates, place: document.place.at('candidates') };
}

/** Written for a column that is not to be read. */
const SKIP = new Set(['不读', '不读取', 'skip']);

function reportAbsent(
  { sheets, tables }: Roster,
  sheet: string | undefined,
  asked: string[],
  place: Place,
  problems: Problems,
): void {
  const isNotThere = (at: Place, field: string, value: string, allowed: string[]) =>
    problems.add('input/schema', at, difference('value', { field, value, allowed }));
  if (sheet !== undefined && !sheets.includes(sheet)) isNotThere(place.at('sheet'), '工作表', sheet, sheets);
  const headings = tables.flatMap(({ columns }) =>
    columns.flatMap(({ heading }) => [heading, ...heading.split('/')]),
  );
  for (const heading of asked)
    if (!headings.includes(heading))
      isNotThere(place.at('columns', heading), '栏目', heading, [...new Set(headings)]);
}

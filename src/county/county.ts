import type { CountyFile } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import { NATIONAL } from '../norms/norms.ts';
import { readDocument } from '../read/document.ts';
import { type Files, readBytes } from '../read/files.ts';
import { Problems } from '../read/problem.ts';
import { SourceFile } from '../read/text/source.ts';
import { checkPlan, type Finding } from '../rules/check.ts';
import { type BatchCode, batchRules, type FindingArgs } from '../rules/index.ts';
import { type Day, dayOf } from '../values/day.ts';
import { dirname, isWithin as isBelow, join } from '../values/path.ts';
import type { Comparator } from '../values/share.ts';
import {
  acceptedHeads,
  amountText,
  COMPARATORS,
  headsAtMost,
  isWithin,
  parseAmount,
  percentOf,
} from '../values/share.ts';
import type { PersonKey } from './people.ts';
import type { BatchRow } from './row.ts';

/** A county's file as it was read: an entry that lacks what it needs was reported, and is null (read/form/prune.ts). */
type ReadCountyFile = Omit<CountyFile, 'townships' | 'structure'> & {
  townships: (CountyFile['townships'][number] | null)[];
  structure?: (NonNullable<CountyFile['structure']>[number] | null)[];
};

/** A county's plan, read: its townships by their folder, and what was wrong with the file. */
export interface County {
  path: string;
  file?: ReadCountyFile;
  place: Place;
  /** folders of the townships' plans, in the order of the file; absent where it names none */
  folders: (string | undefined)[];
  findings: Finding[];
  unreadable: boolean;
}

/** Reads a county's file. */
export async function readCounty(path: string, files: Files, asOf: Day): Promise<County> {
  const problems = new Problems(undefined, files.limits);
  const bytes = readBytes(files, path, problems);
  const document = bytes && (await readDocument<ReadCountyFile>('county', path, bytes, problems));
  const { findings } = checkPlan({ path, problems }, asOf);
  const file = document?.value;
  return {
    path,
    place: document?.place ?? new SourceFile(path, '').place(0, 0),
    folders:
      file?.townships.map(township =>
        township?.path === undefined ? undefined : join(dirname(path), township.path),
      ) ?? [],
    findings,
    unreadable: problems.unreadable || !file,
    ...(file && { file }),
  };
}

/** The sum of a county's townships against its plan. */
export interface Rollup {
  allocated: number;
  /** total less what the county holds back */
  toAllocate: number;
  /** quotas of the townships' own plans */
  planned: number;
  nominees: number;
  reserves: { min: number; max: number | null; have: number };
  applicants: number;
  activists: number;
  structure: CountyRequirement[];
}

export interface CountyRequirement {
  /** place in the county's list */
  index: number;
  id: string;
  name: string;
  comparator: Comparator;
  amount: string;
  whole: number;
  min: number;
  max: number | null;
  have: number;
  /** townships that do not count it: their plans have no requirement of this id */
  without: number;
  met: boolean;
}

/**
 * Adds up heads, never ratios: a requirement of the county is held against the heads that the townships count for the
 * requirement of the same id.
 */
export function rollUp({ file }: County, rows: readonly BatchRow[]): Rollup | undefined {
  if (!file) return undefined;
  const sums = rows.flatMap(({ sums: own }) => (own ? [own] : []));
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const planned = total(sums.map(({ quota }) => quota ?? 0));
  return {
    allocated: total(file.townships.map(township => township?.quota ?? 0)),
    toAllocate: file.quota.total - (file.quota.held ?? 0),
    planned,
    nominees: total(sums.map(({ nominees }) => nominees)),
    reserves: {
      min: total(sums.map(({ reserveMin }) => reserveMin)),
      max: sums.some(({ reserveMax }) => reserveMax === null)
        ? null
        : total(sums.map(({ reserveMax }) => reserveMax ?? 0)),
      have: total(sums.map(({ reserves }) => reserves)),
    },
    applicants: total(sums.map(({ applicants }) => applicants)),
    activists: total(sums.map(({ activists }) => activists)),
    structure: (file.structure ?? []).flatMap((requirement, index) => {
      if (!requirement) return [];
      const comparator = COMPARATORS.find(name => requirement[name] !== undefined)!;
      const amount = parseAmount(requirement[comparator]!);
      const range = acceptedHeads(comparator, amount, planned);
      const states = rows
        .filter(({ sums: own }) => own)
        .map(({ result }) => result.structure?.find(({ id }) => id === requirement.id));
      const have = total(states.map(state => state?.nominees ?? 0));
      return {
        index,
        id: requirement.id,
        name: requirement.name,
        comparator,
        amount: amountText(amount),
        whole: planned,
        min: range.min,
        max: range.max ?? null,
        have,
        without: states.filter(state => !state).length,
        met: isWithin(have, range),
      };
    }),
  };
}

/** What is found of the county as a whole. */
export function countyFindings(
  county: County,
  rollup: Rollup,
  rows: readonly BatchRow[],
  files: Files,
): Finding[] {
  const { file, place, folders } = county;
  if (!file) return [];
  const findings: Finding[] = [];
  // What is demanded of a plan is what holds at the end of its year (rules/rule.ts).
  const day = dayOf(file.year, 12, 31)!;
  const add = <C extends BatchCode>(
    code: C,
    at: Place,
    args: FindingArgs[C],
    subject = '',
    severity?: Finding['severity'],
  ) => findings.push(batchFinding(code, at, args, day, subject, severity));
  // A township whose entry could not be read was allocated nobody knows what.
  if (!file.townships.includes(null) && rollup.allocated !== rollup.toAllocate)
    add('batch/sum-mismatch', place.at('quota', 'total'), {
      total: file.quota.total,
      held: file.quota.held ?? 0,
      allocated: rollup.allocated,
    });
  const plans = new Map(rows.map(row => [row.result.path, row]));
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const [index, township] of file.townships.entries()) {
    if (!township) continue;
    const { name } = township;
    const folder = folders[index];
    const at = place.at('townships', index, 'path');
    const owner = folder === undefined ? undefined : owners.get(folder);
    if (names.has(name))
      add(
        'batch/township-twice',
        place.at('townships', index, 'name'),
        { name, other: name, by: 'name', path: folder ?? '' },
        name,
      );
    else if (owner !== undefined)
      add('batch/township-twice', at, { name, other: owner, by: 'folder', path: folder! }, name);
    names.add(name);
    if (owner !== undefined) continue;
    if (folder !== undefined) owners.set(folder, name);
    const plan = folder === undefined ? undefined : plans.get(folder);
    if (!plan?.sums && (folder === undefined || files.kind(folder) === undefined))
      add('batch/missing-township', at, { name, path: folder ?? '' }, name);
    const { year } = plan?.result ?? {};
    if (plan?.sums && year != null && year !== file.year)
      add('batch/year-mismatch', at, { name, path: folder!, year, countyYear: file.year }, name);
  }
  for (const { result, sums } of rows)
    if (!owners.has(result.path) && isBelow(dirname(county.path), result.path))
      add(
        'batch/unlisted-plan',
        place.at('townships'),
        { name: result.organization ?? result.path, path: result.path, total: sums?.quota ?? null },
        result.path,
      );
  for (const state of rollup.structure)
    if (!state.met && rollup.nominees > 0)
      add(
        'batch/structure-not-met',
        place.at('structure', state.index),
        {
          name: state.name,
          amount: state.amount,
          comparator: state.comparator,
          whole: state.whole,
          min: state.min,
          max: state.max,
          have: state.have,
        },
        state.id,
        file.structure?.[state.index]?.level === 'advisory' ? 'warning' : undefined,
      );
  const { lastYearActual, growthLimit } = file.quota;
  if (lastYearActual !== undefined && growthLimit !== undefined) {
    const limit = headsAtMost(
      typeof growthLimit === 'number' ? percentOf(growthLimit) : parseAmount(growthLimit),
      lastYearActual,
    );
    if (file.quota.total > limit)
      add('batch/growth', place.at('quota', 'growthLimit'), {
        total: file.quota.total,
        lastYear: lastYearActual,
        limit,
      });
  }
  return findings;
}

/**
 * The same person on two rosters: the same ID number for certain, the same name and birth date as a suspicion; told at
 * both places. Somebody who is about to leave may stand on both for a while.
 */
export function duplicateFindings(
  rows: readonly BatchRow[],
  asOf: Day,
): { index: number; finding: Finding }[] {
  const first = new Map<string, [row: BatchRow, key: PersonKey]>();
  const told: { index: number; finding: Finding }[] = [];
  for (const row of rows)
    for (const key of row.people ?? []) {
      const keys = [key.number && `# ${key.number}`, key.alike];
      const found = keys
        .map(text => (text ? first.get(text) : undefined))
        .find(other => other && other[0] !== row);
      for (const text of keys) if (text && !first.has(text)) first.set(text, [row, key]);
      if (!found) continue;
      const [otherRow, other] = found;
      const certain = key.number !== '' && key.number === other.number;
      // Different ID numbers are different people, whatever else is alike.
      if (!certain && key.number !== '' && other.number !== '') continue;
      const severity = key.leaving || other.leaving ? 'info' : certain ? 'error' : 'warning';
      const tell = (at: BatchRow, own: PersonKey, elsewhere: BatchRow, there: PersonKey) =>
        told.push({
          index: at.index,
          finding: batchFinding(
            'batch/duplicate-person',
            fixedPlace(own),
            {
              person: { id: own.id, name: own.name },
              other: { id: there.id, name: there.name },
              organization: elsewhere.result.organization ?? elsewhere.result.path,
              place: `${there.file}:${there.line}`,
              certain,
              leaving: own.leaving || there.leaving,
            },
            asOf,
            own.id,
            severity,
          ),
        });
      tell(otherRow, other, row, key);
      tell(row, key, otherRow, other);
    }
  return told;
}

/** A place of which only the position was kept. */
function fixedPlace({ file, line, column }: PersonKey): Place {
  const place: Place = {
    at: () => place,
    locate: () => ({ file, line, column, endLine: line, endColumn: column, path: '' }),
    quote: () => '',
    source: () => '',
  };
  return place;
}

function batchFinding<C extends BatchCode>(
  code: C,
  place: Place,
  args: FindingArgs[C],
  day: Day,
  subject: string,
  severity?: Finding['severity'],
): Finding {
  const rule = batchRules.find(({ id }) => id === code)!;
  return {
    code,
    severity: severity ?? rule.severity,
    place,
    args,
    subject,
    norm: NATIONAL.on(rule.norm, day),
  } as Finding;
}

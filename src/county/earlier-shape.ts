import type { FindingResult, Result } from '../generated/types.ts';
import { parseDay } from '../values/day.ts';

/** What of a result is compared with a later one. */
export type Told = Pick<Result, 'asOf' | 'tool' | 'plans' | 'county' | 'statistics'>;

/** Whether data are a result as far as comparing looks into it: a file may call itself one and be cut, changed or put together. */
export function isTold(value: unknown): value is Told {
  const { asOf, tool, plans, county, statistics } = partsOf<Told>(value);
  return (
    typeof asOf === 'string' &&
    parseDay(asOf) !== undefined &&
    typeof partsOf<Told['tool']>(tool).version === 'string' &&
    listed(plans, isPlan) &&
    new Set(plans.map(({ path }) => path)).size === plans.length &&
    (county === undefined || isCounty(county)) &&
    (statistics === undefined || listed(statistics?.units, isUnit))
  );
}

/** Whether it is a list of nothing else. */
export const listed = <Item>(value: unknown, is: (each: unknown) => each is Item): value is Item[] =>
  Array.isArray(value) && value.every(is);

export function isFinding(value: unknown): value is FindingResult {
  const { code, severity, subject, file, path } = partsOf<FindingResult>(value);
  return [code, severity, subject, file, path].every(text => typeof text === 'string');
}

function isPlan(value: unknown): value is Told['plans'][number] {
  const { path, verdict, counts, findings } = partsOf<Told['plans'][number]>(value);
  const { error, warning } = partsOf<Told['plans'][number]['counts']>(counts);
  return (
    typeof path === 'string' &&
    typeof verdict === 'string' &&
    [error, warning].every(isCount) &&
    listed(findings, isFinding)
  );
}

function isCounty(value: unknown): value is NonNullable<Told['county']> {
  const { path, townships, findings } = partsOf<NonNullable<Told['county']>>(value);
  return (
    typeof path === 'string' &&
    (townships === undefined || listed(townships, isTownship)) &&
    listed(findings, isFinding)
  );
}

function isTownship(value: unknown): value is { path: string; name: string } {
  const { path, name } = partsOf<{ path: string; name: string }>(value);
  return typeof path === 'string' && typeof name === 'string';
}

const isUnit = (value: unknown): value is { name: string } =>
  typeof partsOf<{ name: string }>(value).name === 'string';

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const partsOf = <Whole>(value: unknown): Partial<Whole> =>
  typeof value === 'object' && value !== null ? value : {};

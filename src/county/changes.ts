import type { FindingResult } from '../generated/types.ts';

/** What became of the errors and warnings of a unit since an earlier run. */
export interface Changes {
  mended: number;
  added: number;
  open: number;
}

/**
 * What was mended, what is new and what is still open. A finding is the same while it is of one rule, about one thing and under
 * one key: its line and its numbers may change. Somebody who got another id or name since is known by the place, as long as
 * neither the old nor the new one is told of anywhere else: of those still open these are `byPlace`.
 */
export function changesOf(
  before: readonly FindingResult[],
  now: readonly FindingResult[],
): Changes & { byPlace: number } {
  const [was, is] = [before.filter(weighs), now.filter(weighs)];
  const alike = matched(was, is, keyOf);
  const [known, knownNow] = [subjectsOf(was), subjectsOf(is)];
  const renamed = matched(
    alike.before.filter(({ subject }) => subject !== '' && !knownNow.has(subject)),
    alike.now.filter(({ subject }) => subject !== '' && !known.has(subject)),
    placeOf,
  );
  return {
    mended: alike.before.length - renamed.same,
    added: alike.now.length - renamed.same,
    open: alike.same + renamed.same,
    byPlace: renamed.same,
  };
}

const weighs = ({ severity }: FindingResult): boolean => severity !== 'info';

const subjectsOf = (findings: readonly FindingResult[]): Set<string> =>
  new Set(findings.map(({ subject }) => subject));

/** Pairs findings of one key; of those that are alike as many are the same as there are on both sides. */
function matched(
  before: readonly FindingResult[],
  now: readonly FindingResult[],
  key: (finding: FindingResult) => string,
): { same: number; before: FindingResult[]; now: FindingResult[] } {
  const waiting = new Map<string, FindingResult[]>();
  for (const finding of before) {
    const own = key(finding);
    waiting.set(own, [...(waiting.get(own) ?? []), finding]);
  }
  const left = now.filter(finding => waiting.get(key(finding))?.pop() === undefined);
  return { same: now.length - left.length, before: [...waiting.values()].flat(), now: left };
}

/** Under one key and about one thing, whatever its place in a list and whatever numbers it has. */
const keyOf = ({ code, subject, file, path, args }: FindingResult): string =>
  JSON.stringify([code, subject, path === '' ? nameOf(file) : path.replace(/\/\d+/g, '/*'), aboutOf(args)]);

/** Where it stands, exactly. */
const placeOf = ({ code, file, path, cell, line }: FindingResult): string =>
  JSON.stringify([code, nameOf(file), path === '' ? (cell ?? line) : path]);

const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** Arguments that say what a finding is about, and not how far it is out or what was written. */
const ABOUT: ReadonlySet<string> = new Set([
  ...['step', 'event', 'meeting', 'material', 'kind', 'why', 'order'],
  ...['field', 'key', 'heading', 'text', 'norm', 'organization'],
]);

function aboutOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) =>
    ABOUT.has(key) && typeof below !== 'object' ? [`${key} ${below}`] : aboutOf(below),
  );
}

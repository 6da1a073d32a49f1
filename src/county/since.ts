import type { FindingResult, Result } from '../generated/types.ts';
import type { Section } from '../output/findings/rows.ts';
import type { Texts } from '../text/texts.ts';

/** An earlier run, as its result tells it: what was found of each plan, by the plan's path. */
export interface Earlier {
  asOf: string;
  /** how many plans could be submitted */
  ready: number;
  errors: number;
  warnings: number;
  findings: Map<string, FindingResult[]>;
}

/** What became of the findings of a plan since an earlier run. */
export interface Changes {
  mended: number;
  added: number;
  open: number;
}

/** An earlier run from `-f json` or `-f ndjson`; undefined where it is neither. */
export function earlierIn(text: string): Earlier | undefined {
  const plans = plansIn(text);
  if (!plans) return undefined;
  const earlier: Earlier = { asOf: plans.asOf, ready: 0, errors: 0, warnings: 0, findings: new Map() };
  // A plan of another year may be in order, and is not what was asked for.
  const states = new Map(plans.county?.townships?.map(({ path, state }) => [path, state]));
  for (const { path, verdict, counts, findings } of plans.plans) {
    if ((states.get(path) ?? verdict) === 'pass') earlier.ready++;
    earlier.errors += counts.error;
    earlier.warnings += counts.warning;
    earlier.findings.set(path, findings);
  }
  return earlier;
}

type Plans = Pick<Result, 'asOf' | 'plans' | 'county'>;

function plansIn(text: string): Plans | undefined {
  try {
    const whole = JSON.parse(text) as Partial<Result>;
    return whole.schema === 'plan-result/v1' && whole.plans ? (whole as Result) : undefined;
  } catch {
    return linesIn(text);
  }
}

function linesIn(text: string): Plans | undefined {
  try {
    const lines = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const last = lines.pop();
    return last?.schema === 'plan-batch/v1' && lines.every(line => typeof line?.path === 'string')
      ? { asOf: last.asOf, plans: lines, county: last.county }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A finding is the same while it is of one rule and about one thing: its line and its numbers may change. */
const keyOf = ({ code, subject, file }: FindingResult): string =>
  `${code} ${subject === '' ? file.slice(file.lastIndexOf('/') + 1) : subject}`;

const weighs = ({ severity }: FindingResult): boolean => severity !== 'info';

/** What was mended, what is new and what is still open; of findings that are alike as many as there were are the same. */
export function changesOf(before: readonly FindingResult[], now: readonly FindingResult[]): Changes {
  const left = new Map<string, number>();
  for (const finding of before.filter(weighs)) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  const changes = { mended: 0, added: 0, open: 0 };
  for (const finding of now.filter(weighs)) {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count > 0) changes.open++;
    else changes.added++;
    left.set(keyOf(finding), count - 1);
  }
  for (const count of left.values()) changes.mended += Math.max(0, count);
  return changes;
}

/** What changed since the last of the earlier runs, unit by unit and in sum, and how the runs came out one after another. */
export interface Since {
  asOf: string;
  units: (Changes & { name: string; path: string })[];
  sum: Changes;
  history: { asOf: string; ready: number; errors: number; warnings: number }[];
}

export function sinceSections({ asOf, units, sum, history }: Since, texts: Texts): Section[] {
  const { since } = texts.batch;
  const row = (name: string, { mended, added, open }: Changes) => [
    { text: name },
    { text: String(mended), tone: mended > 0 ? ('good' as const) : undefined },
    { text: String(added), tone: added > 0 ? ('error' as const) : undefined },
    { text: String(open) },
  ];
  const right = { align: 'right' as const };
  const changed = units.filter(({ mended, added, open }) => mended + added + open > 0);
  return [
    {
      heading: since.heading(asOf),
      lines: [since.summary(sum)],
      columns: since.columns.map((title, at) => (at === 0 ? { title, min: 8 } : { title, ...right })),
      rows: [...changed.map(unit => row(unit.name, unit)), row(texts.statistics.sum, sum)],
      notes: [],
    },
    {
      heading: since.history,
      lines: [],
      columns: since.historyColumns.map((title, at) => (at === 0 ? { title } : { title, ...right })),
      rows: history.map(run =>
        [run.asOf, run.ready, run.errors, run.warnings].map(text => ({ text: String(text) })),
      ),
      notes: [],
    },
  ];
}

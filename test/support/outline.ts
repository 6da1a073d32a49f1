import { loadPlan } from '../../src/read/plan/load.ts';
import { type Limits, STANDARD_LIMITS } from '../../src/read/size-limits.ts';
import { type CheckedPlan, checkPlan, type Finding } from '../../src/rules/check.ts';
import { parseDay } from '../../src/values/day.ts';
import { memoryFiles } from './memory.ts';
import type { PlanData } from './plans.ts';

/** Checks a plan that stands in these files. */
export async function checkFiles(
  files: Record<string, string | Uint8Array>,
  asOf: string,
  limits: Limits = STANDARD_LIMITS,
): Promise<CheckedPlan> {
  const day = parseDay(asOf)!;
  return checkPlan(await loadPlan('.', { files: { ...memoryFiles(files), limits }, asOf: day }), day);
}

/** Checks a plan as data, the whole way that a file takes. */
export const checkData = (plan: PlanData, asOf: string): Promise<CheckedPlan> =>
  checkFiles({ 'plan.yaml': JSON.stringify(plan) }, asOf);

/** What is found, whoever wrote it down where: code, subject and severity. */
export const kindOf = ({ code, subject, severity }: Finding): string =>
  `${severity} ${code} ${subject}`.trim();

/** Arguments that say where something stands, which no two ways of writing have in common. */
const PLACES = new Set(['file', 'line', 'firstLine', 'firstColumn']);
const argsOf = ({ args }: Finding): string =>
  JSON.stringify(args, (key, value) => (PLACES.has(key) ? undefined : value));

/** The findings without their places, in an order of their own. */
export const tellings = (findings: readonly Finding[]): string[] =>
  findings.map(finding => `${kindOf(finding)} ${argsOf(finding)}`).sort();

export const kinds = (findings: readonly Finding[]): string[] => findings.map(kindOf).sort();

/** The whole answer without places: what must not depend on how a plan is written down. */
export const answerOf = ({ verdict, findings, waived, facts }: CheckedPlan) => ({
  verdict,
  findings: tellings(findings),
  waived: tellings(waived.map(({ finding }) => finding)),
  structure: facts?.structure.map(({ requirement, whole, accepted, counted, unknown, met }) => [
    requirement.id,
    whole,
    accepted,
    counted.map(({ id }) => id),
    unknown.map(({ id }) => id),
    met,
  ]),
  reserves: facts?.reserves.slots.map(({ slot, nominees, reserves, met }) => [
    slot.id,
    nominees.map(({ id }) => id),
    reserves.map(({ id }) => id),
    met,
  ]),
  steps: facts?.schedule.steps.map(({ step, from, to, calendarDays, workingDays }) => [
    step.id,
    from,
    to,
    calendarDays,
    workingDays,
  ]),
});

import type { Facts } from '../../facts/facts.ts';
import type { SlotState } from '../../facts/reserve/allocate.ts';
import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import type { RequirementState } from '../../facts/structure/assess.ts';
import { type Upcoming, upcoming } from '../../facts/upcoming.ts';
import type { FindingResult, PlanResult, Result } from '../../generated/types.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { headsOf, type Quantity } from '../../values/quantity.ts';
import { amountText, exactText, percentText } from '../../values/share.ts';
import { Gate, planGate, shownFinding, shownPlan } from '../gate.ts';
import type { CheckRun } from './run.ts';
import { RESULT_SCHEMA } from './schema-names.ts';

/** The run as plain data, `plan-result/v1` (schemas/result.schema.json). */
export function resultOf(run: CheckRun, texts: Texts): Result {
  return {
    schema: RESULT_SCHEMA,
    tool: run.tool,
    asOf: isoOf(run.asOf),
    plans: run.plans.map(plan => planResult(plan, texts)),
  };
}

/** One plan's part of the result. */
export function planResult(checked: CheckedPlan, texts: Texts): PlanResult {
  const gate = planGate(checked);
  const { path, verdict, facts, findings, waived } = shownPlan(checked);
  const off = [...(facts?.plan.severities ?? [])].flatMap(([code, { severity }]) =>
    severity === 'off' ? [code] : [],
  );
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length;
  return {
    path,
    ...(facts && { year: facts.plan.year, organization: gate.text(facts.plan.organization.name) }),
    verdict,
    ...(checked.checked && { checked: checked.checked }),
    counts: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      ...(waived.length > 0 && { waived: waived.length }),
    },
    ...(facts && gate.deep(factsResult(facts))),
    ...(off.length > 0 && { off }),
    findings: findings.map(finding => findingResult(finding, texts)),
    ...(waived.length > 0 && {
      waived: waived.map(({ finding, reason, approvedBy }) => ({
        finding: findingResult(finding, texts),
        reason,
        approvedBy,
      })),
    }),
  };
}

function factsResult({ plan, structure, reserves, schedule }: Facts): Partial<PlanResult> {
  const { quota } = plan;
  return {
    ...(quota && {
      quota: {
        total: headsOf(quota.total) ?? null,
        ...kindOf('totalKind', quota.total),
        nominees: plan.people.filter(({ role }) => role === 'nominee').length,
        categories: quota.categories
          .filter(({ implicit }) => !implicit)
          .map(category => ({
            id: category.id,
            name: category.name,
            count: headsOf(category.count) ?? null,
            ...kindOf('countKind', category.count),
            nominees: reserves.slots
              .filter(({ slot }) => slot.category === category)
              .reduce((sum, { nominees }) => sum + nominees.length, 0),
          })),
      },
    }),
    structure: structure.map(structureResult),
    ...(plan.reserve && {
      reserve: {
        required: reserveRange(plan.reserve, reserves.slots.length),
        activists: reserves.eligible.length,
        slots: reserves.slots.map(slotResult),
      },
    }),
    timeline: schedule.steps.map(stepResult),
    upcoming: upcoming(plan, schedule.steps).map(upcomingResult),
  };
}

/** What a number is, where it is not simply the number. */
/** How a number of heads is meant, where it is not the number itself. */
export const kindOf = <K extends string>(key: K, { kind }: Quantity) =>
  (kind === 'exact' || kind === 'pending' ? {} : { [key]: kind }) as {
    [name in K]?: Exclude<Quantity['kind'], 'exact' | 'pending'>;
  };

/** Reserves needed for all slots together: 9 slots of 2 to 3 are 18 to 27. */
export const reserveRange = ({ min, max }: { min: number; max?: number }, slots: number) => ({
  min: min * slots,
  max: max === undefined ? null : max * slots,
});

/** One requirement as data. */
function structureResult(state: RequirementState) {
  const { requirement, whole, accepted, obstacle, counted, unknown, short, met } = state;
  return {
    id: requirement.id,
    name: requirement.name,
    comparator: requirement.comparator,
    share: amountText(requirement.amount),
    level: requirement.level,
    whole: whole ?? null,
    exact: whole === undefined ? null : exactText(requirement.amount, whole),
    required: { min: accepted?.min ?? null, max: accepted?.max ?? null },
    ...(obstacle && { obstacle: obstacle.why }),
    planned: requirement.planned ?? null,
    nominees: counted.length,
    unknown: unknown.length,
    short,
    step: whole ? percentText(1, whole) : null,
    met: met ?? null,
  };
}

function slotResult({ slot, nominees, reserves, listed, met }: SlotState) {
  return {
    id: slot.id,
    category: slot.category.id,
    nominee: nominees[0]?.id ?? null,
    nominees: nominees.map(({ id }) => id),
    reserves: reserves.map(({ id }) => id),
    assignedBy: assignedBy(reserves.length, listed),
    met,
  };
}

/** Who named a slot's reserves: the plan, the tool, or both. */
export const assignedBy = (reserves: number, listed: number): 'plan' | 'tool' | 'both' =>
  listed === reserves ? 'plan' : listed === 0 ? 'tool' : 'both';

function stepResult({ step, from, to, calendarDays, workingDays, computed }: ScheduledStep) {
  const iso = (day: Day | undefined) => (day === undefined ? null : isoOf(day));
  const { on, to: end, deadline } = step.said;
  const time = (on ?? end ?? deadline)?.time?.written;
  return {
    id: step.id,
    name: step.name,
    kind: step.kind,
    from: iso(from),
    to: iso(to),
    deadline: iso(step.deadline),
    precision: step.precision,
    ...(time !== undefined && { time }),
    calendarDays,
    workingDays,
    computed,
  };
}

function upcomingResult(each: Upcoming) {
  const people = each.kind === 'papers' ? each.lacking : each.kind === 'procedure' ? each.people : [];
  return {
    kind: each.kind,
    date: isoOf(each.day),
    id: each.kind === 'procedure' ? each.event : each.step.id,
    people: people.map(({ id }) => id),
  };
}

/** Of findings that no plan's people are in, or that have passed with their plan. */
const NOBODY = new Gate();

/** A finding as data, with its sentences in the language of `texts`. It has passed the gate. */
export function findingResult(finding: Finding, texts: Texts): FindingResult {
  const { code, severity, place, subject, norm, args } = shownFinding(finding, NOBODY, false);
  const { file, line, column, endLine, endColumn, path, cell } = place.locate();
  return {
    code,
    severity,
    message: messageOf(finding, texts),
    remedy: remedyOf(finding, texts),
    file,
    line,
    column,
    endLine,
    endColumn,
    path,
    ...(cell !== undefined && { cell }),
    subject,
    source: {
      norm: norm.id,
      document: norm.document[texts.language],
      article: norm.article ?? '',
      effective: norm.document.effective ?? null,
      standing: norm.standing,
    },
    args,
  };
}

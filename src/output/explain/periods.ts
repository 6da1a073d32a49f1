import { fullOn, lastDay } from '../../facts/procedure/time-limits.ts';
import { cultivationMonths, slotDay } from '../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateText, type StepName } from '../../model/steps.ts';
import type { NormId } from '../../norms/norms.ts';
import type { Code } from '../../rules/index.ts';
import type { Period } from '../../text/zh/explain.ts';
import { isoOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';

interface Span {
  norm: NormId;
  from: StepName;
  to: StepName;
  bound: Period['bound'];
}

/** The rules that are a number of months between two steps. */
const SPANS: Partial<Record<Code, readonly Span[]>> = {
  'period/talk-late': [{ norm: 'talk', from: 'application', to: 'talk', bound: 'latest' }],
  'period/activist-wait': [{ norm: 'activist-wait', from: 'application', to: 'activist', bound: 'earliest' }],
  'period/activist-too-short': [
    { norm: 'cultivation', from: 'activist', to: 'prospective', bound: 'earliest' },
  ],
  'period/activist-too-long': [
    { norm: 'activist-limit', from: 'activist', to: 'prospective', bound: 'latest' },
  ],
  'period/review-expired': [
    { norm: 'review-valid', from: 'politicalReview', to: 'branchMeeting', bound: 'latest' },
    { norm: 'review-valid', from: 'politicalReview', to: 'approval', bound: 'latest' },
  ],
  'period/meeting-late': [{ norm: 'meeting', from: 'preReview', to: 'branchMeeting', bound: 'latest' }],
  'period/approval-late': [
    { norm: 'approval', from: 'branchMeeting', to: 'approval', bound: 'latest' },
    { norm: 'conversion-approval', from: 'conversionMeeting', to: 'conversionApproval', bound: 'latest' },
  ],
  'period/oath-late': [{ norm: 'oath', from: 'approval', to: 'oath', bound: 'latest' }],
  'period/probation': [
    { norm: 'probation', from: 'branchMeeting', to: 'conversionMeeting', bound: 'earliest' },
  ],
};

/** The nominees' dates in a rule of months; none where it is of another kind, or no norm is in force on their day. */
export function periodsOf(code: Code, plan: Plan): Period[] {
  const nominees = plan.people.filter(({ role }) => role === 'nominee');
  return (SPANS[code] ?? []).flatMap(span =>
    nominees.map(person => periodOf(span, person, plan)).filter(period => period !== undefined),
  );
}

function periodOf({ norm: id, from, to, bound }: Span, person: Person, plan: Plan): Period | undefined {
  const start = person.dates[from];
  if (!start) return undefined;
  const end = person.dates[to];
  // Somebody who is not listed yet has to be ripe when the plan fills its slots.
  const isForSlot = id === 'cultivation' && !end;
  const day = end?.last ?? (isForSlot ? slotDay(plan) : plan.asOf);
  const norm = plan.norms.find(id, day);
  if (norm?.value === undefined) return undefined;
  const months = id === 'cultivation' ? cultivationMonths(plan, day) : norm.value;
  const on: KnownDate | undefined = isForSlot ? { first: day, last: day } : end;
  return {
    name: person.name,
    from,
    start: dateText(start),
    months,
    bound,
    limit: isoOf(bound === 'latest' ? lastDay(start, months) : fullOn(start, months)),
    to: isForSlot ? 'slot' : to,
    on: on ? dateText(on) : '',
  };
}

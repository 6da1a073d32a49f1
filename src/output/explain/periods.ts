import { fullOn, lastDay } from '../../facts/procedure/time-limits.ts';
import { cultivationMonths, slotDay } from '../../facts/reserve/fitness.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateText } from '../../model/steps.ts';
import type { TimedSpan } from '../../rules/rule.ts';
import type { Period } from '../../text/zh/explain.ts';
import { isoOf } from '../../values/day.ts';
import type { KnownDate } from '../../values/period.ts';

/** The nominees' dates in the times that a rule judges; none where no norm is in force on their day. */
export function periodsOf(spans: readonly TimedSpan[], plan: Plan): Period[] {
  const nominees = plan.people.filter(({ role }) => role === 'nominee');
  return spans.flatMap(span =>
    nominees.map(person => periodOf(span, person, plan)).filter(period => period !== undefined),
  );
}

function periodOf({ norm: id, from, to, bound }: TimedSpan, person: Person, plan: Plan): Period | undefined {
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

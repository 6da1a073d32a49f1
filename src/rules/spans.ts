import { tooLate } from '../facts/procedure/time-limits.ts';
import { plannedSteps, spansOf } from '../facts/schedule/course.ts';
import type { Place } from '../model/place.ts';
import type { Step } from '../model/plan.ts';
import { dateText } from '../model/steps.ts';
import { isoOf } from '../values/day.ts';
import type { KnownDate } from '../values/period.ts';
import type { Facts, PersonRef, Report, TimedSpan } from './rule.ts';
import { ref } from './rule.ts';

/** Whose two steps are judged: a person's, or two steps of the plan by their names. */
export type Whose = { person: PersonRef } | { steps: { from: string; to: string } };

/** Two dated steps of one subject between which a norm sets a time: the same rule judges people and the plan. */
export interface JudgedSpan {
  start: KnownDate;
  end: KnownDate;
  whose: Whose;
  /** the two dates as findings name them; of days between which a planned step lies, those that speak for it */
  dates: { from: string; to: string };
  subject: string;
  /** where the later of the two stands */
  place: Place;
}

/** Where a step says when it is. */
export const whenPlace = (step: Step): Place =>
  step.place.at(
    step.on !== undefined
      ? 'on'
      : step.from !== undefined
        ? 'from'
        : step.to !== undefined
          ? 'to'
          : step.deadline !== undefined
            ? 'deadline'
            : 'name',
  );

/** Every pair of these two steps that has both dates: of people, then of the plan's timeline. */
export function spans({ plan, schedule }: Facts, { from, to }: Pick<TimedSpan, 'from' | 'to'>): JudgedSpan[] {
  const found: JudgedSpan[] = [];
  for (const person of plan.people) {
    const start = person.dates[from];
    const end = person.dates[to];
    if (start && end)
      found.push({
        start,
        end,
        whose: { person: ref(person) },
        dates: { from: dateText(start), to: dateText(end) },
        subject: person.id,
        place: person.place.at('events', to, 'on'),
      });
  }
  if (plan.steps.length === 0) return found;
  for (const span of spansOf(plannedSteps(schedule), from, to)) {
    if (!Number.isFinite(span.to.start.first)) continue;
    found.push({
      start: span.from.end,
      end: span.to.start,
      whose: { steps: { from: span.from.step.name, to: span.to.step.name } },
      dates: { from: isoOf(span.from.end.last), to: isoOf(span.to.start.first) },
      subject: span.to.step.id,
      place: whenPlace(span.to.step),
    });
  }
  return found;
}

/** What a rule tells of a step that came too late after another. */
export type LateStep = Whose & { from: string; to: string; months: number; limit: string };

/** Reports each later step of a span that came after the last day that the norm allows. */
export function reportLate(facts: Facts, span: TimedSpan, report: Report<LateStep>): void {
  for (const { start, end, whose, dates, subject, place } of spans(facts, span)) {
    const late = tooLate(facts.plan.norms, span.norm, start, end);
    if (!late) continue;
    const { months, limit, norm, severity } = late;
    report(place, { ...whose, ...dates, months, limit }, { subject, norm, severity });
  }
}

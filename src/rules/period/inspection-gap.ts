import { isInTime, keptUpTo, lastDay, severityOf } from '../../facts/procedure/time-limits.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { stageOn } from '../../model/stage.ts';
import { type DatedStep, dateText, type StepName, stepsFrom } from '../../model/steps.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const LISTED: ReadonlySet<StepName> = new Set(stepsFrom('prospective'));

/**
 * The branch inspects an activist every half year (Rules, Art. 11): from becoming an activist to the first inspection,
 * from each to the next, and from the last until the person is listed or until today. The half year ends on the same
 * date six months later, the month's last where there is none; a gap is judged once it has certainly passed. Where the
 * roster has no inspections of anybody nothing is known of them.
 */
export const inspectionGap = {
  id: 'period/inspection-gap',
  severity: 'error',
  norm: 'inspection',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      after: 'activist' | 'inspections';
      from: string;
      /** what came next: an inspection, being listed, or nothing until today */
      until: 'inspections' | 'listed' | 'today';
      to: string;
      months: number;
      limit: string;
    }>,
  ) {
    if (!plan.people.some(({ dated }) => dated.some(isInspection))) return;
    const judge: Visit = (person, from, to, day) => {
      const norm = plan.norms.on('inspection', day);
      if (isInTime(from.start, day, norm.value!)) return;
      const limit = lastDay(from.start, norm.value!);
      report(
        person.place.at(...(to && isInspection(to) ? to : from).path),
        {
          person: ref(person),
          after: isInspection(from) ? 'inspections' : 'activist',
          from: dateText(from.start),
          until: to ? (isInspection(to) ? 'inspections' : 'listed') : 'today',
          to: to ? dateText(to.start) : isoOf(day),
          months: norm.value!,
          limit: isoOf(limit),
        },
        {
          subject: person.id,
          norm,
          severity: severityOf(plan.norms, 'inspection', day, months => day > lastDay(from.start, months)),
        },
      );
    };
    for (const person of plan.people) eachGap(person, openEnd(person, plan), judge);
  },
} satisfies Rule;

const isInspection = ({ name }: DatedStep): boolean => name === 'inspections';

/** Until today only somebody who is an activist still. */
const openEnd = (person: Person, plan: Plan): Day | undefined =>
  stageOn(person, plan.asOf) === 'activist' ? keptUpTo(plan) : undefined;

/** `from`, what ended the gap (undefined: it lasts until today), and the first day on which it can have ended. */
type Visit = (person: Person, from: DatedStep, to: DatedStep | undefined, day: Day) => void;

/** Goes from step to step of a person. */
function eachGap(person: Person, today: Day | undefined, visit: Visit): void {
  const { dated: steps } = person;
  let activist: DatedStep | undefined;
  let end: DatedStep | undefined;
  let last: DatedStep | undefined;
  let inOrder = true;
  // They stand in the order of the procedure: becoming an activist, inspections, being listed.
  for (const step of steps) {
    if (step.name === 'activist') activist ??= step;
    else if (isInspection(step)) {
      inOrder &&= last === undefined || last.start.first <= step.start.first;
      last = step;
    } else if (step.name === 'prospectiveFiling') {
      end = step;
    } else if (LISTED.has(step.name)) {
      // The superior committee's part in it ends the gap only where nothing later is known.
      end = step;
      break;
    }
  }
  const ordered = inOrder ? steps : steps.filter(isInspection).sort((a, b) => a.start.first - b.start.first);
  let from = activist;
  for (const to of ordered) {
    if (!isInspection(to)) continue;
    if (activist && to.start.last < activist.start.first) continue;
    if (end && to.start.first > end.start.last) continue;
    if (from) visit(person, from, to, to.start.first);
    from = to;
  }
  if (from && end) visit(person, from, end, end.start.first);
  else if (from && today !== undefined) visit(person, from, undefined, today);
}

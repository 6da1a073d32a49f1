import type { Person, Plan } from '../../model/plan.ts';
import { standingIn } from '../../model/remarks.ts';
import { dateText } from '../../model/steps.ts';
import { dayOf } from '../../values/day.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/**
 * A nominee whom the Party has admitted before the plan's year, and anybody of whom a remark says that they are gone or a member: they
 * take the place of somebody else, and shares count them. A remark tells of the past too, so it is only asked about.
 */
export const noCandidate = {
  id: 'candidate/no-candidate',
  severity: 'error',
  norm: 'plan-consistency',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      why: 'admitted' | 'stage' | 'remark';
      /** the day of admission, the stage, or what the remark says */
      said: string;
      /** the attribute that says so; empty where the remark does */
      attribute: string;
      year: number;
      nominee: boolean;
    }>,
  ) {
    for (const person of plan.people) {
      const nominee = person.role === 'nominee';
      const tell = (why: 'admitted' | 'stage' | 'remark', said: string, attribute = '') => ({
        person: ref(person),
        why,
        said,
        attribute,
        year: plan.year,
        nominee,
      });
      const member = nominee ? membership(person, plan) : undefined;
      if (member) {
        const { event, stage, severity } = member;
        const date = event && person.dates[event];
        report(
          date ? person.place.at('events', event) : person.place.at('stage'),
          date ? tell('admitted', dateText(date)) : tell('stage', stage!),
          { subject: person.id, severity },
        );
        continue;
      }
      const remark = remarkOf(person, plan.year);
      // Who is no nominee waits anyway.
      if (remark && (nominee || remark.standing !== 'later'))
        report(remark.place, tell('remark', remark.text, remark.attribute), {
          subject: person.id,
          severity: 'warning',
        });
    }
  },
} satisfies Rule;

/** What shows that a nominee is a member already; a warning where the admission may still be this year's. */
function membership({ dates, data: { stage } }: Person, { year, asOf }: Plan) {
  const start = dayOf(year, 1, 1)!;
  for (const event of ['branchMeeting', 'approval', 'conversionMeeting', 'conversionApproval'] as const) {
    const date = dates[event];
    if (date && date.last < start) return { event, severity: 'error' as const };
  }
  if (stage === 'full') return { stage, severity: 'error' as const };
  if (stage !== 'probationary' || dates.branchMeeting || dates.approval) return undefined;
  return { stage, severity: asOf < start ? ('error' as const) : ('warning' as const) };
}

/** The part of a remark, or of an attribute, that says that somebody is no candidate any more. */
function remarkOf({ data: { note, attributes = {} }, place }: Person, year: number) {
  const inNote = note === undefined ? undefined : standingIn(note, { year });
  if (inNote) return { ...inNote, attribute: '', place: place.at('note') };
  for (const [name, value] of Object.entries(attributes)) {
    const found = typeof value === 'string' ? standingIn(value, { isStatus: true, year }) : undefined;
    if (found) return { ...found, attribute: name, place: place.at('attributes', name) };
  }
  return undefined;
}

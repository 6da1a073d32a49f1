import { fullOn, lastDay } from '../../facts/procedure/limits.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateText, hasAny, stepsFrom } from '../../model/steps.ts';
import type { Norm } from '../../norms/norms.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const APPROVED = stepsFrom('approval');
const CONVERTED = stepsFrom('conversionApproval');

/**
 * One year of probation, counted from the branch meeting (Charter, Art. 7; Rules, Art. 32, since 2026 Art. 31), never from the
 * approval or the oath, and as many months more as it was extended by: once, by no less than half a year and no more than a
 * year. The meeting on conversion is not held before it is full. When it is over and no meeting has been held that is a
 * warning; of somebody who moved here on probation the meeting may be put off by six months (Art. 36, since 2026 Art. 35).
 */
export const probation = {
  id: 'period/probation',
  severity: 'error',
  norm: 'probation',
  check(
    { plan }: Facts,
    report: Report<{
      person: PersonRef;
      why: 'too-early' | 'overdue' | 'extension' | 'extended-early';
      meeting: string;
      /** the meeting on conversion; today where there is none; the day of the extension */
      on: string;
      months: number;
      /** months of an extension; 0 where there is none */
      extended: number;
      endsOn: string;
      /** last day to which the meeting may be put off; empty where the person did not move here */
      putOff: string;
      min: number;
      max: number;
    }>,
  ) {
    for (const person of plan.people) {
      const meeting = person.dates.branchMeeting;
      if (!meeting) continue;
      const conversion = person.dates.conversionMeeting;
      const norm = plan.norms.on('probation', conversion?.last ?? plan.asOf);
      const extension = extensionOf(person, plan);
      const extended = extension?.months ?? 0;
      const months = norm.value! + extended;
      const args = {
        person: ref(person),
        meeting: dateText(meeting),
        months: norm.value!,
        extended,
        putOff: '',
        min: extension?.norm.value ?? 0,
        max: extension?.norm.most ?? 0,
      };
      if (extension) {
        const { on, norm: limits } = extension;
        const details = { subject: person.id, norm: limits };
        const place = person.place.at('events', 'probationExtension');
        const full = fullOn(meeting, norm.value!);
        if (extended < limits.value! || extended > limits.most!)
          report(place.at('months'), { ...args, why: 'extension', on, endsOn: isoOf(full) }, details);
        if (extension.day < full)
          report(place.at('on'), { ...args, why: 'extended-early', on, endsOn: isoOf(full) }, details);
      }
      if (conversion && conversion.last < fullOn(meeting, months))
        report(
          person.place.at('events', 'conversionMeeting', 'on'),
          { ...args, why: 'too-early', on: dateText(conversion), endsOn: isoOf(fullOn(meeting, months)) },
          { subject: person.id, norm },
        );
      const end = lastDay(meeting, months);
      const latest = putOffTo(person, plan, end);
      // Of somebody who was not approved period/approval-late speaks.
      const isOnProbation = hasAny(person, APPROVED) && !hasAny(person, CONVERTED);
      if (!conversion && isOnProbation && plan.asOf > latest)
        report(
          person.place.at('events', 'branchMeeting', 'on'),
          {
            ...args,
            why: 'overdue',
            on: isoOf(plan.asOf),
            endsOn: isoOf(end),
            putOff: latest > end ? isoOf(latest) : '',
          },
          { subject: person.id, norm, severity: 'warning' },
        );
    }
  },
} satisfies Rule;

interface Extension {
  months: number;
  /** as the roster has it, and the last day that it can be */
  on: string;
  day: Day;
  norm: Norm;
}

function extensionOf({ data, dates }: Person, { norms }: Plan): Extension | undefined {
  const written = data.events?.probationExtension;
  const on = dates.probationExtension;
  if (!written || !on) return undefined;
  return { months: written.months, on: dateText(on), day: on.last, norm: norms.on('extension', on.last) };
}

/** The last day to which the meeting on conversion may be put off: later than the end of probation only after a move. */
function putOffTo({ dates }: Person, { norms, asOf }: Plan, end: Day): Day {
  return dates.transferredIn ? addMonths(end, norms.on('transfer', asOf).value!) : end;
}

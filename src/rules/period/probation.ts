import { fullOn, lastDay } from '../../facts/procedure/time-limits.ts';
import type { Place } from '../../model/place.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateOf } from '../../model/stage.ts';
import { dateText, hasAny, stepsFrom } from '../../model/steps.ts';
import type { Norm } from '../../norms/norms.ts';
import { type Day, isoOf, parseDay } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { KnownDate } from '../../values/period.ts';
import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

const APPROVED = stepsFrom('approval');
const CONVERTED = stepsFrom('conversionApproval');

/**
 * One year of probation, counted from the branch meeting (Charter, Art. 7; Rules, Art. 32, since 2026 Art. 31), never from the
 * approval or the oath, and as many months more as it was extended by: once, by no less than half a year and no more than a
 * year. The meeting on conversion is not held before it is full. When it is over and no meeting has been held that is a
 * warning; of somebody who moved here on probation the meeting may be put off by six months (Art. 36, since 2026 Art. 35), and one
 * that was held later is an error. Of others the Rules say 及时 and set no day.
 */
export const probation = {
  id: 'period/probation',
  severity: 'error',
  norm: 'probation',
  spans: [{ norm: 'probation', from: 'branchMeeting', to: 'conversionMeeting', bound: 'earliest' }],
  check({ plan }: Facts, report: Report<Args>) {
    for (const person of plan.people) {
      const meeting = person.dates.branchMeeting;
      if (!meeting) continue;
      const norm = plan.norms.on('probation', person.dates.conversionMeeting?.last ?? plan.asOf);
      const extensions = extensionsOf(person, plan);
      // A second one is not allowed; what was decided still puts the end off.
      const extended = extensions.reduce((sum, extension) => sum + extension.months, 0);
      const args = {
        person: ref(person),
        meeting: dateText(meeting),
        months: norm.value!,
        extended,
        putOff: '',
        min: extensions[0]?.norm.value ?? 0,
        max: extensions[0]?.norm.most ?? 0,
      };
      const own: Probation = { person, plan, meeting, norm, months: norm.value! + extended, args };
      judgeExtensions(own, extensions, report);
      judgeTerm(own, report);
      judgeMeeting(own, report);
    }
  },
} satisfies Rule;

interface Args {
  person: PersonRef;
  /** `again`: extended a second time; `term`: the form has another start or end of probation */
  why: 'too-early' | 'overdue' | 'late' | 'extension' | 'extended-early' | 'again' | 'term';
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
}

/** Somebody's probation: from the branch meeting so many months, extensions included. */
interface Probation {
  person: Person;
  plan: Plan;
  meeting: KnownDate;
  norm: Norm;
  months: number;
  /** what all findings on it tell alike */
  args: Omit<Args, 'why' | 'on' | 'endsOn'>;
}

/** Of extensions the first is judged by its length and its day; a second one is not allowed. */
function judgeExtensions(
  { person, meeting, norm, args }: Probation,
  extensions: readonly Extension[],
  report: Report<Args>,
): void {
  const full = fullOn(meeting, norm.value!);
  for (const [index, { months, day, on, norm: limits, place }] of extensions.entries()) {
    const details = { subject: person.id, norm: limits };
    const told = { ...args, extended: months, on, endsOn: isoOf(full) };
    if (index > 0) {
      report(place, { ...told, why: 'again' }, details);
      continue;
    }
    if (months < limits.value! || months > limits.most!)
      report(place.at('months'), { ...told, why: 'extension' }, details);
    if (day < full) report(place.at('on'), { ...told, why: 'extended-early' }, details);
  }
}

/** The term that the form states. */
function judgeTerm({ person, plan, meeting, months, args }: Probation, report: Report<Args>): void {
  const wrong = wrongTerm(person, meeting, months);
  if (wrong)
    report(
      person.place.at('events', 'probation', wrong.field),
      { ...args, why: 'term', on: wrong.written, endsOn: wrong.right },
      { subject: person.id, norm: plan.norms.on('probation-term', plan.asOf) },
    );
}

/** The meeting on conversion: not before probation is over, and not long after. */
function judgeMeeting({ person, plan, meeting, norm, months, args }: Probation, report: Report<Args>): void {
  const conversion = person.dates.conversionMeeting;
  const full = fullOn(meeting, months);
  const end = lastDay(meeting, months);
  const latest = putOffTo(person, plan, end);
  if (conversion) {
    const at = person.place.at('events', 'conversionMeeting', 'on');
    const on = dateText(conversion);
    if (conversion.last < full)
      report(at, { ...args, why: 'too-early', on, endsOn: isoOf(full) }, { subject: person.id, norm });
    if (latest > end && conversion.first > latest)
      report(
        at,
        { ...args, why: 'late', on, endsOn: isoOf(end), putOff: isoOf(latest) },
        { subject: person.id, norm: plan.norms.on('transfer', conversion.first) },
      );
    return;
  }
  // Of somebody who was not approved period/approval-late speaks.
  const isOnProbation = hasAny(person, APPROVED) && !hasAny(person, CONVERTED);
  if (isOnProbation && plan.asOf > latest)
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

interface Extension {
  place: Place;
  months: number;
  /** as the roster has it, and the last day that it can be */
  on: string;
  day: Day;
  norm: Norm;
}

function extensionsOf({ data, place }: Person, { norms }: Plan): Extension[] {
  const written = data.events?.probationExtension;
  const isList = Array.isArray(written);
  const found = [written].flat().flatMap((extension, index): Extension[] => {
    const date = extension && dateOf(extension);
    if (!extension || !date) return [];
    const at = place.at('events', 'probationExtension', ...(isList ? [index] : []));
    const norm = norms.on('extension', date.last);
    return [{ place: at, months: extension.months, on: dateText(date), day: date.last, norm }];
  });
  return found.sort((a, b) => a.day - b.day);
}

/**
 * The start and the end of probation as the form has them (Art. 24; 2014: Art. 25) against the branch meeting. A year from 24 June
 * ends on 24 June to most and on 23 June to some: both are right. Of somebody whose probation was extended the form still has the
 * first end.
 */
function wrongTerm(
  { data }: Person,
  meeting: KnownDate,
  months: number,
): { field: 'from' | 'to'; written: string; right: string } | undefined {
  const term = data.events?.probation;
  const from = term && parseDay(term.from);
  const to = term && parseDay(term.to);
  if (from === undefined || to === undefined) return undefined;
  if (from < meeting.first || from > meeting.last)
    return { field: 'from', written: isoOf(from), right: isoOf(meeting.first) };
  const ends = [12, months].map(own => addMonths(from, own));
  return ends.some(end => to === end || to === end - 1)
    ? undefined
    : { field: 'to', written: isoOf(to), right: isoOf(ends[0]!) };
}

/** The last day to which the meeting on conversion may be put off: later than the end of probation only after a move before it. */
function putOffTo({ dates }: Person, { norms, asOf }: Plan, end: Day): Day {
  const { transferredIn, conversionMeeting } = dates;
  const day = conversionMeeting?.first ?? asOf;
  if (!transferredIn || transferredIn.first > day) return end;
  return addMonths(end, norms.on('transfer', day).value!);
}

import type { GroupTexts } from '../texts.ts';
import { dated, known, step, when } from './steps.ts';
import { count, person } from './words.ts';

/** A limit that has passed cannot be mended, and must not be made up for on paper. */
const KEEP_RECORD = 'correct the date if it is wrong; otherwise record the reason and never alter the date';

const until = (from: string, to: string): string =>
  from === to ? known(from) : `${known(from)} to ${known(to)}`;

const months = (number: number): string => count(number, 'month');

export const period: GroupTexts<'period'> = {
  'period/talk-late': {
    title: 'Talk too late',
    demand:
      'The organization talks with an applicant within one month of the application: by the same date of the next month, or its last day.',
    message: ({ person: who, from, to, months: limitMonths, limit }) =>
      `${person(who)} applied ${when(from)}, the talk was ${when(to)}, later than the limit of ${months(limitMonths)} (${known(limit)})`,
    remedy: () => KEEP_RECORD,
  },
  'period/activist-wait': {
    title: 'Activist too soon',
    demand: 'A local norm sets a time between the application and becoming an activist; the Rules set none.',
    message: ({ person: who, application, activist, months: needed, earliest }) =>
      `${person(who)} applied ${when(application)} and became an activist ${when(activist)}, before ${months(needed)} had passed (${known(earliest)})`,
    remedy: () => 'correct the date if it is wrong; for a special case get approval and add a waiver',
  },
  'period/activist-too-short': {
    title: 'Cultivation too short',
    demand:
      'An activist is cultivated for at least a year before being listed as a prospective member; nominees not listed yet are judged on the day on which the plan fills its slots.',
    message: ({ person: who, activist, until, on, months: needed, ripeOn }) =>
      `${person(who)} became an activist ${when(activist)} and ${
        {
          prospective: `was listed ${when(on)}`,
          branchMeeting: `came before the branch meeting ${when(on)}`,
          slot: `is to be listed ${when(on)}`,
        }[until]
      }; ${months(needed)} of cultivation are full ${when(ripeOn)} only`,
    remedy: ({ until }) =>
      until === 'slot'
        ? 'choose somebody else or a later day; correct the date if it is wrong'
        : 'correct the date if it is wrong; otherwise report it to the superior committee',
  },
  'period/activist-too-long': {
    title: 'Activist for too long',
    demand: 'A local norm limits the time as an activist; the Rules do not.',
    message: ({ person: who, activist, prospective, months: most, limit }) =>
      `${person(who)} became an activist ${when(activist)} and ${prospective ? `was listed ${when(prospective)}` : 'is not listed yet'}, after more than ${months(most)} (${known(limit)})`,
    remedy: () => 'decide anew: go on with those who are fit, take the others off the list of activists',
  },
  'period/inspection-gap': {
    title: 'Half-yearly inspection missed',
    demand:
      'The branch inspects an activist every half year until the listing; it ends on the same date six months later, or on the last day of that month. Where the roster has no inspections at all nothing is judged.',
    message: ({ person: who, after, from, until, to, months: most, limit }) =>
      `${person(who)}: after ${after === 'activist' ? 'becoming an activist' : 'the inspection'} ${when(from)} ${
        {
          inspections: `the next inspection was ${when(to)}`,
          listed: `there was no inspection before the listing ${when(to)}`,
          today: `there was no inspection until ${known(to)}`,
        }[until]
      }, more than ${months(most)} (${known(limit)})`,
    remedy: ({ until }) =>
      until === 'today'
        ? 'inspect soon, or fill in the date'
        : 'fill in what was left out; never make up an inspection that was not held',
  },
  'period/notice-too-short': {
    title: 'Notice too short',
    demand:
      'Notices are counted in working days: since 11 May 2026 at least 5 before somebody is listed; before that, and for the acceptance, by local practice.',
    message: ({ person: who, notice, from, to, calendarDays, have, need }) =>
      `${person(who)}: the ${step(notice)} from ${known(from)} to ${known(to)} has ${count(calendarDays, 'day')} but ${count(have, 'working day')}, ${need} needed`,
    remedy: ({ endsOn }) =>
      `extend it to ${known(endsOn)}; if it is over, make up for it before the next step`,
  },
  'period/training-too-short': {
    title: 'Training too short',
    demand: 'The short training of prospective members takes at least three days or at least 24 class hours.',
    message: ({ person: who, start, end, days, needDays, hours, needHours }) =>
      `${person(who)}: the training (${until(start, end)}) has ${count(days, 'day')} of ${needDays} and ${hours === null ? 'no class hours are given' : `${count(hours, 'class hour')} of ${needHours}`}`,
    remedy: ({ hours, needHours }) =>
      hours === null
        ? `give the class hours if there were ${needHours}`
        : 'complete the training; correct dates or hours if they are wrong',
  },
  'period/review-expired': {
    title: 'Political review expired',
    demand:
      'A political review is good for some time, commonly a year; it has to be so at the branch meeting and at the approval.',
    message: ({ person: who, review, step: name, on, months: valid, validUntil }) =>
      `the political review of ${person(who)} (${known(review)}) was good for ${months(valid)}, until ${known(validUntil)}; the ${step(name)} was ${when(on)}`,
    remedy: () => 'review again, or supplement the recent time',
  },
  'period/leaving-soon': {
    title: 'Leaves soon',
    demand:
      'Somebody who leaves the unit within three months of the preliminary review, the last day included, is generally not handled there.',
    message: ({ person: who, leaving, since, on, months: within, until }) =>
      `${person(who)} leaves ${when(leaving)}, within ${months(within)} (until ${known(until)}) of ${since === 'slot' ? `the day on which the plan fills its slots (${known(on)})` : `the ${dated({ step: since, date: on })}`}`,
    remedy: () => 'do not admit here as a rule; hand the file to the receiving unit, which goes on',
  },
  'period/meeting-late': {
    title: 'Branch meeting too late',
    demand:
      'The branch meeting is held within one month of the preliminary review: demanded by the Rules since 11 May 2026, before that by some local norms.',
    message: ({ person: who, from, to, months: most, limit }) =>
      `${person(who)} passed the preliminary review ${when(from)}, the branch meeting was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: () => KEEP_RECORD,
  },
  'period/vote-short': {
    title: 'Votes do not suffice',
    demand:
      'Those present exceed half of those entitled to vote, and so do those in favour, not half of those present. Written opinions sent in advance count as in favour; neither number exceeds those entitled.',
    message: ({ person: who, meeting, why, field, have, entitled, need }) =>
      `${person(who)}: of ${entitled} entitled to vote at the ${step(meeting)} ${
        {
          quorum: `${have} were present, at least ${need} needed`,
          majority: `${have} were in favour, at least ${need} needed`,
          'more-than-entitled': `${have} are said to be ${field === 'present' ? 'present' : 'in favour'}`,
        }[why]
      }`,
    remedy: ({ why }) =>
      ({
        quorum: 'the meeting cannot decide: hold it again; correct the number if it is wrong',
        majority: 'the resolution was not passed and cannot be sent up; correct the number if it is wrong',
        'more-than-entitled': 'correct it by the minutes; only full members with a vote count',
      })[why],
  },
  'period/approval-late': {
    title: 'Approval too late',
    demand:
      'The committee decides on an admission within three months of the branch meeting, in special cases within six; on a conversion within three.',
    message: ({
      person: who,
      approval,
      meeting,
      approved,
      today,
      months: own,
      limit,
      most,
      utmost,
      beyond,
    }) =>
      `${person(who)}: the branch meeting agreed to the ${approval === 'approval' ? 'admission' : 'conversion'} ${when(meeting)}, ${approved ? `the committee decided ${when(approved)}` : `no decision until ${known(today)}`}; the limit is ${beyond && most !== null ? `${months(most)} (${known(utmost)})` : `${months(own)} (${known(limit)})`}`,
    remedy: ({ approval, approved, most, utmost, beyond }) =>
      approved && (beyond || most === null)
        ? KEEP_RECORD
        : beyond && approval === 'approval'
          ? 'report it to the organization department, as a rule the procedure starts again; fill in the date if it was approved'
          : `${approved ? 'correct the date if it is wrong' : 'decide soon, or fill in the date'}${most === null ? '' : `; in a special case record the reason, ${known(utmost)} is the last day`}`,
  },
  'period/oath-late': {
    title: 'Oath too late',
    demand:
      'The oath is generally taken within one month of the approval: demanded by the Rules since 11 May 2026, before that by some local norms.',
    message: ({ person: who, from, to, months: most, limit }) =>
      `${person(who)} was approved ${when(from)}, the oath was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: () => KEEP_RECORD,
  },
  'period/probation': {
    title: 'Probation',
    demand:
      'Probation is one year, counted from the branch meeting, not from the approval or the oath. The conversion is discussed when it is over, and then soon.',
    message: ({ person: who, why, meeting, on, months: own, endsOn }) =>
      why === 'too-early'
        ? `${person(who)} was admitted ${when(meeting)}; ${months(own)} of probation are full ${when(endsOn)}, the conversion was discussed ${when(on)}`
        : `the probation of ${person(who)}, admitted ${when(meeting)}, was over ${when(endsOn)}; there is no meeting on the conversion until ${known(on)}`,
    remedy: ({ why, endsOn }) =>
      why === 'too-early'
        ? `correct the date if it is wrong; the conversion is discussed ${when(endsOn)} or later`
        : 'discuss the conversion, or fill in the date; for an extended probation add a waiver',
  },
  'period/straddles-revision': {
    title: 'Under two texts of the Rules',
    demand:
      'From the notice before the listing to the oath the two texts of the Rules differ. Which applies to a procedure under way is not settled; each step is judged by the text in force on its day.',
    message: ({ person: who, revision, before, after }) =>
      `${person(who)}: the ${dated(before)} was before the new Rules of ${known(revision)}, the ${dated(after)} after`,
    remedy: () =>
      'each step was judged by the text of its day; ask the organization department which one applies',
  },
};

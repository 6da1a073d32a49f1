import type { GroupTexts } from '../rule-texts.ts';
import { dated, known, step, when } from './steps.ts';
import { count, person } from './words.ts';

/** A limit that has passed cannot be mended, and must not be made up for on paper. */
const EXTENSION = 'candidates.candidates.events.probationExtension';

const KEEP_RECORD = 'correct the date if it is wrong; otherwise record the reason and never alter the date';

/** Of what the Rules ask for generally (一般) a breach asks for the reason. */
const GIVE_REASON =
  'for a special case give the reason and the approver in waivers (rule, subject, reason, approvedBy, until)';

/** Two steps of the plan, further apart than they may be. */
const apart = (
  { from: first, to: second }: { from: string; to: string },
  from: string,
  to: string,
  most: number,
  limit: string,
): string =>
  `"${second}" is planned ${when(to)}, later after "${first}" (${known(from)}) than the limit of ${months(most)} (${known(limit)})`;

const MOVE = ({ to }: { to: string }, limit: string): string => `move "${to}" to ${known(limit)} or earlier`;

const until = (from: string, to: string): string =>
  from === to ? known(from) : `${known(from)} to ${known(to)}`;

const months = (number: number): string => count(number, 'month');

export const period: GroupTexts<'period'> = {
  'period/talk-late': {
    title: 'Talk too late',
    demand:
      'The organization talks with an applicant within one month of the application: by the same date of the next month, or its last day.',
    message: ({ from, to, months: most, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, most, limit)
        : `${person(whose.person)} applied ${when(from)}, the talk was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/activist-wait': {
    title: 'Activist too soon',
    demand: 'A local norm sets a time between the application and becoming an activist; the Rules set none.',
    message: ({ person: who, application, activist, months: needed, earliest }) =>
      `${person(who)} applied ${when(application)} and became an activist ${when(activist)}, before ${months(needed)} had passed (${known(earliest)})`,
    remedy: () =>
      'correct the date if it is wrong; for a special case get approval and add a waiver (plan explain period/activist-wait shows how)',
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
      'Notices are counted in working days: since 11 May 2026 at least 5 before somebody is listed; before that, and for activists, acceptances and conversions, by local practice.',
    message: ({ person: who, notice, from, to, calendarDays, have, need }) =>
      `${person(who)}: the ${step(notice)} from ${known(from)} to ${known(to)} has ${count(calendarDays, 'day')} but ${count(have, 'working day')}, ${need} needed`,
    remedy: ({ endsOn }) =>
      `extend it to ${known(endsOn)}; if it is over, make up for it before the next step`,
  },
  'period/training-too-short': {
    title: 'Training too short',
    demand:
      'The short training of prospective members generally takes at least three days or at least 24 class hours.',
    message: ({ start, end, days, needDays, hours, needHours, ...whose }) =>
      `${'step' in whose ? `"${whose.step}"` : `${person(whose.person)}: the training`} (${until(start, end)}) has ${count(days, 'day')} of ${needDays} and ${hours === null ? 'no class hours are given' : `${count(hours, 'class hour')} of ${needHours}`}`,
    remedy: ({ hours, needDays, needHours, ...whose }, key) =>
      `${
        hours === null
          ? `give the class hours if there are ${needHours} (${key.put('timeline.steps.hours', needHours)})${'step' in whose ? `, else plan ${needDays} days` : ''}`
          : 'complete the training; correct dates or hours if they are wrong'
      }; ${GIVE_REASON}`,
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
    remedy: () =>
      `do not admit here as a rule; hand the file to the receiving unit, which goes on; ${GIVE_REASON}`,
  },
  'period/pre-review-late': {
    title: 'Preliminary review too late',
    demand:
      'A local norm limits the time from the branch committee’s review to the preliminary review; the Rules do not.',
    message: ({ from, to, months: most, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, most, limit)
        : `${person(whose.person)} was reviewed by the branch committee ${when(from)}, the preliminary review was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/prospective-wait': {
    title: 'Branch meeting too soon after the listing',
    demand: 'A local norm sets a time between the listing and the branch meeting; the Rules set none.',
    message: ({ from, to, months: least, earliest, ...whose }) =>
      'steps' in whose
        ? `"${whose.steps.to}" is planned ${when(to)}, before ${months(least)} after "${whose.steps.from}" (${known(from)}) have passed (${known(earliest)})`
        : `${person(whose.person)} was listed ${when(from)} and came before the branch meeting ${when(to)}, before ${months(least)} had passed (${known(earliest)})`,
    remedy: ({ earliest, ...whose }) =>
      'steps' in whose
        ? `move "${whose.steps.to}" to ${known(earliest)} or later`
        : 'correct the date if it is wrong; for a special case get approval and add a waiver (plan explain period/activist-wait shows how)',
  },
  'period/failed-vote': {
    title: 'Voted on again too soon',
    demand: 'A local norm sets a time after a vote that did not pass; the Rules set none.',
    message: ({ person: who, from, to, months: least, earliest }) =>
      `${person(who)} did not pass the branch meeting ${when(from)} and comes before it again ${when(to)}, before ${months(least)} have passed (${known(earliest)})`,
    remedy: ({ earliest }) =>
      `correct the date if it is wrong; hold the meeting on ${known(earliest)} or later`,
  },
  'period/resolution-late': {
    title: 'Resolution sent up late',
    demand:
      'A local norm sets a time in which the resolution of the branch meeting is sent up; the Rules say only in time.',
    message: ({ person: who, meeting, on, sent, months: most, limit }) =>
      `the resolution on ${person(who)} of ${known(meeting)} ${sent ? `was sent up ${when(on)}` : `has no day of being sent up until ${known(on)}`}, more than ${months(most)} later (by ${known(limit)})`,
    remedy: ({ again, sent }) =>
      `${sent ? 'correct the date if it is wrong' : 'fill in sentUp if it was sent'}; else ${again ? 'begin the procedure of admission again' : 'let the branch meeting discuss it again'}`,
  },
  'period/meeting-late': {
    title: 'Branch meeting too late',
    demand:
      'The branch meeting is held within one month of the preliminary review: demanded by the Rules since 11 May 2026, before that by some local norms.',
    message: ({ from, to, months: most, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, most, limit)
        : `${person(whose.person)} passed the preliminary review ${when(from)}, the branch meeting was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
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
    message: ({ approval, meeting, approved, today, months: own, limit, most, utmost, beyond, ...whose }) =>
      'steps' in whose
        ? beyond && most !== null
          ? apart(whose.steps, meeting, approved, most, utmost)
          : apart(whose.steps, meeting, approved, own, limit)
        : `${person(whose.person)}: the branch meeting agreed to the ${approval === 'approval' ? 'admission' : 'conversion'} ${when(meeting)}, ${approved ? `the committee decided ${when(approved)}` : `no decision until ${known(today)}`}; the limit is ${beyond && most !== null ? `${months(most)} (${known(utmost)})` : `${months(own)} (${known(limit)})`}`,
    remedy: ({ approval, approved, limit, most, utmost, beyond, ...whose }) =>
      'steps' in whose
        ? `${MOVE(whose.steps, limit)}${most === null ? '' : `; in a special case record the reason, ${known(utmost)} is the last day`}`
        : approved && (beyond || most === null)
          ? KEEP_RECORD
          : beyond && approval === 'approval'
            ? 'report it to the organization department, as a rule the procedure starts again; fill in the date if it was approved'
            : `${approved ? 'correct the date if it is wrong' : 'decide soon, or fill in the date'}${most === null ? '' : `; in a special case record the reason, ${known(utmost)} is the last day`}`,
  },
  'period/oath-late': {
    title: 'Oath too late',
    demand:
      'The oath is generally taken within one month of the approval: demanded by the Rules since 11 May 2026, before that by some local norms; counties may hold collective oaths on 1 July, National Day and the like.',
    message: ({ from, to, months: most, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, most, limit)
        : `${person(whose.person)} was approved ${when(from)}, the oath was ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: ({ limit, collective, ...whose }) =>
      collective
        ? 'nothing to do for a collective oath of the county'
        : `${'steps' in whose ? MOVE(whose.steps, limit) : 'correct the date if it is wrong'}; ${GIVE_REASON}`,
  },
  'period/probation': {
    title: 'Probation',
    demand:
      'Probation is one year, counted from the branch meeting, not from the approval or the oath, and may be extended once, by half a year to a year. The conversion is discussed when it is over, and then soon; of somebody who moved here it may be put off by at most six months.',
    message: ({ person: who, why, meeting, on, months: own, extended, endsOn, putOff, min, max }) => {
      const term = `${months(own)}${extended > 0 ? ` and ${months(extended)} of extension` : ''}`;
      return {
        'too-early': `${person(who)} was admitted ${when(meeting)}; ${term} of probation are full ${when(endsOn)}, the conversion was discussed ${when(on)}`,
        overdue: `the probation of ${person(who)} (${term}), admitted ${when(meeting)}, was over ${when(endsOn)}${putOff && `, and after the move the meeting could be put off to ${known(putOff)}`}; there is no meeting on the conversion until ${known(on)}`,
        late: `the probation of ${person(who)} (${term}), admitted ${when(meeting)}, was over ${when(endsOn)}; after the move the meeting could be put off to ${known(putOff)}, it was held ${when(on)}`,
        extension: `the probation of ${person(who)} is extended by ${months(extended)}, ${min} to ${max} are allowed`,
        again: `the probation of ${person(who)} was extended before, and again ${when(on)} by ${months(extended)}; it may be extended only once`,
        term: `the probation of ${person(who)} is written as ${known(on)}; by the branch meeting of ${known(meeting)} it is ${known(endsOn)}`,
        'extended-early': `the probation of ${person(who)} was extended ${when(on)}, before its ${months(own)} were full ${when(endsOn)}`,
      }[why];
    },
    remedy: ({ why, endsOn, min, max }, key) =>
      ({
        'too-early': `correct the date if it is wrong; the conversion is discussed ${when(endsOn)} or later`,
        overdue: `discuss the conversion, or fill in the date; of an extended probation write ${key(EXTENSION)}: { ${key(`${EXTENSION}.on`)}: the meeting’s date, ${key(`${EXTENSION}.months`)}: 6 }`,
        late: 'correct the date if it is wrong; else report it to the committee above, with the reason',
        extension: `correct the number if it is wrong; once, by ${min} to ${max} months`,
        again:
          'delete the one that is told twice; if the person is still not ready at its end, the branch meeting decides to cancel the probation and the committee above approves',
        term: 'correct start and end by the day of the branch meeting, and compare the application form',
        'extended-early': `correct the date if it is wrong; the branch meeting extends it once it is over (${known(endsOn)})`,
      })[why],
  },
  'period/conversion-application': {
    title: 'Application for conversion late',
    demand: 'A local norm asks for the application a time before the end of probation; the Rules set none.',
    message: ({ person: who, applied, months: before, endsOn, latest }) =>
      `${person(who)} applied for conversion ${when(applied)}; ${months(before)} before the end of probation (${known(endsOn)}) was ${known(latest)}`,
    remedy: () => KEEP_RECORD,
  },
  'period/archive-late': {
    title: 'Archived late',
    demand: 'The Rules ask for archiving in time after the conversion and give no number; a local norm may.',
    message: ({ from, to, days, limit, ...whose }) =>
      'steps' in whose
        ? `"${whose.steps.to}" is planned ${when(to)}, later after "${whose.steps.from}" (${known(from)}) than the limit of ${count(days, 'day')} (${known(limit)})`
        : `${person(whose.person)} was converted ${when(from)}, the papers were archived ${when(to)}, later than the limit of ${count(days, 'day')} (${known(limit)})`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/contacts-late': {
    title: 'Contacts named late',
    demand:
      'A local norm limits the time from becoming an activist to naming the contacts; the Rules do not.',
    message: ({ from, to, months: most, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, most, limit)
        : `${person(whose.person)} became an activist ${when(from)}, contacts were named ${when(to)}, later than the limit of ${months(most)} (${known(limit)})`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
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

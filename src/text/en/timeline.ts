import type { CannotApprove } from '../../model/approver.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { count, date, dates, fullDate, list, person, weekday, words } from './words.ts';

const lengthOf = (length: number, unit: 'd' | 'wd'): string =>
  count(length, unit === 'wd' ? 'working day' : 'day');

/** When a planned step is. */
function days({ from, to }: { from: string; to: string }): string {
  if (from === '') return `by ${date(to)}`;
  return from === to ? date(from) : `${date(from)} to ${date(to)}`;
}

const WHY_NOT: Record<CannotApprove, string> = {
  branch: 'a branch only proposes',
  'general-branch': 'a general branch only deliberates',
  'leading-group': 'a leading group approves no probationary members',
  temporary: 'a temporary organization receives and approves no members',
  'below-township': 'a base committee under a township or sub-district only deliberates',
};

export const timeline: GroupTexts<'timeline'> = {
  'timeline/procedure': {
    title: 'Against the order of the Rules',
    demand:
      'The steps of a plan follow the Rules: political review, training, reviews and form before the branch meeting, the talk before the approval, the oath after it; since 11 May 2026 the superior committee’s agreement, the notice and the listing come first, in this order. Days that may still be in order are no breach.',
    message: ({ step: own, other, belongs }) =>
      `"${own.name}" (${days(own)}) belongs ${belongs} "${other.name}" (${days(other)})`,
    remedy: ({ step: own, belongs, limit }) =>
      `move "${own.name}" ${limit === '' ? 'behind it' : `to ${date(limit)} or ${belongs === 'before' ? 'earlier' : 'later'}`}; correct the date if it is wrong`,
  },
  'timeline/approver': {
    title: 'Cannot approve',
    demand:
      'Admissions and conversions are approved by Party committees (working committees); not by branches, general branches, leading groups, temporary organizations or base committees below a township’s.',
    message: ({ by, why, ...whose }) =>
      `${'person' in whose ? `${person(whose.person)} was approved by "${by}"` : `"${by}" is responsible for "${whose.step}"`}; ${WHY_NOT[why]}`,
    remedy: whose =>
      'person' in whose
        ? 'correct it if it is wrong; otherwise report it to the superior committee'
        : 'name a committee with the power of approval, such as the township’s',
  },
  'timeline/order': {
    title: 'Wrong order',
    demand: 'A step begins after its predecessors are over, and no sooner than a lag allows.',
    message: ({ step, before, from, until, circle }) =>
      circle.length > 0
        ? `these steps wait for each other: ${list([...circle, circle[0]!])}`
        : `"${step}" begins on ${date(from)}, but "${before}" ends on ${date(until)}`,
    remedy: ({ field, earliest, circle }, key) =>
      circle.length > 0
        ? 'remove one of the predecessors'
        : `move it to ${date(earliest)} or later (${key(`timeline.steps.${field}`)}: ${earliest})`,
  },
  'timeline/overlap': {
    title: 'Steps overlap',
    demand: 'Steps that follow each other share no days.',
    message: ({ step, before, days, first, last }) =>
      `"${step}" shares ${count(days, 'day')} with "${before}" (${first === last ? date(first) : `${date(first)} to ${date(last)}`})`,
    remedy: () =>
      'separate them; if they can be on one day, add a waiver (plan explain timeline/overlap shows how)',
  },
  'timeline/deadline-missed': {
    title: 'Deadline missed',
    demand: 'A step ends by its deadline, that day included, and not before it begins.',
    message: ({ step, to, limit, reversed }) =>
      reversed
        ? `"${step}" begins on ${date(limit)} but ends on ${date(to)}`
        : `"${step}" ends on ${date(to)}, after its deadline of ${date(limit)}`,
    remedy: () => 'check the dates',
  },
  'timeline/notice-too-short': {
    title: 'Public notice too short',
    demand:
      'Notices are counted in working days: at least five before listing as a prospective member since 11 May 2026, common practice before, and still for activists, acceptances and conversions.',
    message: ({ step, from, to, calendarDays, have, need }) =>
      `"${step}", ${date(from)} to ${date(to)}, is ${count(calendarDays, 'day')} but only ${count(have, 'working day')}; ${need} are needed`,
    remedy: ({ endsOn }, key) =>
      `extend it to ${date(endsOn)} (${key.put('timeline.steps.to', endsOn)}) and move what follows`,
  },
  'timeline/public-holiday': {
    title: 'On a public holiday',
    demand:
      "Steps keep clear of the days off by the State Council's notice; make-up Saturdays and Sundays count as working days.",
    message: ({ step, festivals, workingDays, calendarDays, makeup }) =>
      `"${step}": ${festivals.map(({ en, days }) => `${dates(days)} ${days.length > 1 ? 'are' : 'is'} off for ${en}`).join('; ')}${makeup.length > 0 ? ` (${dates(makeup)} worked)` : ''}${
        calendarDays > 1
          ? `; of its ${calendarDays} days ${workingDays === 0 ? 'none is a working day' : `only ${workingDays} ${workingDays === 1 ? 'is a working day' : 'are working days'}`}`
          : ''
      }`,
    remedy: ({ next, need, until }) =>
      until !== ''
        ? `${need} working days from ${date(next)} end on ${date(until)}: move it, or see to the staff`
        : need > 0
          ? `the next working day is ${date(next)}: move it, or see to the staff`
          : next === ''
            ? 'finish before the holiday what cannot be done in it'
            : `begin on ${date(next)} what cannot be done in the holiday`,
  },
  'timeline/rest-day': {
    title: 'On a weekend',
    demand: 'Weekend work is common in townships; this is only pointed out.',
    message: ({ step, days }) =>
      `"${step}": ${dates(days)} ${days.length === 1 ? 'is a weekend day' : 'are weekend days'}`,
    remedy: ({ next }) => `the next working day is ${date(next)}`,
  },
  'timeline/missing-step': {
    title: 'Step missing',
    demand:
      'The timeline has a public notice, the training of prospective members, pre-review, branch meeting and approval; where it has the listing, the introducers or the review by the branch committee, a political review, too. A step names one of them.',
    message: ({ kind, also, within }) =>
      within !== undefined
        ? `"${within}" names several steps, ${list([kind, ...also].map(words))}, and is held against none of their demands`
        : also.length > 0
          ? `the timeline has no step of admission, such as ${list([kind, ...also].map(words))}`
          : `the timeline has no ${words(kind)}`,
    remedy: ({ also, within }) =>
      within !== undefined
        ? 'divide it into steps with a name and a date each; where it is only one of them, write its kind'
        : also.length > 0
          ? 'leave it if this schedule is only about reports and meetings; else add the steps'
          : 'add the step; where it is arranged elsewhere, waive this with the reason',
  },
  'timeline/no-owner': {
    title: 'Nobody responsible',
    demand: 'Each step says who is responsible.',
    message: ({ step }) => `"${step}" names nobody responsible`,
    remedy: (_, key) =>
      `add the unit that is responsible, such as ${key.put('timeline.steps.owner', '镇组织办')}`,
  },
  'timeline/no-date': {
    title: 'No date',
    demand: 'The date of each step is written or can be worked out from duration and predecessors.',
    message: ({ step }) => `"${step}" has no date, and none can be worked out`,
    remedy: ({ year }, key) => {
      const duration = key.put('timeline.steps.duration', '5wd');
      const after = key.put(
        'timeline.steps.after',
        key.inSheet ? 'the step before' : '[code of the step before]',
      );
      return `add a date, such as ${key.put('timeline.steps.on', `${year}-06-08`)}; or a duration and dated predecessors, such as ${duration}, ${after}`;
    },
  },
  'timeline/kind-from-name': {
    title: 'Kind taken from the name',
    demand:
      'A step without a kind is taken for what its name says (pre-review, branch meeting, notice …), so that the norms can be held against it; a name that says several things is not guessed.',
    message: ({ steps, instead }) =>
      instead !== ''
        ? `"${steps[0]!.name}" comes before the notice and is judged as ${words(steps[0]!.kind)}; its name does not say whether the branch committee only proposes people`
        : `no kind is given; taken from the names: ${list(steps.map(({ name, kind }) => `"${name}" is ${words(kind)}`))}`,
    remedy: ({ steps, instead }, key) =>
      instead !== ''
        ? `where the branch committee proposes people give ${key.put('timeline.steps.kind', steps[0]!.kind)}; where people are listed give ${key.put('timeline.steps.kind', instead)}, and move the step behind the notice`
        : `where this is wrong give the kind, such as ${key.put('timeline.steps.kind', 'pre-review')}; of a step outside the procedure ${key.put('timeline.steps.kind', 'other')}`,
  },
  'timeline/duration-disagrees': {
    title: 'Length and days differ',
    demand:
      'A step that states both its days and its length states the same in both; a length fits into the part of the year that is named.',
    message: ({ step, from, to, isWindow, have, stated, unit }) =>
      `"${step}" takes ${lengthOf(stated, unit)}, but ${days({ from, to })} ${isWindow ? 'has only' : 'is'} ${lengthOf(have, unit)}`,
    remedy: ({ have, unit, isWindow }, key) =>
      isWindow
        ? 'correct the length or the days'
        : `if the days are right, write ${key.put('timeline.steps.duration', `${have}${unit}`)} or leave the length out; else correct the days`,
  },
  'timeline/outside-year': {
    title: 'Outside the year',
    demand: 'Steps, and the day on which ages are taken, lie within the year of the plan.',
    message: ({ step, date: day, year, lastYear }) =>
      `${step === null ? 'ages are taken' : `"${step}" is`} on ${fullDate(day)}, not in ${year}${lastYear === undefined ? '' : ` to ${lastYear}`}`,
    remedy: ({ step, date: day, year, derived }, key) =>
      derived
        ? 'the day follows from the steps before it: begin them earlier or shorten them; keep it where the work does run into the next year'
        : step === null
          ? `write ${key.put('plan.ageAsOf', `${year}${day.slice(4)}`)}; keep it where the superior prescribes that day`
          : `often left over from last year's file; if the year is wrong, write ${year}${day.slice(4)}`,
  },
  'timeline/overdue': {
    title: 'Overdue',
    demand: 'Steps that are past record the day on which they were done.',
    message: ({ step, to, days }) => `"${step}" was due on ${date(to)}, ${count(days, 'day')} ago`,
    remedy: ({ to }, key) =>
      `record the day it was done (${key.put('timeline.steps.done', to)}), or see to it or move it`,
  },
  'timeline/weekday-mismatch': {
    title: 'Wrong weekday',
    demand: 'A weekday written behind a date is that of the date.',
    message: ({ date: day, stated, actual }) =>
      `${fullDate(day)} is a ${weekday(actual)}, not a ${weekday(stated)}`,
    remedy: ({ actual }) => `if the date is right write ${weekday(actual)}, else correct the date`,
  },
  'timeline/calendar-unknown': {
    title: 'Holidays unknown',
    demand:
      'For years without a known State Council notice the thirteen statutory days and weekends are off, provisionally; exchanged weekends are not known.',
    message: ({ year }) =>
      `the holiday notice of ${year} is not known; working days are provisional (statutory days and weekends only)`,
    remedy: ({ year }, key) =>
      `update the tool once the notice is out; or list all its days in the plan: ${key('plan.rules')}: { ${key('plan.rules.settings')}: { ${key('plan.rules.settings.holidays')}: [${year}-01-01, …], ${key('plan.rules.settings.workdays')}: [ … ] } }, or in a pack`,
  },
};

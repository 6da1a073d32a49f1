import { type Decision, STEPS_OF } from '../../facts/procedure/decisions.ts';
import { noticeDays } from '../../facts/procedure/notices.ts';
import { firstDay, type Schedule } from '../../facts/schedule/resolve.ts';
import { personalNumbers } from '../../model/personal.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { unknownYears, unsureDays } from '../../norms/calendar/calendar.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import { isWide } from '../print/fit.ts';
import type { Part, PrintDocument } from '../print/model.ts';
import { openClaims, unproven } from './steps/claims.ts';
import { announced, rulesFor } from './steps/people-concerned.ts';
import { type PersonField, peopleTable } from './steps/person-fields.ts';

/** What a public notice says besides the people. */
export interface NoticeTerms {
  from: Day;
  to: Day;
  /** those that it has at the least, where a holiday notice is not known */
  workingDays: number;
  /** years of it whose holiday notice is not known */
  unknown: number[];
  /** working days by the law that such a notice may well give off; they are not counted */
  unsure: Day[];
  /** what is shorter than is demanded, so that this notice lasts longer: the plan's own, or the days asked for */
  tooShort?: 'plan' | 'asked';
}

/**
 * The days of the notice: from the day asked for, else the first of the plan's own, to the plan's last day or, where that is too
 * early, until the working days that are demanded are full, whatever number was asked for. They are counted by the cautious
 * calendar: a notice that hangs cannot be taken back when the year's holidays are published. Undefined where no day is known.
 */
export function noticeTerms(
  plan: Plan,
  { steps }: Schedule,
  asked: { from?: Day | undefined; workingDays?: number | undefined },
  decision: Decision = 'prospective',
): NoticeTerms | undefined {
  const { kind, norm: id } = STEPS_OF[decision];
  const own = steps.find(({ step, from }) => step.kind === kind && from !== undefined);
  const { settings } = plan;
  const calendar = plan.calendar.cautious;
  const day = asked.from ?? own?.from;
  if (day === undefined) return undefined;
  const demanded = noticeDays(plan, id, day);
  const needed = Math.max(asked.workingDays ?? 0, demanded);
  // 5月12日前: it hangs on the working days that end then.
  const isOpen = asked.from === undefined && own?.kind === 'deadline' && own.step.duration === undefined;
  const from = isOpen ? firstDay(day, { count: needed, unit: 'wd' }, calendar) : day;
  const counted = settings.noticeExcludesFirstDay ? from + 1 : from;
  const least = calendar.nthWorkingDay(counted, needed);
  const isPlans = asked.from === undefined && asked.workingDays === undefined;
  const planned = isPlans ? (own?.to ?? from) : from;
  const to = Math.max(least, planned);
  return {
    from,
    to,
    workingDays: calendar.workingDays(counted, to),
    unknown: unknownYears(calendar, from, to),
    unsure: unsureDays(plan.calendar, counted, to),
    ...(isPlans && planned < least ? { tooShort: 'plan' as const } : {}),
    ...(asked.workingDays !== undefined && asked.workingDays < demanded
      ? { tooShort: 'asked' as const }
      : {}),
  };
}

const BASIC: PersonField[] = [
  ...(['number', 'name', 'gender', 'ethnicity', 'birth', 'nativePlace', 'education'] as const),
  ...(['position', 'branch', 'application'] as const),
];

/** What a notice of each decision tells of people; columns that nobody has anything for are left out. */
const FIELDS: Record<Decision, PersonField[]> = {
  activist: BASIC,
  prospective: [...BASIC, 'activist', 'contacts'],
  acceptance: [...BASIC, 'activist', 'prospective', 'introducers'],
  conversion: [...BASIC, 'branchMeeting', 'introducers'],
};

/**
 * The public notice (公示) of a decision. Only what a notice may say of people is taken from the roster: name, sex, ethnicity,
 * month of birth, native place, education, post, branch, dates of steps, contacts or introducers; never an ID number or a
 * phone. The phone in it is the office's.
 */
export function noticeOf(
  plan: Plan,
  terms: NoticeTerms,
  texts: Texts,
  decision: Decision = 'prospective',
  people: readonly Person[] = announced(plan, decision),
): PrintDocument {
  const { notice } = texts.papers;
  const { notice: words, who } = texts.stepPapers;
  const organization = plan.organization.name;
  const { office, address } = plan.organization;
  const all = people.map(({ name }) => name);
  const names = who(all);
  const rules = rulesFor(plan, people[0], STEPS_OF[decision].notice);
  const open = openClaims(unproven(plan, 'notice', decision, people, terms.from));
  const table: Part = {
    kind: 'table',
    name: words.table,
    ...peopleTable(plan, people, FIELDS[decision], texts),
  };
  return {
    title: words.title(decision, names),
    language: texts.language,
    style: 'official',
    orientation: isWide([table]) ? 'landscape' : 'portrait',
    day: terms.from,
    whole: [...all, organization],
    published: publicPhones(plan),
    parts: [
      { kind: 'paragraph', text: words.opening(decision, organization, names, rules, open) },
      table,
      {
        kind: 'paragraph',
        text: notice.period(
          isoOf(terms.from),
          isoOf(terms.to),
          terms.workingDays,
          terms.unknown.length === 0,
        ),
      },
      ...(decision === 'prospective' ? placesOf(plan, terms.from, people, texts) : []),
      { kind: 'paragraph', text: notice.opinions(office ?? organization) },
      ...contact(notice.office, office ?? organization),
      ...contact(notice.phone, plan.organization.phone || notice.blank),
      ...contact(notice.address, address || notice.blank),
      { kind: 'issuer', organization, date: notice.date(isoOf(terms.from)) },
    ],
  };
}

/** Mobile people have it at the place that they left and at the one that they live in, at the same time (Art. 13, since 2026). */
function placesOf(plan: Plan, from: Day, people: readonly Person[], texts: Texts): Part[] {
  const mobile = people.filter(({ data }) => data.mobile === true);
  if (mobile.length === 0 || plan.norms.on('mobile-notice', from).standing !== 'regulation') return [];
  const places = mobile.flatMap(({ data }) => data.events?.prospectiveNotice?.places ?? []);
  const named = [...new Set(places.filter(place => place !== null))].map(place => place);
  const names = mobile.map(({ name }) => name);
  return [{ kind: 'paragraph', text: texts.papers.notice.mobile(names, named) }];
}

const contact = (label: string, value: string): Part[] => [{ kind: 'paragraph', text: label + value }];

/**
 * The office's phone, which papers show in full: it is there to be called, whoever gives it for theirs. A mobile one that stands on the
 * roster is somebody's own, and an ID number is none.
 */
export function publicPhones({ organization: { phone }, people }: Plan): string[] {
  if (phone === undefined || !/\d{3}/.test(phone)) return [];
  const digits = (text: string) => text.replace(/\D/g, '').slice(-11);
  const numbers = personalNumbers(phone);
  const isSomebodys = people.some(({ data }) =>
    numbers.some(number => data.phone !== undefined && digits(data.phone) === digits(number.text)),
  );
  return isSomebodys || numbers.some(({ kind }) => kind !== 'phone') ? [] : [phone];
}

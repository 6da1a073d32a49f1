import type { Schedule } from '../../facts/schedule/resolve.ts';
import { maskPersonal, personalNumbers } from '../../model/personal.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { dateText, type EventName } from '../../model/steps.ts';
import type { Texts } from '../../text/texts.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { Cell, Column } from '../findings/rows.ts';
import type { Part, PrintDocument } from '../print/model.ts';

/** What a public notice says besides the nominees. */
export interface NoticeTerms {
  from: Day;
  to: Day;
  workingDays: number;
  /** the plan's own notice is shorter than is demanded, so this one ends later than the plan says */
  extended: boolean;
}

/**
 * The days of the notice: from the day asked for, else the first of the plan's notice, to the plan's last day or, where
 * that is too early, until the working days that are demanded are full. Undefined where no day is known.
 */
export function noticeTerms(
  plan: Plan,
  { steps }: Schedule,
  asked: { from?: Day | undefined; workingDays?: number | undefined },
): NoticeTerms | undefined {
  const own = steps.find(({ step, from }) => step.kind === 'notice' && from !== undefined);
  const from = asked.from ?? own?.from;
  if (from === undefined) return undefined;
  const { calendar, settings } = plan;
  const norm = plan.norms.find('notice', from)?.value ?? 1;
  const needed = asked.workingDays ?? Math.max(norm, settings.noticeWorkingDays ?? 0);
  const counted = settings.noticeExcludesFirstDay ? from + 1 : from;
  const least = calendar.nthWorkingDay(counted, needed);
  const planned = asked.from === undefined && asked.workingDays === undefined ? (own?.to ?? from) : from;
  const to = Math.max(least, planned);
  return {
    from,
    to,
    workingDays: calendar.workingDays(counted, to),
    extended: planned < least && asked.from === undefined && asked.workingDays === undefined,
  };
}

/**
 * The public notice (公示) on the nominees. Only what a notice may say of people is taken from the roster: name, sex,
 * ethnicity, month of birth, native place, education, post, branch, and two dates; never an ID number or a phone. The
 * phone in it is the office's.
 */
export function noticeOf(plan: Plan, terms: NoticeTerms, texts: Texts): PrintDocument {
  const { notice } = texts.papers;
  const nominees = plan.people.filter(({ role }) => role === 'nominee');
  const organization = maskPersonal(plan.organization.name);
  const { office, address } = plan.organization;
  const names = nominees.map(({ name }) => maskPersonal(name));
  return {
    title: notice.title(names),
    language: texts.language,
    style: 'official',
    orientation: 'portrait',
    day: terms.from,
    published: [officePhone(plan)].filter(phone => phone !== ''),
    parts: [
      { kind: 'paragraph', text: notice.opening(organization, names) },
      { kind: 'table', name: notice.table, ...nomineesTable(nominees, texts) },
      { kind: 'paragraph', text: notice.period(isoOf(terms.from), isoOf(terms.to), terms.workingDays) },
      { kind: 'paragraph', text: notice.opinions(maskPersonal(office ?? organization)) },
      ...contact(notice.office, maskPersonal(office ?? organization)),
      ...contact(notice.phone, officePhone(plan) || notice.blank),
      ...contact(notice.address, maskPersonal(address ?? '') || notice.blank),
      { kind: 'issuer', organization, date: notice.date(isoOf(terms.from)) },
    ],
  };
}

const contact = (label: string, value: string): Part[] => [{ kind: 'paragraph', text: label + value }];

/** The office's phone may be a mobile one, but never one that stands on the roster, nor an ID number. */
function officePhone({ organization, people }: Plan): string {
  const phone = organization.phone ?? '';
  const digits = (text: string) => text.replace(/\D/g, '');
  const isSomebodys = people.some(
    ({ data }) => data.phone !== undefined && digits(data.phone).slice(-11) === digits(phone).slice(-11),
  );
  const isPhone = personalNumbers(phone).every(({ kind }) => kind === 'phone');
  return isSomebodys || !isPhone ? maskPersonal(phone) : phone;
}

interface Field {
  column: Column;
  text(person: Person, index: number): string;
}

/** Columns that nobody has anything for are left out. */
function nomineesTable(
  nominees: readonly Person[],
  { papers }: Texts,
): { columns: Column[]; rows: Cell[][] } {
  const { columns, term } = papers.notice;
  const date = (name: EventName) => (person: Person) => {
    const known = person.dates[name];
    return known ? dateText(known).slice(0, 7) : '';
  };
  const fields: Field[] = [
    { column: { title: columns.number, align: 'right' }, text: (_, index) => String(index + 1) },
    { column: { title: columns.name, min: 6 }, text: ({ name }) => name },
    { column: { title: columns.gender }, text: ({ data }) => term('gender', data.gender ?? '') },
    { column: { title: columns.ethnicity }, text: ({ data }) => data.ethnicity ?? '' },
    { column: { title: columns.birth }, text: ({ data }) => (data.birth ?? '').slice(0, 7) },
    { column: { title: columns.nativePlace, min: 6 }, text: ({ data }) => data.nativePlace ?? '' },
    { column: { title: columns.education }, text: ({ data }) => term('education', data.education ?? '') },
    { column: { title: columns.position, min: 8 }, text: ({ data }) => data.position ?? '' },
    { column: { title: columns.branch, min: 8 }, text: ({ data }) => data.branch ?? '' },
    { column: { title: columns.application }, text: date('application') },
    { column: { title: columns.activist }, text: date('activist') },
  ];
  const used = fields.filter(
    ({ text }, index) => index < 2 || nominees.some((person, at) => text(person, at) !== ''),
  );
  return {
    columns: used.map(({ column }) => column),
    rows: nominees.map((person, index) =>
      used.map(({ text }) => ({ text: maskPersonal(text(person, index)) })),
    ),
  };
}

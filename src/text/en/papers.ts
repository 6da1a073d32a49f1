import vocabulary from '../../generated/vocabulary.json' with { type: 'json' };
import { isShareText } from '../../values/share.ts';
import type { StructureDemand, papers as zh } from '../zh/papers.ts';
import { and, count, date, dates, demand, fullDate, perBranch, quantity, share } from './words.ts';

const heads = (min: number, max: number | null): string =>
  max === null ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;

const days = (from: string, to: string): string =>
  from === to ? fullDate(from) : `${date(from)} to ${fullDate(to)}`;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function structureDemand(own: StructureDemand): string {
  const { name, comparator, amount, of, min, max, planned, advisory } = own;
  if (comparator === 'actual' && isShareText(amount))
    return `${name}: ${planned === undefined ? '' : `${quantity(planned)}, `}${share(amount)}${of && ` of "${of}"`}`;
  const inside = [
    isShareText(amount) && min !== null ? heads(min, max) : '',
    planned === undefined ? '' : `planned ${quantity(planned)}`,
    advisory ? 'advisory' : '',
  ].filter(part => part !== '');
  return `${name}: ${demand(comparator, amount)}${of && ` of "${of}"`}${inside.length > 0 ? ` (${inside.join(', ')})` : ''}`;
}

const isKnown = (field: string): field is keyof typeof vocabulary => field in vocabulary;

export const papers: typeof zh = {
  signature: ['Person in charge', 'Prepared by', 'Date'],
  gantt: {
    title: 'Chart',
    legend: { planned: 'planned', done: 'done', critical: 'critical', rest: 'day off' },
    label: iso => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))}`,
    month: iso => MONTHS[Number(iso.slice(5, 7)) - 1]!,
    days,
  },
  report: {
    title: plan => `${plan}: report`,
    verdict: (verdict, counts) => `Verdict: ${verdict} (${counts})`,
    findings: total => `Findings (${total})`,
    severity: name => `[${name}] `,
    checklist: 'Papers',
    person: 'Name',
  },
  schedule: {
    title: plan => `${plan}: schedule`,
    nothing: 'The plan has no timeline.',
    columns: {
      date: 'Date',
      weekday: 'Day',
      step: 'Step',
      workingDays: 'Working days',
      owner: 'Owner',
      materials: 'Papers due',
      slack: 'Slack',
      remarks: 'Remarks',
    },
    list: items => items.join(', '),
    critical: 'critical',
    deadline: iso => `due ${date(iso)}`,
    done: iso => `done ${date(iso)}`,
    placed: (direction, first, last) =>
      direction === 'forward'
        ? `Planned forward from ${fullDate(first)}: done on ${fullDate(last)}. Days are worked out over working days.`
        : `Planned back from ${fullDate(last)}: begins on ${fullDate(first)} at the latest. Days are worked out over working days.`,
    criticalPath: steps => `Critical steps (a day late there is a day late at the end): ${steps.join(' → ')}`,
    circle: ids =>
      `The steps ${and(ids)} wait for each other, so no days can be worked out; mend their "after".`,
    misfit: {
      deadline: (step, ends, deadline, chain) =>
        `"${step}" does not fit: it ends on ${fullDate(ends)} at the earliest, after its deadline of ${fullDate(deadline)}; what binds: ${chain.join(' → ')}. Begin earlier, shorten a step or move the deadline.`,
      start: (step, begins, today, chain) =>
        `"${step}" is too late: it had to begin by ${fullDate(begins)}, and today is ${fullDate(today)}; behind it: ${chain.slice(1).join(' → ') || 'nothing'}. End later or shorten a step.`,
    },
  },
  ics: {
    description: 'Made by plan from the timeline of the plan',
    owner: name => `Owner: ${name}`,
    materials: names => `Papers due: ${names.join(', ')}`,
    deadline: iso => `Due: ${fullDate(iso)}`,
    lastDay: name => `last day: ${name}`,
    nothing:
      'no step of the plan has a date, so the calendar would be empty; put dates into the timeline, or work them out with --forward or --backward',
    when: said => `When: ${said}`,
    due: step => `${step} (due)`,
  },
  leftOut: count =>
    `What follows lacks ${count === 1 ? 'a part' : `${count} parts`} of the plan, which could not be read; print it again once they are mended:`,
  at: place => ` (${place})`,
  notice: {
    term: (field, value) =>
      isKnown(field) && value in vocabulary[field] ? value.replaceAll('-', ' ') : value,
    period: (from, to, workingDays, isCertain) =>
      `Period: ${days(from, to)} (${isCertain ? '' : 'at least '}${count(workingDays, 'working day')}).`,
    opinions: receiver =>
      `During this period opinions may be given to ${receiver} by letter, by phone or in person. They should be truthful and, if possible, signed, so that they can be looked into.`,
    mobile: (names, places) =>
      `${names.join(', ')}: posted at the same time at the place they left and the one they live in${places.length > 1 ? ` (${places.join(', ')})` : ''}.`,
    office: 'Received by: ',
    phone: 'Phone: ',
    address: 'Address: ',
    blank: '________________',
    date: fullDate,
    extended: {
      plan: (to, workingDays) =>
        `the plan's notice is too short; this one lasts until ${fullDate(to)}, ${count(workingDays, 'working day')}: mend the timeline, too`,
      asked: (to, workingDays) =>
        `--days is too few: a notice hangs for at least ${count(workingDays, 'working day')}, so this one lasts until ${fullDate(to)}`,
    },
    provisional: (years, unsure) =>
      `the holiday notice of ${and(years.map(String))} is not known, so the days are provisional${unsure.length === 0 ? '' : `: ${dates(unsure)} may be off and ${unsure.length === 1 ? 'is' : 'are'} not counted`}; check the last day when the notice is published`,
    noDate:
      'the plan has no day for the notice: put it into the timeline, or name the first day, such as plan notice --from 2026-06-16',
  },
  document: {
    headings: { quota: 'Quota', schedule: 'Procedure and timeline', materials: 'Papers' },
    numbered: (number, heading) => `${number}. ${heading}`,
    numberedPhase: (number, phase) => `(${number}) ${phase}`,
    quota: (year, total, superior, reserve, parts) => {
      const from = superior ? `As arranged by ${superior}, the` : 'The';
      const kept = reserve
        ? ` For each new member ${heads(reserve.min, reserve.max)} activists are kept in reserve.`
        : '';
      const split =
        parts.length > 0
          ? ` Split: ${parts.map(({ name, count: own }) => `${name} ${quantity(own)}`).join(', ')}.`
          : '';
      return `${from} guideline quota of ${year} is ${total.kind === 'exact' ? count(total.heads, 'new member') : quantity(total)}.${kept}${split}`;
    },
    comma: ', ',
    doneBy: iso => `by ${date(iso)}`,
    years: (years, tolerance) =>
      `It is carried out over ${count(years, 'year')}${tolerance === undefined ? '' : `, ±${tolerance} of the average in each`}.`,
    batches: parts =>
      `In batches: ${parts.map(({ name, count: own }) => `${name} ${quantity(own)}`).join(', ')}.`,
    perBranch: (min, max) => `Each branch has ${perBranch(min, max)}.`,
    structure: demands => `Among the new members: ${demands.map(structureDemand).join('; ')}.`,
    number: own => quantity(own),
    columns: { requirement: 'Requirement', demand: 'Demand', heads: 'Heads', planned: 'Planned' },
    heads,
    days,
    span: (from, to, year) => {
      const own = (iso: string) => (iso.startsWith(String(year)) ? date(iso) : fullDate(iso));
      return from === to ? own(from) : `${own(from)} – ${own(to)}`;
    },
    step: (number, name, when, owner, note) => {
      const inside = [when, owner].filter(part => part !== '').join(', ');
      return `${number}. ${name}${inside && ` (${inside})`}.${note && ` ${note}`}`;
    },
    materials: (names, by, owner) =>
      `${owner || 'The branches'} hand in${by && ` by ${fullDate(by)}`} the papers of those who meet the conditions: ${names.map(({ name, count: own }) => (own > 1 ? `${name} (${own})` : name)).join(', ')}.`,
    attachments: 'Attachments: ',
    attachment: number => `Attachment${number === 0 ? '' : ` ${number}`}`,
    scheduleAttachment: 'Timeline',
    date: fullDate,
    mark: organization => organization,
    blankNumber: year => `No. ____ (${year})`,
    copies: to => `Copies: ${to.join(', ')}.`,
    printed: date => `printed ${date}`,
    blankDate: year => `          ${year}`,
  },
};

import type { Facts } from '../../facts/facts.ts';
import type { ScheduledStep } from '../../facts/schedule/resolve.ts';
import { type Upcoming, upcoming } from '../../facts/upcoming.ts';
import { unknownYears, unsureDays } from '../../norms/calendar/calendar.ts';
import type { Texts } from '../../text/texts.ts';
import { isoOf, weekdayOf } from '../../values/day.ts';
import { whenSaid } from '../papers/when.ts';
import { type Cell, laidOut, type Section, section } from './section.ts';

/** The steps with their days, and what there is to say of these. */
export function timeline({ plan, schedule }: Facts, texts: Texts): Section | undefined {
  if (schedule.steps.length === 0) return undefined;
  const { heading, columns } = texts.report.timeline;
  return section(heading, {
    columns: laidOut(columns, [
      { min: 12 },
      { min: 5 },
      { min: 10 },
      { align: 'right' },
      { align: 'right' },
      { min: 10 },
    ]),
    rows: schedule.steps.map(step => stepRow(step, plan, texts)),
  });
}

function stepRow(scheduled: ScheduledStep, plan: Facts['plan'], texts: Texts): Cell[] {
  const { step, from, to, kind, calendarDays, workingDays } = scheduled;
  const { timeline: own } = texts.report;
  if (from === undefined || to === undefined)
    return [{ text: own.undated, tone: 'faint' }, ...['', step.name, '', '', ''].map(text => ({ text }))];
  const weekday = (day: number) => own.weekday(weekdayOf(day));
  const isItsOwn = kind === 'days' || step.duration !== undefined;
  return [
    whenSaid(scheduled, texts, plan.year) ?? texts.papers.document.span(isoOf(from), isoOf(to), plan.year),
    kind === 'window'
      ? ''
      : from === to || kind === 'deadline'
        ? weekday(to)
        : own.weekdays(weekday(from), weekday(to)),
    step.name,
    // Days between which it takes place, or by which it is done, are not its own.
    isItsOwn ? own.days(calendarDays) : '',
    isItsOwn ? own.days(workingDays) : '',
    remarksOf(scheduled, plan, texts).join(texts.language === 'zh' ? '；' : '; '),
  ].map(text => ({ text }));
}

/** Of a step longer than this nobody wants each day off. */
const MONTH = 31;

/** What there is to say of a step's days: rest days and make-up workdays within it, computed, not yet certain. */
export function remarksOf(
  { from, to, kind, computed }: ScheduledStep,
  plan: Facts['plan'],
  texts: Texts,
): string[] {
  if (from === undefined || to === undefined) return [];
  const { timeline: own } = texts.report;
  const remarks = kind === 'days' ? restDays(from, to, plan, texts) : [];
  if (computed) remarks.push(own.computed);
  if (unknownYears(plan.calendar, from, to).length > 0) {
    const unsure = kind === 'days' && to - from <= MONTH ? unsureDays(plan.calendar, from, to) : [];
    remarks.push(own.provisional(unsure.map(isoOf)));
  }
  return remarks;
}

/** Days off within a step, for short ones: `9–11日端午节放假`. */
function restDays(
  from: number,
  to: number,
  { calendar }: Facts['plan'],
  { report, language }: Texts,
): string[] {
  if (to - from > MONTH) return [];
  const holidays = new Map<string, string[]>();
  const weekends: string[] = [];
  const makeups: string[] = [];
  for (let day = from; day <= to; day++) {
    const { kind, name } = calendar.status(day);
    const iso = isoOf(day);
    if (kind === 'weekend') weekends.push(iso);
    else if (kind === 'makeup-workday') makeups.push(iso);
    else if (kind === 'holiday') {
      const festival = name?.[language] ?? report.timeline.localHoliday;
      holidays.set(festival, [...(holidays.get(festival) ?? []), iso]);
    }
  }
  return [
    ...[...holidays].map(([name, days]) => report.timeline.holiday(name, days)),
    ...(weekends.length > 0 ? [report.timeline.weekend(weekends)] : []),
    ...(makeups.length > 0 ? [report.timeline.makeup(makeups)] : []),
  ];
}

/** What falls due within 30 days. */
export function nextDays(
  { plan, schedule }: Facts,
  { report: { upcoming: texts } }: Texts,
): Section | undefined {
  const due = upcoming(plan, schedule.steps);
  if (due.length === 0) return undefined;
  const [date, what, remark] = texts.columns;
  return section(texts.heading, {
    columns: [{ title: date }, { title: what, min: 12 }, { title: remark, min: 12 }],
    rows: due.map(each => [{ text: isoOf(each.day).slice(5) }, ...told(each, texts)]),
  });
}

function told(each: Upcoming, texts: Texts['report']['upcoming']): [Cell, Cell] {
  switch (each.kind) {
    case 'step':
      return [{ text: each.step.name }, { text: each.step.owner ?? '' }];
    case 'papers':
      return [
        { text: texts.papers(each.step.name) },
        { text: texts.lacking(each.lacking.map(({ name }) => name)), tone: 'warning' },
      ];
    case 'procedure':
      return [{ text: texts.event(each.event) }, { text: texts.people(each.people.map(({ name }) => name)) }];
  }
}

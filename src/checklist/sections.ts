import { maskPersonal } from '../model/personal.ts';
import type { Cell, Section } from '../report/rows.ts';
import type { Texts } from '../text/texts.ts';
import { type Checklist, isLacking, type Paper, type PersonChecklist, type Urgency } from './model.ts';

/** The three ways to look at a checklist. */
export const VIEWS = ['person', 'slot', 'step'] as const;
export type View = (typeof VIEWS)[number];

/** The checklist as sections that every format renders in its own way; `onlyMissing` leaves out what is in. */
export function sectionsOf(checklist: Checklist, view: View, onlyMissing: boolean, texts: Texts): Section[] {
  if (!checklist.kept) return [];
  if (view === 'slot') return [slots(checklist, texts)];
  if (view === 'step') return checklist.steps.map(step => stepSection(step, onlyMissing, texts));
  return (
    checklist.people
      // A reserve of whom no paper is recorded is not kept track of yet.
      .filter(({ role, papers }) => role === 'nominee' || papers.some(has))
      .filter(({ papers }) => !onlyMissing || papers.some(isLacking))
      .map(person => personSection(person, onlyMissing, texts))
  );
}

/** The sentence that sums up the nominees. */
export function summaryOf({ people }: Checklist, { checklist }: Texts): string {
  const nominees = people.filter(({ role }) => role === 'nominee');
  const lacking = nominees.flatMap(({ papers }) => papers.filter(isLacking));
  return checklist.summary(
    nominees.length,
    lacking.length,
    lacking.filter(({ urgency }) => urgency === 'overdue').length,
  );
}

const has = ({ have }: Paper): boolean => have > 0;

function personSection(
  { name, id, role, slot, stage, papers, next }: PersonChecklist,
  onlyMissing: boolean,
  { checklist: texts }: Texts,
): Section {
  const [paper, state, dates, due, owner] = texts.columns.papers;
  const shown = onlyMissing ? papers.filter(isLacking) : papers;
  return {
    heading: maskPersonal(texts.person(name, id, texts.role[role], slot, texts.stage(stage))),
    lines: [],
    columns: [
      { title: paper, min: 12 },
      { title: state },
      { title: dates, min: 10 },
      { title: due },
      { title: owner },
    ],
    rows: shown.map(each => [
      cell(each.name),
      stateCell(each, texts),
      cell(each.dates.join('、')),
      { text: each.due, tone: isLacking(each) ? toneOf(each.urgency) : undefined },
      cell(each.owner),
    ]),
    notes: next.map(({ step, earliest, latest, urgency }) => ({
      text: texts.next(step, earliest, latest, texts.urgency[urgency]),
      tone: toneOf(urgency) ?? 'faint',
    })),
  };
}

function stateCell(paper: Paper, texts: Texts['checklist']): Cell {
  const { status, have, need, urgency } = paper;
  if (status === 'partial') return { text: texts.partial(have, need), tone: toneOf(urgency) ?? 'warning' };
  if (status === 'missing') return { text: texts.status.missing, tone: toneOf(urgency) ?? 'warning' };
  return { text: texts.status[status], tone: status === 'in' ? 'good' : 'faint' };
}

function slots({ slots: rows }: Checklist, { checklist: texts }: Texts): Section {
  const [slot, nominee, have, missing, reserves] = texts.columns.slots;
  return {
    heading: texts.slotsHeading,
    lines: [],
    columns: [
      { title: slot, min: 8 },
      { title: nominee, min: 6 },
      { title: have, align: 'right' },
      { title: missing, align: 'right' },
      { title: reserves },
    ],
    rows: rows.map(row => [
      cell(row.id),
      cell(row.nominees.join('、')),
      cell(String(row.in)),
      { text: String(row.missing), tone: row.missing > 0 ? 'warning' : 'good' },
      cell(row.reserves.join('、')),
    ]),
    notes: [],
  };
}

function stepSection(
  { name, due, owner, urgency, papers }: Checklist['steps'][number],
  onlyMissing: boolean,
  { checklist: texts }: Texts,
): Section {
  const [paper, lacking] = texts.columns.steps;
  const shown = onlyMissing ? papers.filter(({ lacking: who }) => who.length > 0) : papers;
  return {
    heading: maskPersonal(texts.step(name, due, owner, texts.urgency[urgency])),
    lines: [],
    columns: [{ title: paper, min: 12 }, { title: lacking }],
    rows: shown.map(({ name: title, lacking: who }) => [
      cell(title),
      who.length > 0
        ? { text: maskPersonal(who.join('、')), tone: toneOf(urgency) ?? 'warning' }
        : { text: texts.nobody, tone: 'good' },
    ]),
    notes: [],
  };
}

const cell = (text: string): Cell => ({ text: maskPersonal(text) });

const toneOf = (urgency: Urgency): Cell['tone'] =>
  urgency === 'overdue' ? 'error' : urgency === 'soon' ? 'warning' : undefined;

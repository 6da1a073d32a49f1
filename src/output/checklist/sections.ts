import type { Urgency } from '../../facts/upcoming.ts';
import type { Texts } from '../../text/texts.ts';
import type { Cell, Section } from '../findings/section.ts';
import { commandsFor, papersFor } from '../papers/steps/commands.ts';
import {
  type Checklist,
  isLacking,
  type Next,
  onlyLacking,
  type PaperStatus,
  type PersonChecklist,
  type SlotChecklist,
  type SlotMember,
  type StepChecklist,
} from './model.ts';

/** The three ways to look at a checklist. */
export const VIEWS = ['person', 'slot', 'step'] as const;
export type View = (typeof VIEWS)[number];

export interface ChecklistOptions {
  /** leaves out what is in */
  onlyMissing: boolean;
  /** papers are told by the commands that print them, for readers at a terminal; else by their names */
  typed: boolean;
}

/** The checklist as sections that every format renders in its own way. */
export function sectionsOf(
  checklist: Checklist,
  view: View,
  { onlyMissing, typed }: ChecklistOptions,
  texts: Texts,
): Section[] {
  // A reserve of whom no paper is recorded is not kept track of yet.
  const tracked = checklist.people.filter(({ role, papers }) => role === 'nominee' || papers.some(has));
  const all = view === 'person' ? { ...checklist, people: tracked } : checklist;
  const { people, slots, steps } = onlyMissing ? onlyLacking(all) : all;
  // Where no papers are recorded, each has a box to tick by hand.
  if (view === 'person')
    return people.map(person => personSection(person, checklist, typed ? checklist.path : undefined, texts));
  if (!checklist.kept) return [];
  if (view === 'step') return steps.map(step => stepSection(step, texts));
  return slots.length > 0 ? [slotsSection(slots, texts)] : [];
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

const has = ({ have }: PaperStatus): boolean => have > 0;

function personSection(
  { name, id, role, slot, stage, papers, next }: PersonChecklist,
  { kept, asOf }: Checklist,
  path: string | undefined,
  all: Texts,
): Section {
  const { checklist: texts, stepPapers } = all;
  const [paper, state, dates, due, owner] = texts.columns.papers;
  return {
    heading: texts.person(name, texts.role[role], slot, texts.stage(stage)),
    lines: [],
    columns: [
      { title: paper, min: 12 },
      { title: state },
      { title: dates, min: 10 },
      { title: due },
      { title: owner },
    ],
    rows: papers.map(each => [
      { text: each.name },
      kept || !isLacking(each) ? stateCell(each, texts) : { text: stepPapers.box(false, '') },
      { text: texts.list(each.dates) },
      kept ? { text: each.due, tone: toneOf(each.urgency) } : { text: each.due },
      { text: each.owner },
    ]),
    notes: nextNotes(next, asOf, all, step => {
      const own = path === undefined ? papersFor(step, all) : commandsFor(step, id, path);
      return own.length > 0 ? [{ text: stepPapers.command(own), tone: 'faint' as const }] : [];
    }),
  };
}

/** One step comes next, with what it needs; what goes on beside it and what follows is named on a line. */
function nextNotes(
  next: readonly Next[],
  asOf: string,
  { checklist: texts }: Texts,
  commands: (step: Next['step']) => Cell[],
): Cell[] {
  const index = indexOfNext(next, asOf);
  const main = next[index];
  if (!main) return [];
  const when = ({ earliest, latest, unrecorded, urgency }: Next) => ({
    earliest,
    latest,
    urgency: unrecorded ? texts.unrecorded : texts.urgency[urgency],
  });
  // Few are mobile: where nobody knows who, that is told once at the head.
  const papers = main.papers
    .filter(({ case: only }) => only !== 'mobile')
    .map(({ paper, case: only }) =>
      only ? texts.onlyIf(texts.stepPaper[paper], only) : texts.stepPaper[paper],
    );
  const others = (steps: readonly Next[], tell: (told: string[]) => string): Cell[] =>
    steps.length === 0
      ? []
      : [{ text: tell(steps.map(each => texts.stepWhen(each.step, when(each)))), tone: 'faint' }];
  return [
    { text: texts.next(main.step, when(main), main.by, papers), tone: toneOf(main.urgency) ?? 'faint' },
    ...commands(main.step),
    ...others(next.slice(0, index), texts.meanwhile),
    ...others(next.slice(index + 1), texts.afterwards),
  ];
}

/**
 * What is overdue comes first. Of an activist whose cultivation is full the next step is what leads to the listing, not another
 * inspection, which goes on beside it.
 */
function indexOfNext(next: readonly Next[], asOf: string): number {
  const overdue = next.findIndex(({ urgency }) => urgency === 'overdue');
  if (overdue >= 0) return overdue;
  const isRipe = next.some(
    ({ step, earliest }) => step === 'prospective' && earliest !== '' && earliest <= asOf,
  );
  return isRipe && next[0]?.step === 'inspections' && next.length > 1 ? 1 : 0;
}

/** In words, too: not every reader sees colours. */
export function stateCell(paper: PaperStatus, texts: Texts['checklist']): Cell {
  const { status, have, need, urgency } = paper;
  if (!isLacking(paper)) return { text: texts.status[status], tone: status === 'in' ? 'good' : 'faint' };
  const state = status === 'partial' ? texts.partial(have, need) : texts.status.missing;
  return { text: texts.state(state, texts.urgency[urgency]), tone: toneOf(urgency) ?? 'warning' };
}

function slotsSection(slots: readonly SlotChecklist[], { checklist: texts }: Texts): Section {
  const [slot, person, role, have, missing] = texts.columns.slots;
  const row = (id: string, member: SlotMember, as: string): Cell[] => [
    { text: id },
    { text: member.name },
    { text: as },
    { text: String(member.in) },
    { text: String(member.missing), tone: member.missing > 0 ? 'warning' : 'good' },
  ];
  return {
    heading: texts.slotsHeading,
    lines: [],
    columns: [
      { title: slot, min: 8 },
      { title: person, min: 6 },
      { title: role },
      { title: have, align: 'right' },
      { title: missing, align: 'right' },
    ],
    rows: slots.flatMap(({ id, nominees, reserves }): Cell[][] => {
      const all = [
        ...nominees.map(member => ({ member, role: texts.role.nominee })),
        ...reserves.map(member => ({ member, role: texts.role.reserve })),
      ];
      return all.length === 0
        ? [[{ text: id }, { text: texts.vacant, tone: 'faint' }, { text: '' }, { text: '' }, { text: '' }]]
        : all.map(({ member, role: as }, index) => row(index === 0 ? id : '', member, as));
    }),
    notes: [],
  };
}

function stepSection(
  { name, due, owner, urgency, papers }: StepChecklist,
  { checklist: texts }: Texts,
): Section {
  const [paper, lacking] = texts.columns.steps;
  return {
    heading: texts.step(name, due, owner, texts.urgency[urgency]),
    lines: [],
    columns: [{ title: paper, min: 12 }, { title: lacking }],
    rows: papers.map(({ name: title, lacking: who }) => [
      { text: title },
      who.length > 0
        ? { text: texts.list(who), tone: toneOf(urgency) ?? 'warning' }
        : { text: texts.nobody, tone: 'good' },
    ]),
    notes: [],
  };
}

const toneOf = (urgency: Urgency): Cell['tone'] =>
  urgency === 'overdue' ? 'error' : urgency === 'soon' ? 'warning' : undefined;

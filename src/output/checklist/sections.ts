import type { Urgency } from '../../facts/schedule/upcoming.ts';
import type { Texts } from '../../text/texts.ts';
import type { Cell, Section } from '../findings/section.ts';
import { commandsFor, papersFor } from '../papers/steps/commands.ts';
import {
  type Checklist,
  isLacking,
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
  const { kept, people, slots, steps } = onlyMissing ? onlyLacking(all) : all;
  // Where no papers are recorded, each has a box to tick by hand.
  if (view === 'person')
    return people.map(person => personSection(person, kept, typed ? checklist.path : undefined, texts));
  if (!kept) return [];
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
  kept: boolean,
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
    notes: next.flatMap(({ step, by, papers: needed, earliest, latest, urgency }) => {
      const told = texts.next(
        step,
        { earliest, latest, urgency: texts.urgency[urgency] },
        by,
        needed.map(({ paper, case: when }) =>
          when ? texts.onlyIf(texts.stepPaper[paper], when) : texts.stepPaper[paper],
        ),
      );
      const papers = path === undefined ? papersFor(step, all) : commandsFor(step, id, path);
      return [
        { text: told, tone: toneOf(urgency) ?? 'faint' },
        ...(papers.length > 0 ? [{ text: stepPapers.command(papers), tone: 'faint' as const }] : []),
      ];
    }),
  };
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

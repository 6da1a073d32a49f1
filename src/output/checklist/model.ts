import type { Facts } from '../../facts/facts.ts';
import { keepsMaterials, type MaterialState, materialsOf } from '../../facts/materials/state.ts';
import { type Actor, type NeededPaper, needsOf } from '../../facts/procedure/needs.ts';
import { progressOf } from '../../facts/procedure/progress.ts';
import { dueDayOf, type ScheduledStep } from '../../facts/schedule/resolve.ts';
import { type Urgency, urgencyOf } from '../../facts/upcoming.ts';
import type { Result } from '../../generated/types.ts';
import type { Person, Plan } from '../../model/plan.ts';
import type { Stage } from '../../model/stage.ts';
import { dateText, labelOf, type StepLabel, type StepName } from '../../model/steps.ts';
import { type Day, isoOf } from '../../values/day.ts';

/** One paper of one person. */
export interface PaperStatus {
  id: string;
  name: string;
  status: MaterialState['status'];
  have: number;
  need: number;
  dates: string[];
  /** YYYY-MM-DD; empty where no step asks for it */
  due: string;
  owner: string;
  urgency: Urgency;
}

/** What comes next for a person; the days are empty where nothing bounds them. */
export interface Next {
  step: StepLabel;
  /** who takes it, and what it needs or leaves, whether or not the plan lists that */
  by: Actor;
  papers: NeededPaper[];
  earliest: string;
  latest: string;
  /** its last day is past, but the roster has this step of nobody: it may well be done */
  unrecorded: boolean;
  urgency: Urgency;
}

export interface PersonChecklist {
  id: string;
  name: string;
  role: Person['role'];
  slot: string;
  stage: Stage | null;
  papers: PaperStatus[];
  next: Next[];
}

export interface SlotChecklist {
  id: string;
  nominees: SlotMember[];
  reserves: SlotMember[];
}

/** Somebody who stands for a slot, with the number of papers that are in and of those that are not, or not all. */
export interface SlotMember {
  id: string;
  name: string;
  in: number;
  missing: number;
}

export interface StepChecklist {
  id: string;
  name: string;
  due: string;
  owner: string;
  urgency: Urgency;
  papers: { id: string; name: string; lacking: string[] }[];
}

/** `plan-checklist/v1`: what is in, what is missing, by when, three ways. */
export interface Checklist {
  schema: 'plan-checklist/v1';
  tool: Result['tool'];
  path: string;
  year: number;
  organization: string;
  asOf: string;
  /** whether the roster records papers at all */
  kept: boolean;
  /** the Rules in force ask for more of mobile people, and the roster does not say of anybody whether they are */
  mobileOpen: boolean;
  people: PersonChecklist[];
  slots: SlotChecklist[];
  steps: StepChecklist[];
}

/** The whole checklist of a plan. People are the nominees first, then the reserves. */
export function checklistOf({ plan, reserves, schedule }: Facts, tool: Result['tool']): Checklist {
  const slotOf = new Map(
    reserves.slots.flatMap(({ slot, nominees, reserves: people }) =>
      [...nominees, ...people].map(person => [person, slot.id] as const),
    ),
  );
  const ordered = [...plan.people].sort(
    (a, b) => Number(a.role === 'reserve') - Number(b.role === 'reserve'),
  );
  const recorded = new Set(plan.people.flatMap(({ dated }) => dated.map(({ name }) => name)));
  const people = ordered.map(person =>
    personChecklist(plan, person, slotOf.get(person) ?? person.slot ?? '', recorded),
  );
  const byPerson = new Map(ordered.map((person, index) => [person, people[index]!]));
  const member = (person: Person) => memberOf(byPerson.get(person)!);
  return {
    schema: 'plan-checklist/v1',
    tool,
    path: plan.path,
    year: plan.year,
    organization: plan.organization.name,
    asOf: isoOf(plan.asOf),
    kept: keepsMaterials(plan),
    mobileOpen:
      plan.norms.regulation('mobile-notice', plan.asOf) !== undefined &&
      plan.people.every(({ data }) => data.mobile === undefined),
    people,
    slots: reserves.slots.map(({ slot, nominees, reserves: others }) => ({
      id: slot.id,
      nominees: nominees.map(member),
      reserves: others.map(member),
    })),
    steps: schedule.steps
      .filter(({ step }) => step.due.length > 0)
      .map(scheduled => stepChecklist(plan, scheduled, people)),
  };
}

export const isLacking = ({ status }: PaperStatus): boolean => status === 'missing' || status === 'partial';

/** Whether a paper of a nominee is past its day: nobody is admitted without it, so it decides the exit code. */
export const hasOverdue = ({ people }: Checklist): boolean =>
  people.some(
    ({ role, papers }) => role === 'nominee' && papers.some(({ urgency }) => urgency === 'overdue'),
  );

/** The checklist with nothing but what is lacking, and without the people, slots and steps that lack nothing. */
export function onlyLacking(checklist: Checklist): Checklist {
  const lacks = ({ missing }: SlotMember) => missing > 0;
  return {
    ...checklist,
    people: checklist.people
      .map(person => ({ ...person, papers: person.papers.filter(isLacking) }))
      .filter(({ papers }) => papers.length > 0),
    slots: checklist.slots
      .map(({ id, nominees, reserves }) => ({
        id,
        nominees: nominees.filter(lacks),
        reserves: reserves.filter(lacks),
      }))
      .filter(({ nominees, reserves }) => nominees.length + reserves.length > 0),
    steps: checklist.steps
      .map(step => ({ ...step, papers: step.papers.filter(({ lacking }) => lacking.length > 0) }))
      .filter(({ papers }) => papers.length > 0),
  };
}

function personChecklist(
  plan: Plan,
  person: Person,
  slot: string,
  recorded: ReadonlySet<StepName>,
): PersonChecklist {
  const { stage, next, text } = progressOf(plan, person);
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    slot,
    stage: stage ?? null,
    papers: materialsOf(plan, person).map(state => paperOf(plan, state)),
    next: next.map(({ step, earliest, latest }) => {
      const urgency = urgencyOf(plan, latest);
      // A roster without the column says nothing of anybody.
      const unrecorded = urgency === 'overdue' && !recorded.has(step);
      return {
        step: labelOf(step, text),
        ...needsOf(plan, person, step, text),
        earliest: iso(earliest),
        latest: iso(latest),
        unrecorded,
        urgency: unrecorded ? 'later' : urgency,
      };
    }),
  };
}

function paperOf(plan: Plan, { material, status, dates, undated, count, due }: MaterialState): PaperStatus {
  const paper: PaperStatus = {
    id: material.id,
    name: material.name,
    status,
    have: dates.length + undated,
    need: count,
    dates: dates.map(dateText),
    due: iso(due?.day),
    owner: due?.step.owner ?? '',
    urgency: 'later',
  };
  return isLacking(paper) ? { ...paper, urgency: urgencyOf(plan, due?.day) } : paper;
}

const memberOf = ({ id, name, papers }: PersonChecklist): SlotMember => ({
  id,
  name,
  in: papers.filter(({ status }) => status === 'in').length,
  missing: papers.filter(isLacking).length,
});

function stepChecklist(plan: Plan, scheduled: ScheduledStep, people: PersonChecklist[]): StepChecklist {
  const { step } = scheduled;
  const day = dueDayOf(scheduled);
  const nominees = people.filter(({ role }) => role === 'nominee');
  const papers = step.due.map(id => ({
    id,
    name: plan.materials.find(material => material.id === id)?.name ?? id,
    lacking: nominees
      .filter(({ papers: own }) => own.some(paper => paper.id === id && isLacking(paper)))
      .map(({ name }) => name),
  }));
  const complete = papers.every(({ lacking }) => lacking.length === 0);
  return {
    id: step.id,
    name: step.name,
    due: iso(day),
    owner: step.owner ?? '',
    urgency: complete ? 'later' : urgencyOf(plan, day),
    papers,
  };
}

const iso = (day: Day | undefined): string => (day === undefined ? '' : isoOf(day));

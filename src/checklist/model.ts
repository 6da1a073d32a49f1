import type { Result } from '../generated/types.ts';
import { keepsMaterials, type MaterialState, materialsOf } from '../materials/state.ts';
import { type Day, isoOf } from '../model/day.ts';
import type { Person, Plan } from '../model/plan.ts';
import type { Stage } from '../model/stage.ts';
import { keptUpTo } from '../procedure/limits.ts';
import { progressOf } from '../procedure/progress.ts';
import { dateText, type StepName } from '../procedure/steps.ts';
import type { Facts } from '../rules/rule.ts';

/** How near something is: past its day, within 30 days, or neither. */
export type Urgency = 'overdue' | 'soon' | 'later';

/** One paper of one person. */
export interface Paper {
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
  step: StepName;
  earliest: string;
  latest: string;
  urgency: Urgency;
}

export interface PersonChecklist {
  id: string;
  name: string;
  role: Person['role'];
  slot: string;
  stage: Stage | null;
  papers: Paper[];
  next: Next[];
}

export interface SlotChecklist {
  id: string;
  nominees: string[];
  reserves: string[];
  /** papers that the nominees have in, and that they lack */
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
  people: PersonChecklist[];
  slots: SlotChecklist[];
  steps: StepChecklist[];
}

export const SOON_DAYS = 30;

/** The whole checklist of a plan. People are the nominees first, then the reserves. */
export function checklistOf({ plan, reserves }: Facts, tool: Result['tool']): Checklist {
  const kept = keepsMaterials(plan);
  const slotOf = new Map(
    reserves.slots.flatMap(({ slot, nominees, reserves: people }) =>
      [...nominees, ...people].map(person => [person, slot.id] as const),
    ),
  );
  const ordered = [...plan.people].sort(
    (a, b) => Number(a.role === 'reserve') - Number(b.role === 'reserve'),
  );
  const people = ordered.map(person =>
    personChecklist(plan, person, slotOf.get(person) ?? person.slot ?? ''),
  );
  const byPerson = new Map(ordered.map((person, index) => [person, people[index]!]));
  return {
    schema: 'plan-checklist/v1',
    tool,
    path: plan.path,
    year: plan.year,
    organization: plan.organization.name,
    asOf: isoOf(plan.asOf),
    kept,
    people,
    slots: reserves.slots.map(({ slot, nominees, reserves: others }) => {
      const papers = nominees.flatMap(person => byPerson.get(person)!.papers);
      return {
        id: slot.id,
        nominees: nominees.map(({ name }) => name),
        reserves: others.map(({ name }) => name),
        in: papers.filter(({ status }) => status === 'in').length,
        missing: papers.filter(isLacking).length,
      };
    }),
    steps: plan.steps.filter(({ due }) => due.length > 0).map(step => stepChecklist(plan, step, people)),
  };
}

export const isLacking = ({ status }: Paper): boolean => status === 'missing' || status === 'partial';

/** Whether anything at all is past its day. */
export const hasOverdue = ({ people }: Checklist): boolean =>
  people.some(
    ({ role, papers }) =>
      role === 'nominee' && papers.some(paper => isLacking(paper) && paper.urgency === 'overdue'),
  );

function personChecklist(plan: Plan, person: Person, slot: string): PersonChecklist {
  const { stage, next } = progressOf(plan, person);
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    slot,
    stage: stage ?? null,
    papers: materialsOf(plan, person).map(state => paperOf(plan, state)),
    next: next.map(({ step, earliest, latest }) => ({
      step,
      earliest: iso(earliest),
      latest: iso(latest),
      urgency: urgencyOf(plan, latest),
    })),
  };
}

function paperOf(plan: Plan, { material, status, dates, undated, count, due }: MaterialState): Paper {
  return {
    id: material.id,
    name: material.name,
    status,
    have: dates.length + undated,
    need: count,
    dates: dates.map(dateText),
    due: iso(due?.day),
    owner: due?.step.owner ?? '',
    urgency: urgencyOf(plan, due?.day),
  };
}

function stepChecklist(plan: Plan, step: Plan['steps'][number], people: PersonChecklist[]): StepChecklist {
  const day = step.deadline ?? step.to ?? step.on ?? step.from;
  const nominees = people.filter(({ role }) => role === 'nominee');
  return {
    id: step.id,
    name: step.name,
    due: iso(day),
    owner: step.owner ?? '',
    urgency: urgencyOf(plan, day),
    papers: step.due.map(id => ({
      id,
      name: plan.materials.find(material => material.id === id)?.name ?? id,
      lacking: nominees
        .filter(({ papers }) => papers.some(paper => paper.id === id && isLacking(paper)))
        .map(({ name }) => name),
    })),
  };
}

/** A plan of a past year is kept in the archive: nothing of it is due any more. */
function urgencyOf(plan: Plan, day: Day | undefined): Urgency {
  const today = keptUpTo(plan);
  if (day === undefined || today === undefined || day > today + SOON_DAYS) return 'later';
  return day < today ? 'overdue' : 'soon';
}

const iso = (day: Day | undefined): string => (day === undefined ? '' : isoOf(day));

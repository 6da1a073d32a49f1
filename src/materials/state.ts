import { meets } from '../model/condition.ts';
import type { Day } from '../model/day.ts';
import { type KnownDate, knownDate } from '../model/period.ts';
import type { Material, Person, Plan, Step } from '../model/plan.ts';
import type { Truth } from '../model/truth.ts';

/** How one paper of the plan's list stands with one person. */
export interface MaterialState {
  material: Material;
  /** whether this person needs it; undefined where the roster does not tell */
  needed: Truth;
  /** how many are needed */
  count: number;
  /** the dates of those handed in, in the order of the roster */
  dates: KnownDate[];
  /** handed in, date not known */
  undated: number;
  status: 'in' | 'partial' | 'missing' | 'not-applicable' | 'unknown';
  /** the last day to hand it in, and the step of the timeline that asks for it */
  due?: { day: Day; step: Step };
}

/** The papers of a person, in the order of the plan's list. */
export function materialsOf(plan: Plan, person: Person): MaterialState[] {
  return plan.materials.map(material => stateOf(plan, person, material));
}

/** Whether the roster keeps papers at all; where it does not, nothing is known and nothing is missing. */
export const keepsMaterials = (plan: Plan): boolean =>
  plan.people.some(({ data }) => data.materials !== undefined);

function stateOf(plan: Plan, person: Person, material: Material): MaterialState {
  const written: unknown = person.data.materials?.[material.id];
  const { dates, undated } = handedIn(written);
  const condition = material.when ? meets(person.data, material.when, plan.ageAsOf) : true;
  const needed = written === 'na' ? false : condition;
  const have = dates.length + undated;
  return {
    material,
    needed,
    count: material.count,
    dates,
    undated,
    status: statusOf(needed, have, material.count),
    due: dueOf(plan, material),
  };
}

function statusOf(needed: Truth, have: number, count: number): MaterialState['status'] {
  if (have >= count) return 'in';
  if (needed === false) return 'not-applicable';
  if (have > 0) return 'partial';
  return needed === undefined ? 'unknown' : 'missing';
}

/** A date, a list of dates, or `true`: in, date unknown. */
function handedIn(written: unknown): { dates: KnownDate[]; undated: number } {
  if (written === true) return { dates: [], undated: 1 };
  const texts = Array.isArray(written) ? written : [written];
  return {
    dates: texts.filter(text => typeof text === 'string' && text !== 'na').map(text => knownDate(text)),
    undated: 0,
  };
}

/**
 * The first step of the timeline under whose `due` a paper stands. "By 8 June" includes the 8th: the last day is the
 * step's deadline, else its own last day.
 */
function dueOf(plan: Plan, { id }: Material): MaterialState['due'] {
  for (const step of plan.steps) {
    const day = step.deadline ?? step.to ?? step.on ?? step.from;
    if (day !== undefined && step.due.includes(id)) return { day, step };
  }
  return undefined;
}

import { type Condition, conditionOf } from '../../model/condition.ts';
import { type Paper, paperOf } from '../../model/papers.ts';
import type { Material, Person, Plan, Step } from '../../model/plan.ts';
import { type Day, yearEndOf } from '../../values/day.ts';
import { memoizeLast } from '../../values/memo.ts';
import { type KnownDate, knownDate } from '../../values/period.ts';
import type { Truth } from '../../values/truth.ts';
import { dueDayOf, resolveSchedule, type ScheduledStep } from '../schedule/resolve.ts';

/** How one paper of the plan's list stands with one person. */
export interface MaterialState {
  material: Material;
  paper: Paper;
  /** whether this person needs it; undefined where the roster does not tell */
  needed: Truth;
  /** how many are needed */
  count: number;
  /** the dates of those handed in, in the order of the roster */
  dates: readonly KnownDate[];
  /** handed in, date not known */
  undated: number;
  status: 'in' | 'partial' | 'missing' | 'not-applicable' | 'unknown';
  /** the last day to hand it in, and the step of the timeline that asks this person for it */
  due?: DueDay;
}

export interface DueDay {
  day: Day;
  step: Step;
}

/** The papers of a person, in the order of the plan's list. */
export function materialsOf(plan: Plan, person: Person): readonly MaterialState[] {
  const frame = frameOf(plan);
  const before = frame.states.get(person);
  if (before) return before;
  const states: MaterialState[] = [];
  const handed = (person.data.materials ?? NO_PAPERS) as Record<string, unknown>;
  for (const asked of frame.asked)
    states.push(stateOf(frame, plan, person, asked, handed[asked.material.id]));
  frame.states.set(person, states);
  return states;
}

/** Without a prototype: a paper's id may be `constructor`. */
const NO_PAPERS: Record<string, unknown> = Object.create(null);

/** Whether the roster keeps papers at all; where it does not, nothing is known and nothing is missing. */
export const keepsMaterials = (plan: Plan): boolean => frameOf(plan).kept;

function stateOf(
  frame: Frame,
  plan: Plan,
  person: Person,
  { material, paper, when, dueForAll, dueForNominees }: Asked,
  written: unknown,
): MaterialState {
  const { kept } = frame;
  // A local norm may ask for more written reports than the plan lists.
  const least = paper.isQuarterly ? plan.norms.find('reports', yearEndOf(plan.year))?.value : undefined;
  const count = Math.max(material.count, least ?? 0);
  const { dates, undated } = handedIn(written, count);
  const condition = when ? when(person.data, plan.ageAsOf) : true;
  const needed = written === 'na' ? false : condition;
  // 不详, and what was not understood, may be the very paper: it is not known to be lacking.
  const known = (status: MaterialState['status']) =>
    status === 'missing' && written === undefined && isUncertain(frame, person, material)
      ? 'unknown'
      : status;
  return {
    material,
    paper,
    needed,
    count,
    dates,
    undated,
    status: kept || needed === false ? known(statusOf(needed, dates.length + undated, count)) : 'unknown',
    due: person.role === 'nominee' ? dueForNominees : dueForAll,
  };
}

/** Whether something is written of this paper, or of papers, that is not known or was not understood. */
function isUncertain({ codes }: Frame, person: Person, { id, name }: Material): boolean {
  const { data, place } = person;
  if (!place.has('materials')) return false;
  if (data.materials === undefined) return true;
  if (Object.keys(data.materials).some(code => !codes.has(code))) return true;
  const papers = place.at('materials');
  return papers.has(id) || papers.has(name);
}

function statusOf(needed: Truth, have: number, count: number): MaterialState['status'] {
  if (have >= count) return 'in';
  if (needed === false) return 'not-applicable';
  if (have > 0) return 'partial';
  return needed === undefined ? 'unknown' : 'missing';
}

/** A date, a list of dates, or `true`: all that are needed are in, dates unknown. */
function handedIn(written: unknown, count: number): { dates: readonly KnownDate[]; undated: number } {
  if (written === undefined) return NOTHING;
  if (written === true) return { dates: [], undated: count };
  if (isDate(written)) return { dates: [knownDate(written)], undated: 0 };
  if (!Array.isArray(written)) return NOTHING;
  const dates: KnownDate[] = [];
  for (const item of written) if (isDate(item)) dates.push(knownDate(item));
  return { dates, undated: 0 };
}

const isDate = (written: unknown): written is string => typeof written === 'string' && written !== 'na';

const NOTHING: ReturnType<typeof handedIn> = { dates: [], undated: 0 };

/** A paper of the list, and by when it is asked for. */
interface Asked {
  material: Material;
  paper: Paper;
  /** who is asked for it, where not everybody is */
  when: Condition | undefined;
  dueForNominees: DueDay | undefined;
  /** where everybody on the roster is asked for it, the reserves too */
  dueForAll: DueDay | undefined;
}

/** What the papers of all people have in common. */
interface Frame {
  kept: boolean;
  /** the codes of the plan's papers */
  codes: ReadonlySet<string>;
  asked: readonly Asked[];
  /** worked out so far: several rules ask for the same papers */
  states: Map<Person, readonly MaterialState[]>;
}

/** Worked out once for each plan: every paper of every person asks for it. */
const frameOf = memoizeLast((plan: Plan): Frame => {
  const { steps } = resolveSchedule(plan);
  const dueForNominees = duesOf(steps);
  // The timeline takes the nominees to their admission; a course for activists is for the reserves as well.
  const dueForAll = duesOf(steps.filter(({ step }) => step.kind === 'activist-training'));
  const asked: Asked[] = [];
  for (const material of plan.materials)
    asked.push({
      material,
      paper: paperOf(material),
      when: material.when && conditionOf(material.when),
      dueForNominees: dueForNominees.get(material.id),
      dueForAll: dueForAll.get(material.id),
    });
  const codes = new Set(plan.materials.map(({ id }) => id));
  // Papers that the plan does not have are no record of those that it has.
  const kept = plan.people.some(({ data: { materials } }) => {
    const written = materials === undefined ? undefined : Object.keys(materials);
    return written !== undefined && (written.length === 0 || written.some(code => codes.has(code)));
  });
  return { kept, codes, asked, states: new Map() };
});

/**
 * The first step of the timeline under whose `due` each paper stands. "By 8 June" includes the 8th.
 */
function duesOf(steps: readonly ScheduledStep[]): Map<string, DueDay> {
  const dues = new Map<string, DueDay>();
  for (const scheduled of steps) {
    const { step } = scheduled;
    const day = dueDayOf(scheduled);
    if (day === undefined) continue;
    for (const id of step.due) if (!dues.has(id)) dues.set(id, { day, step });
  }
  return dues;
}

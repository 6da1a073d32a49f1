import type {
  Candidate,
  PlanFile,
  Requirement as RequirementData,
  Settings,
  Step as StepData,
} from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type {
  Allocation,
  Category,
  Duration,
  LocalCondition,
  Material,
  Person,
  Plan,
  Predecessor,
  Quota,
  Requirement,
  Severities,
  Slot,
  Step,
} from '../../model/plan.ts';
import { readEvents } from '../../model/steps.ts';
import { type Calendar, chinaCalendar, createCalendar } from '../../norms/calendar/calendar.ts';
import type { Norms } from '../../norms/norms.ts';
import { type Day, dayOf, parseDay } from '../../values/day.ts';
import { headsOf, type QuantityData, quantityOf } from '../../values/quantity.ts';
import { COMPARATORS, parseAmount, parsePercent, percentOf } from '../../values/share.ts';
import { kindOfName } from './kind.ts';

/** A list of the file with the place where it stands. */
export interface Listed<T> {
  items: readonly (T | null)[];
  place: Place;
}

/** What a plan is built from: the values of its files, and what comes from outside. */
export interface PlanParts {
  path: string;
  file: PlanFile;
  place: Place;
  roster: Listed<Candidate> | undefined;
  timeline: Listed<StepData> | undefined;
  asOf: Day;
  norms: Norms;
  conditions: LocalCondition[];
  county: Allocation | undefined;
}

/** Links the values of a plan's files into the model. */
export function buildPlan({
  path,
  file,
  place,
  roster,
  timeline,
  asOf,
  norms,
  conditions,
  county,
}: PlanParts): Plan {
  const quota = file.quota && buildQuota(file.quota, place.at('quota'));
  const settings = file.rules?.settings ?? {};
  return {
    path,
    year: file.year,
    title: file.title,
    organization: file.organization,
    ageAsOf: day(file.ageAsOf) ?? dayOf(file.year, 12, 31)!,
    asOf,
    quota,
    requirements: each(file.structure, place.at('structure'), buildRequirement),
    reserve: file.reserve && {
      ...file.reserve.perSlot,
      includesNominee: file.reserve.includesNominee ?? false,
      place: place.at('reserve'),
    },
    funnel: file.funnel && { ...file.funnel, place: place.at('funnel') },
    materials: each(file.materials, place.at('materials'), buildMaterial),
    hasRoster: roster !== undefined,
    people: each(roster?.items, roster?.place ?? place, (data, at) => buildPerson(data, at, quota)),
    steps: each(timeline?.items, timeline?.place ?? place, buildStep),
    branches: each(file.branches, place.at('branches'), (branch, at) => ({
      ...branch,
      committee: branch.committee ?? true,
      place: at,
    })),
    settings,
    severities: buildSeverities(file.rules?.severity ?? {}, place.at('rules', 'severity')),
    waivers: each(file.waivers, place.at('waivers'), (waiver, at) => ({
      ...waiver,
      until: day(waiver.until)!,
      place: at,
    })),
    narrative: each(file.narrative, place.at('narrative'), ({ heading, text = '', data = [] }, at) => ({
      heading,
      text,
      data,
      place: at,
    })),
    calendar: buildCalendar(settings),
    norms,
    conditions,
    place,
    county,
  };
}

function each<T, U>(
  items: readonly (T | null)[] | undefined,
  place: Place,
  build: (item: T, place: Place) => U,
): U[] {
  const built: U[] = [];
  for (let index = 0; items !== undefined && index < items.length; index++) {
    const item = items[index]!;
    if (item !== null) built.push(build(item, place.at(index)));
  }
  return built;
}

const day = (text: string | undefined): Day | undefined => (text === undefined ? undefined : parseDay(text));

function buildQuota(data: NonNullable<PlanFile['quota']>, place: Place): Quota {
  const categories = each(data.categories, place.at('categories'), buildCategory);
  // Without categories every slot is alike; they still need names of their own.
  if (categories.length === 0)
    categories.push(buildCategory({ id: 'slot', name: '', count: data.total }, place.at('total'), true));
  return {
    total: quantityOf(data.total),
    categories,
    slots: categories.flatMap(slotsOf),
    batches: each(data.batches, place.at('batches'), ({ name, total }, at) => ({
      name,
      total: quantityOf(total),
      place: at,
    })),
    perBranch: data.perBranch,
    overYears: data.overYears,
    yearlyTolerance: data.yearlyTolerance === undefined ? undefined : parsePercent(data.yearlyTolerance),
    lastYearActual: data.lastYearActual,
    growthLimit: data.growthLimit === undefined ? undefined : parsePercent(data.growthLimit),
    nomineesPerSlot: percentOf(data.nomineesPerSlot ?? 1),
    place,
  };
}

const buildCategory = (
  { id, name, count, where }: Pick<Category, 'id' | 'name' | 'where'> & { count?: QuantityData },
  place: Place,
  implicit = false,
): Category => ({ id, name, count: quantityOf(count), where, implicit, place });

function slotsOf(category: Category): Slot[] {
  const slots: Slot[] = [];
  const count = headsOf(category.count) ?? 0;
  for (let number = 1; number <= count; number++) slots.push({ id: `${category.id}-${number}`, category });
  return slots;
}

const buildMaterial = (
  { id, name, count = 1, when }: NonNullable<PlanFile['materials']>[number],
  place: Place,
): Material => ({ id, name, count, when, place });

function buildRequirement(data: RequirementData, place: Place): Requirement {
  // The schema demands exactly one of them.
  const comparator = COMPARATORS.find(name => data[name] !== undefined)!;
  return {
    id: data.id,
    name: data.name,
    where: data.where,
    comparator,
    amount: parseAmount(data[comparator]!),
    of: data.of,
    level: data.level ?? 'required',
    planned: data.planned,
    place,
  };
}

function buildPerson(data: Candidate, place: Place, quota: Quota | undefined): Person {
  // Clerks write the category's name as readily as its code.
  const named = quota?.categories.find(({ id, name }) => id === data.category || name === data.category);
  const { dates, dated, isDetailed } = readEvents(data.events);
  return {
    id: data.id,
    name: data.name,
    role: data.role ?? 'reserve',
    category: named?.id ?? data.category,
    slot: data.slot,
    data,
    dates,
    dated,
    isDetailed,
    place,
  };
}

function buildStep(data: StepData, place: Place): Step {
  const named = data.kind === undefined ? kindOfName(data.name) : undefined;
  return {
    id: data.id,
    name: data.name,
    kind: data.kind ?? named ?? 'other',
    kindFromName: named !== undefined,
    on: day(data.on),
    from: day(data.from),
    to: day(data.to),
    duration: data.duration === undefined ? undefined : parseDuration(data.duration),
    after: predecessorsOf(data.after),
    deadline: day(data.deadline),
    phase: data.phase,
    done: day(data.done),
    hours: data.hours,
    due: data.due ?? [],
    owner: data.owner,
    note: data.note,
    place,
  };
}

function parseDuration(text: string): Duration {
  const match = /^(\d+)(d|wd)$/.exec(text)!;
  return { count: Number(match[1]), unit: match[2] as Duration['unit'] };
}

/** `[review, notice+5d]` */
function predecessorsOf(texts: readonly string[] | undefined): Predecessor[] {
  const predecessors: Predecessor[] = [];
  for (const text of texts ?? []) {
    const [id, lag] = text.split('+') as [string, string?];
    predecessors.push({ id, lag: lag === undefined ? undefined : parseDuration(lag) });
  }
  return predecessors;
}

function buildSeverities(data: Record<string, string>, place: Place): Severities {
  return new Map(
    Object.entries(data).map(([rule, severity]) => [
      rule,
      { severity: severity as 'error' | 'warning' | 'info' | 'off', place: place.at(rule) },
    ]),
  );
}

function buildCalendar({ holidays, workdays }: Settings): Calendar {
  if (!holidays && !workdays) return chinaCalendar;
  const days = (texts: readonly string[] | undefined) => (texts ?? []).flatMap(text => parseDay(text) ?? []);
  const off = days(holidays);
  // A day in both lists is off: the calendar wants to be told one thing.
  return createCalendar({ holidays: off, workdays: days(workdays).filter(day => !off.includes(day)) });
}

import type {
  Candidate,
  PlanFile,
  Requirement as RequirementData,
  Settings,
  Step as StepData,
  Where,
} from '../../generated/types.ts';
import { NOT_UNDERSTOOD } from '../../model/condition.ts';
import { isRefused, type Place } from '../../model/place.ts';
import type {
  Allocation,
  Category,
  Duration,
  Material,
  Person,
  Plan,
  Predecessor,
  Quota,
  Requirement,
  ReserveDemand,
  Severities,
  Slot,
  Step,
} from '../../model/plan.ts';
import { readEvents } from '../../model/steps.ts';
import { type Calendar, chinaCalendar, createCalendar } from '../../norms/calendar/calendar.ts';
import { type Day, dayOf, parseDay } from '../../values/day.ts';
import { headsOf, type QuantityData, quantityOf } from '../../values/quantity.ts';
import { COMPARATORS, parseAmount, parseShare, percentOf } from '../../values/share.ts';
import { leastExact, type Window } from '../../values/window.ts';
import { readWindow } from '../fields/window-text.ts';
import { kindOfName } from './kind.ts';
import type { LocalRules } from './packs.ts';

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
  files: Plan['files'];
  asOf: Day;
  /** what the plan's and its county's packs amount to */
  local: LocalRules;
  county: Allocation | undefined;
  /** the county's settings of the rules, which hold before the plan's own */
  countyRules: { value: NonNullable<PlanFile['rules']>; place: Place } | undefined;
}

/** Links the values of a plan's files into the model. */
export function buildPlan({
  path,
  file,
  place,
  roster,
  timeline,
  files,
  asOf,
  local,
  county,
  countyRules,
}: PlanParts): Plan {
  const quota = file.quota && buildQuota(file.quota, place.at('quota'));
  const settings: Settings = {
    branchInactive: local.branches,
    ...file.rules?.settings,
    ...countyRules?.value.settings,
  };
  return {
    path,
    year: file.year,
    title: file.title,
    organization: file.organization,
    document: file.document,
    ageAsOf: day(file.ageAsOf) ?? dayOf(file.year, 12, 31)!,
    asOf,
    quota,
    requirements: [
      ...each(file.structure, place.at('structure'), buildRequirement),
      ...withOwnIds(local.structure, file.structure).map(({ value, place: at }) =>
        buildRequirement(value, at),
      ),
    ],
    reserve: buildReserve([
      ...(file.reserve ? [{ value: file.reserve, place: place.at('reserve') }] : []),
      ...local.reserves,
    ]),
    funnel: file.funnel && { ...file.funnel, place: place.at('funnel') },
    materials: [
      ...each(file.materials, place.at('materials'), buildMaterial),
      // A paper that the plan lists itself is the same paper.
      ...local.materials.flatMap(({ value, place: at }) =>
        file.materials?.some(own => own?.id === value.id) ? [] : [buildMaterial(value, at)],
      ),
    ],
    hasRoster: roster !== undefined,
    people: each(roster?.items, roster?.place ?? place, (data, at) => buildPerson(data, at, quota)),
    steps: each(timeline?.items, timeline?.place ?? place, (data, at) => buildStep(data, at, file.year)),
    branches: each(file.branches, place.at('branches'), (branch, at) => ({
      ...branch,
      committee: branch.committee ?? true,
      place: at,
    })),
    settings,
    severities: new Map([
      ...buildSeverities(file.rules?.severity ?? {}, place.at('rules', 'severity')),
      ...(countyRules
        ? buildSeverities(countyRules.value.severity ?? {}, countyRules.place.at('severity'))
        : []),
    ]),
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
    calendar: buildCalendar(settings, local),
    norms: local.norms,
    conditions: local.conditions,
    requiredSteps: local.steps,
    place,
    files,
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
    yearlyTolerance: data.yearlyTolerance === undefined ? undefined : parseShare(data.yearlyTolerance),
    lastYearActual: data.lastYearActual,
    growthLimit: data.growthLimit === undefined ? undefined : parseShare(data.growthLimit),
    nomineesPerSlot: percentOf(data.nomineesPerSlot ?? 1),
    place,
  };
}

const buildCategory = (
  { id, name, count, where }: Pick<Category, 'id' | 'name' | 'where'> & { count?: QuantityData },
  place: Place,
  implicit = false,
): Category => ({
  id,
  name,
  count: quantityOf(count),
  where: where ?? lostCondition(place, 'where'),
  implicit,
  place,
});

/** What stands in for a condition that was refused: without one, it would hold for everybody. */
const lostCondition = (place: Place, field: 'where' | 'when'): Where | undefined =>
  isRefused(place, field) ? NOT_UNDERSTOOD : undefined;

function slotsOf(category: Category): Slot[] {
  const slots: Slot[] = [];
  const count = headsOf(category.count) ?? 0;
  for (let number = 1; number <= count; number++)
    slots.push({ id: `${category.id}-${number}`, category, number });
  return slots;
}

const buildMaterial = (
  { id, name, count = 1, when }: NonNullable<PlanFile['materials']>[number],
  place: Place,
): Material => ({ id, name, count, when: when ?? lostCondition(place, 'when'), place });

/** A requirement of a plan or of a county. */
export function buildRequirement(data: RequirementData, place: Place): Requirement {
  // The schema demands exactly one of them.
  const comparator = COMPARATORS.find(name => data[name] !== undefined)!;
  const planned = quantityOf(data.planned);
  return {
    id: data.id,
    name: data.name,
    where: data.where,
    comparator,
    amount: parseAmount(data[comparator]!),
    of: data.of,
    level: data.level ?? 'required',
    planned: headsOf(planned),
    plannedAs: planned.kind === 'pending' ? undefined : planned,
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
    slot: data.slot === undefined ? undefined : slotId(data.slot, quota),
    data,
    dates,
    dated,
    isDetailed,
    place,
  };
}

/** `农牧民1号名额`, `农牧民-1`, `农牧民1`, `1号名额` for the id of the slot; else what is written. */
function slotId(written: string, quota: Quota | undefined): string {
  const [, name, number] = /^(.*?)\s*[-－]?\s*(\d+)(?:号(?:名额)?)?$/.exec(written) ?? [];
  const category = quota?.categories.find(each => each.name === name);
  const id = `${category?.id}-${number}`;
  return category && quota?.slots.some(slot => slot.id === id) ? id : written;
}

function buildStep(data: StepData, place: Place, year: number): Step {
  const window = (text: string | undefined): Window | undefined => {
    const read = text === undefined ? undefined : readWindow(text, year);
    // What is no day of this year is reported where the file is read (dates.ts).
    return read && 'failure' in read ? undefined : read;
  };
  const on = window(data.on);
  const from = window(data.from);
  const to = window(data.to);
  const deadline = window(data.deadline);
  // 日期：6月8日前 is a deadline.
  const until = on?.by ? on : undefined;
  const named = data.kind === undefined ? kindOfName(data.name) : undefined;
  return {
    id: data.id,
    name: data.name,
    kind: data.kind ?? named ?? 'other',
    kindFromName: named !== undefined,
    on: until ? undefined : on?.from,
    from: from?.from,
    to: to?.to ?? (on && !until && on.to > on.from ? on.to : undefined),
    duration: data.duration === undefined ? undefined : parseDuration(data.duration),
    after: predecessorsOf(data.after),
    deadline: deadline?.to ?? until?.to,
    precision: leastExact([on, from, to].filter(own => !own?.by)),
    said: saidOf({ on: until ? undefined : on, from, to, deadline: deadline ?? until }),
    phase: data.phase,
    done: day(data.done),
    hours: data.hours,
    due: data.due ?? [],
    owner: data.owner,
    note: data.note,
    place,
  };
}

/** Days that are simply days need no words. */
function saidOf(windows: Step['said']): Step['said'] {
  for (const window of Object.values(windows))
    if (window && (window.words !== '' || window.time !== undefined)) return windows;
  return NOTHING_SAID;
}

const NOTHING_SAID: Step['said'] = {};

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

function buildCalendar({ holidays, workdays }: Settings, local: LocalRules): Calendar {
  const days = (texts: readonly string[] | undefined) => (texts ?? []).flatMap(text => parseDay(text) ?? []);
  const off = [...local.holidays, ...days(holidays)];
  const on = [...local.workdays, ...days(workdays)];
  if (off.length + on.length === 0) return chinaCalendar;
  // A day in both lists is off: the calendar wants to be told one thing.
  return createCalendar({ holidays: off, workdays: on.filter(day => !off.includes(day)) });
}

/** A pack's requirement under the id of one of the plan's is another demand all the same: both hold. */
function withOwnIds(
  local: LocalRules['structure'],
  own: readonly (RequirementData | null)[] | undefined,
): LocalRules['structure'] {
  const taken = new Set((own ?? []).flatMap(item => item?.id ?? []));
  return local.map(({ value, place }) => {
    let { id } = value;
    for (let number = 2; taken.has(id); number++) id = `${value.id}-${number}`;
    taken.add(id);
    return { value: { ...value, id }, place };
  });
}

/** The strictest of several demands: as many reserves as any of them asks for, and no more than each allows. */
function buildReserve(demands: LocalRules['reserves']): ReserveDemand | undefined {
  const [first] = demands;
  if (!first) return undefined;
  const most = demands.flatMap(({ value }) => value.perSlot.max ?? []);
  return {
    min: Math.max(...demands.map(({ value }) => value.perSlot.min)),
    max: most.length === 0 ? undefined : Math.min(...most),
    includesNominee: first.value.includesNominee ?? false,
    place: first.place,
  };
}

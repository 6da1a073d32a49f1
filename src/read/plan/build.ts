import type { Candidate, PlanFile, Requirement, Settings, Step } from '../../generated/types.ts';
import type { Place } from '../../model/place.ts';
import type {
  Category,
  CountyAllocation,
  Material,
  Person,
  Plan,
  Quota,
  ReserveDemand,
  Severities,
  Waiver,
} from '../../model/plan.ts';
import type { Severity } from '../../model/severity.ts';
import { readEvents } from '../../model/steps.ts';
import { type Calendar, chinaCalendar, createCalendar } from '../../norms/calendar/calendar.ts';
import { type Day, parseDay, yearEndOf } from '../../values/day.ts';
import { idMeant } from '../workbook/links.ts';
import { categoryNamed } from './category.ts';
import { each, lostCondition, unreadIn } from './items.ts';
import { settleListings } from './listing.ts';
import type { LocalRules } from './packs.ts';
import { buildQuota, slotId } from './quota.ts';
import { buildRequirement } from './requirement.ts';
import { buildStep } from './step.ts';

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
  timeline: Listed<Step> | undefined;
  files: Plan['files'];
  asOf: Day;
  /** what the plan's and its county's packs amount to */
  local: LocalRules;
  county: CountyAllocation | undefined;
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
  const requirements = [
    ...each(file.structure, place.at('structure'), buildRequirement),
    ...withOwnIds(local.structure, file.structure).map(({ value, place: at }) => buildRequirement(value, at)),
  ];
  const materials = [
    ...each(file.materials, place.at('materials'), buildMaterial),
    // A paper that the plan lists itself is the same paper.
    ...local.materials.flatMap(({ value, place: at }) =>
      file.materials?.some(own => own?.id === value.id) ? [] : [buildMaterial(value, at)],
    ),
  ];
  const people = each(roster?.items, roster?.place ?? place, (data, at) => buildPerson(data, at, quota));
  const steps = settleListings(
    each(timeline?.items, timeline?.place ?? place, (data, at) => buildStep(data, at, file.year)),
  );
  const named = [...people, ...steps, ...requirements, ...(quota?.categories ?? []), ...materials];
  return {
    path,
    year: file.year,
    title: file.title,
    organization: file.organization,
    document: file.document,
    ageAsOf: day(file.ageAsOf) ?? yearEndOf(file.year),
    asOf,
    quota,
    requirements,
    reserve: buildReserve([
      ...(file.reserve ? [{ value: file.reserve, place: place.at('reserve') }] : []),
      ...local.reserves,
    ]),
    funnel: file.funnel && { ...file.funnel, place: place.at('funnel') },
    materials,
    hasRoster: roster !== undefined,
    people,
    steps,
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
      ...subjectOf(waiver.subject, named, quota),
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
    unread: {
      categories: unreadIn(file.quota?.categories, place.at('quota', 'categories')),
      requirements: unreadIn(file.structure, place.at('structure')),
      materials: unreadIn(file.materials, place.at('materials')),
      steps: unreadIn(timeline?.items, timeline?.place ?? place),
      people: unreadIn(roster?.items, roster?.place ?? place),
      branches: unreadIn(file.branches, place.at('branches')),
    },
    place,
    files,
    county,
  };
}

/** Whom a waiver is about, by code: clerks write the name. One that several have leaves open who is meant. */
function subjectOf(
  written: string | undefined,
  named: readonly { id: string; name: string }[],
  quota: Quota | undefined,
): Pick<Waiver, 'subject' | 'alike'> {
  if (written === undefined) return {};
  const id = idMeant(written, named);
  if (id !== undefined) return { subject: id };
  const alike = named.filter(({ name }) => name === written).map(each => each.id);
  return { subject: slotId(written, quota), ...(alike.length > 0 && { alike }) };
}

const day = (text: string | undefined): Day | undefined => (text === undefined ? undefined : parseDay(text));

const buildMaterial = (
  { id, name, count = 1, when }: NonNullable<PlanFile['materials']>[number],
  place: Place,
): Material => ({ id, name, count, when: when ?? lostCondition(place, 'when'), place });

/** The category that everybody is for where there is only one, and it has no condition. */
const onlyOf = ([first, ...others]: readonly Category[]): Category | undefined =>
  others.length > 0 || first?.implicit || first?.where ? undefined : first;

function buildPerson(data: Candidate, place: Place, quota: Quota | undefined): Person {
  // Clerks write the category's name as readily as its code.
  const categories = quota?.categories ?? [];
  const named = data.category === undefined ? onlyOf(categories) : categoryNamed(data.category, categories);
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

function buildSeverities(data: Record<string, string>, place: Place): Severities {
  return new Map(
    Object.entries(data).map(([rule, severity]) => [
      rule,
      { severity: severity as Severity | 'off', place: place.at(rule) },
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
  own: readonly (Requirement | null)[] | undefined,
): LocalRules['structure'] {
  const taken = new Set((own ?? []).flatMap(item => item?.id ?? []));
  return local.map(({ value, place }) => {
    let { id } = value;
    for (let number = 2; taken.has(id); number++) id = `${value.id}-${number}`;
    taken.add(id);
    return { value: { ...value, id }, place };
  });
}

/**
 * The strictest of several demands: as many reserves as any of them asks for, and no more than each allows. Three with the nominee
 * are two besides, unless all of them count the nominee.
 */
function buildReserve(demands: LocalRules['reserves']): ReserveDemand | undefined {
  const [first] = demands;
  if (!first) return undefined;
  const each = demands.map(({ value: { perSlot, includesNominee = false } }) => ({
    ...perSlot,
    includesNominee,
  }));
  const allInclude = each.every(({ includesNominee }) => includesNominee);
  const besides = (heads: number, includesNominee: boolean) =>
    includesNominee && !allInclude ? Math.max(0, heads - 1) : heads;
  const most = each.flatMap(({ max, includesNominee }) =>
    max === undefined ? [] : besides(max, includesNominee),
  );
  return {
    min: Math.max(...each.map(({ min, includesNominee }) => besides(min, includesNominee))),
    max: most.length === 0 ? undefined : Math.min(...most),
    demands: each,
    place: first.place,
  };
}

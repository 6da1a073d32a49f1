import type { Candidate, CandidatesFile, PlanFile, Step, TimelineFile } from '../../generated/types.ts';
import type { Plan } from '../../model/plan.ts';
import type { Day } from '../../values/day.ts';
import { dirname, join, namedIn } from '../../values/path.ts';
import { isAboutExactParts, sumOf } from '../../values/quantity.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { fieldShape, fieldTitle, rootShape } from '../fields/shape.ts';
import { isTableFile, PLAN_FILES, ROSTER_FILES, TIMELINE_FILES } from '../file-names.ts';
import { FileError, type Files, liesWithin, readBytes, reportUnreadable } from '../files.ts';
import { difference, Problems } from '../problem.ts';
import { CountyFiles, type CountyPart, countiesOver, countyPart, leadsOut } from './allocation.ts';
import { buildPlan, type Listed } from './build.ts';
import { reportDates } from './dates.ts';
import { locatePlan } from './locate.ts';
import { loadPacks } from './packs.ts';
import { namePapers } from './paper-names.ts';
import { readPlanBytes } from './plan-file.ts';
import { Pseudonyms } from './pseudonyms.ts';

const BESIDE = { candidates: ROSTER_FILES, timeline: TIMELINE_FILES };

/** A plan that was read, or as much of it as could be, and everything that was found on the way. */
export interface LoadedPlan {
  path: string;
  /** a file of the plan that was named instead of it */
  by?: string;
  problems: Problems;
  /** absent when the plan's own file gives nothing to check */
  plan?: Plan;
  /** gives what its files say, all in one, for writing it in another form */
  data?: () => PlanFile;
  /** columns of the statistics table that the county around it has */
  statistics?: CountyPart['statistics'];
}

/** Where plans are read from, and as of when. */
export interface Origin {
  files: Files;
  /** the day of the check */
  asOf: Day;
  /** note people's names, which what is shown replaces by pseudonyms */
  redact?: boolean;
  /** for many plans: the counties whose files were read for others */
  counties?: CountyFiles;
}

/** Reads the plan in a folder, or in a file that is named itself. Never throws for what a user can write. */
export async function loadPlan(path: string, origin: Origin): Promise<LoadedPlan> {
  const problems = newProblems(origin);
  // Nearly always a folder is named, with the file by its first name in it.
  const planFile = join(path, PLAN_FILES[0]!);
  const found = readIfThere(origin.files, planFile);
  if (found) return loadPlanBytes(path, planFile, found, origin, problems);
  const located = await locatePlan(path, origin.files);
  if ('reason' in located) {
    reportUnreadable(path, located.reason, problems, located.next && { next: located.next });
    return { path, problems };
  }
  const { file, by } = located;
  const bytes = readBytes(origin.files, file, problems);
  const loaded = bytes
    ? await loadPlanBytes(located.path, file, bytes, origin, problems)
    : { path: located.path, problems };
  return by === undefined ? loaded : { ...loaded, by };
}

const newProblems = ({ redact, files }: Origin): Problems =>
  new Problems(redact ? new Pseudonyms() : undefined, files.limits);

/** Reads a plan from bytes that came another way (standard input); `planFile` names them in messages. */
export async function loadPlanBytes(
  path: string,
  planFile: string,
  bytes: Uint8Array,
  origin: Origin,
  problems = newProblems(origin),
): Promise<LoadedPlan> {
  const countyFiles = countiesOver(planFile, origin.files);
  const [nearest] = countyFiles;
  if (nearest !== undefined && leadsOut(planFile, nearest, origin.files)) {
    reportUnreadable(planFile, 'outside', problems);
    return { path, problems };
  }
  const document = await readPlanBytes(planFile, bytes, problems, origin.asOf);
  if (!document) return { path, problems };
  const roster = await loadRoster(document, planFile, origin, problems);
  const timeline = await loadTimeline(document, planFile, origin.files, problems);
  const county = await countyPart(countyFiles, planFile, origin.files, origin.counties ?? new CountyFiles());
  const packs = [
    ...(document.value.rules?.packs ?? []).map(name => ({ name, beside: planFile })),
    ...(county?.rules?.value.packs ?? []).map(name => ({ name, beside: county!.file })),
  ];
  const local = await loadPacks(packs, document.value.year, origin.files, problems);
  const papers = [...(document.value.materials ?? []), ...local.materials.map(({ value }) => value)];
  namePapers(
    papers.filter(paper => paper !== null),
    roster?.items ?? [],
    timeline?.items ?? [],
  );
  const plan = buildPlan({
    path,
    file: document.value,
    place: document.place,
    roster,
    timeline,
    files: companions(document, planFile, origin.files),
    asOf: origin.asOf,
    local,
    county: county?.allocation,
    countyRules: county?.rules,
  });
  problems.people?.spare(wordsOf(plan));
  reportAboutExactParts(plan, problems);
  if (timeline) reportDates(timeline.items, timeline.place, plan.year, problems);
  const data = (): PlanFile => ({
    ...present(document.value),
    ...(roster && { candidates: present(roster.items) as Candidate[] }),
    ...(timeline && { timeline: present(timeline.items) as Step[] }),
  });
  return { path, problems, plan, data, ...(county?.statistics && { statistics: county.statistics }) };
}

/** What a plan calls its units, branches, categories, requirements and papers. */
const wordsOf = ({ organization, quota, requirements, materials, branches, people }: Plan) => [
  ...[organization.name, organization.superior, organization.office, organization.address],
  ...[...(quota?.categories ?? []), ...requirements, ...materials, ...branches].map(({ name }) => name),
  ...people.map(({ data }) => data.branch),
];

/** A value without the items of its lists, at any depth, of which nothing is left: they have been reported. */
function present<T>(value: T): T {
  if (Array.isArray(value)) return value.filter(item => item !== null).map(present) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, present(below)])) as T;
}

/**
 * 总数9人左右, divided into 1 + 7 + 1: the slots are numbered, so there are exactly as many as the parts come to, while shares would
 * be taken of a total that is only about right. The plan would be judged by two numbers. That is so whether the parts come to the
 * number that is written or to another, so both are told here, with the number that the parts give, and quota/sum-mismatch says
 * nothing of them. An approximate total is fine where nothing is divided, or where the parts are approximate, too.
 */
function reportAboutExactParts({ quota }: Plan, problems: Problems): void {
  if (!quota) return;
  const parts = [
    ...quota.categories.filter(({ implicit }) => !implicit).map(({ count }) => count),
    ...quota.unreadParts.categories,
  ];
  if (!isAboutExactParts(quota.total, parts)) return;
  const place = quota.place.at('total');
  const field = fieldTitle(fieldShape(rootShape('plan'), 'quota'), 'total');
  const args = { field, value: place.quote(), allowed: [String(sumOf(parts).max)] };
  problems.add('input/schema', place, difference('about-exact-parts', { ...args, expected: 'quantity' }));
}

/** The bytes of a file; undefined where there are none to be had, whatever the reason. */
function readIfThere(files: Files, path: string): Uint8Array | undefined {
  try {
    return files.read(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}

async function loadRoster(
  { value, place }: ReadDocument<PlanFile>,
  planFile: string,
  { files, asOf }: Origin,
  problems: Problems,
): Promise<Listed<Candidate> | undefined> {
  const { candidates } = value;
  if (Array.isArray(candidates)) return { items: candidates, place: place.at('candidates') };
  const said = typeof candidates === 'object' ? candidates : { file: candidates };
  const file = companion('candidates', said.file, planFile, files, problems);
  if (file !== undefined && isTableFile(file)) {
    const bytes = readBytes(files, file, problems);
    if (!bytes) return undefined;
    // What reads workbooks is loaded only for them.
    const { readNamedRoster } = await import('../roster/plan-roster.ts');
    return readNamedRoster(
      file,
      bytes,
      { ...said, place: place.at('candidates'), asOf, year: value.year },
      problems,
    );
  }
  const document =
    file === undefined ? undefined : await readCompanion<CandidatesFile>('candidates', file, files, problems);
  return document && { items: document.value.candidates, place: document.place.at('candidates') };
}

async function loadTimeline(
  { value, place }: ReadDocument<PlanFile>,
  planFile: string,
  files: Files,
  problems: Problems,
): Promise<Listed<Step> | undefined> {
  if (Array.isArray(value.timeline)) return { items: value.timeline, place: place.at('timeline') };
  if (typeof value.timeline === 'object')
    return { items: value.timeline.steps, place: place.at('timeline', 'steps') };
  const file = companion('timeline', value.timeline, planFile, files, problems);
  const document =
    file === undefined ? undefined : await readCompanion<TimelineFile>('timeline', file, files, problems);
  return document && { items: document.value.steps, place: document.place.at('steps') };
}

/** The files beside the plan's own, whether they can be read or not. */
function companions(
  { value: { candidates, timeline } }: ReadDocument<PlanFile>,
  planFile: string,
  files: Files,
): Plan['files'] {
  const named = Array.isArray(candidates) || typeof candidates !== 'object' ? candidates : candidates.file;
  const roster = Array.isArray(named) ? undefined : pathOf('candidates', named, planFile, files);
  const steps = typeof timeline === 'object' ? undefined : pathOf('timeline', timeline, planFile, files);
  return { ...(roster !== undefined && { roster }), ...(steps !== undefined && { timeline: steps }) };
}

function pathOf(
  kind: 'candidates' | 'timeline',
  named: string | undefined,
  planFile: string,
  files: Files,
): string | undefined {
  const folder = dirname(planFile);
  return named === undefined
    ? BESIDE[kind].map(name => join(folder, name)).find(path => files.kind(path) === 'file')
    : namedIn(folder, named);
}

/** The file named in the plan, or the one that stands beside it by its usual name. One elsewhere is refused, and nothing of it is shown. */
function companion(
  kind: 'candidates' | 'timeline',
  named: string | undefined,
  planFile: string,
  files: Files,
  problems: Problems,
): string | undefined {
  const file = pathOf(kind, named, planFile, files);
  if (file === undefined || liesWithin(dirname(planFile), file, files)) return file;
  reportUnreadable(file, 'outside', problems);
  return undefined;
}

async function readCompanion<T>(
  kind: 'candidates' | 'timeline',
  path: string,
  files: Files,
  problems: Problems,
): Promise<ReadDocument<T> | undefined> {
  const bytes = readBytes(files, path, problems);
  return bytes && readDocument<T>(kind, path, bytes, problems);
}

import { sealOf } from '../cli/formats.ts';
import type { CandidatesFile, FindingResult, Result } from '../generated/types.ts';
import { findingResult, resultOf } from '../output/findings/result.ts';
import { UNPAINTED } from '../output/findings/run.ts';
import { planGate, shownPlan } from '../output/gate.ts';
import { reportOf } from '../output/papers/report.ts';
import { type SelectionData, selectionData } from '../output/papers/selection-data.ts';
import { type PrintFormat, printed } from '../output/print/index.ts';
import { PLAN_FILES } from '../read/file-names.ts';
import { type Files, readBytes } from '../read/files.ts';
import type { InputFile } from '../read/input-file.ts';
import { memoryFiles } from '../read/memory-files.ts';
import { loadPlan } from '../read/plan/load.ts';
import { workbooksIn } from '../read/plan/plan-file.ts';
import { Problems } from '../read/problem.ts';
import type { Note } from '../read/roster/note.ts';
import { type CheckedPlan, checkPlan } from '../rules/check.ts';
import { selectFor } from '../rules/selection.ts';
import { loadTexts } from '../text/load.ts';
import { type Day, dayOf, parseDay } from '../values/day.ts';
import { dirname } from '../values/path.ts';
import { version } from '../values/version.ts';
import type { CoreOptions } from './types.ts';

// What the commands do, without a command line and a machine: files come in as `Files`, all else as options. It runs in a
// browser as it runs in Node.

/** `plan check -f json` of plans in folders or files. @throws {RangeError} for what is no day or no language */
export async function check(
  files: Files,
  paths: readonly string[],
  options: CoreOptions = {},
): Promise<Result> {
  const texts = await textsFor(options);
  const asOf = dayFrom(options);
  const plans: CheckedPlan[] = [];
  for (const path of paths) plans.push(await checked(files, path, options));
  return resultOf({ tool: { name: 'plan', version }, asOf, plans }, texts);
}

/**
 * `plan batch -f json`: the plans under paths or of a county.yaml, with what only shows of all of them together. Without plans
 * where there are none. @throws {RangeError}
 */
export async function batch(
  files: Files,
  paths: readonly string[],
  { statistics = false, ...options }: CoreOptions & { statistics?: boolean } = {},
): Promise<Result> {
  const texts = await textsFor(options);
  const { batchResult } = await import('../county/result.ts');
  return batchResult(paths, files, {
    asOf: dayFrom(options),
    texts,
    redact: options.redact ?? false,
    statistics,
  });
}

/**
 * `check` of files that are at hand, of every folder among them in which there is a plan, the outermost first. A plan at the
 * top has the path `.`.
 */
export const checkFiles = async (files: readonly InputFile[], options?: CoreOptions): Promise<Result> =>
  check(memoryFiles(files), await plansAmong(files), options);

/** The same plans as they are worked with inside: what is found with its places, and the facts. @throws {RangeError} */
export async function checkedPlans(
  files: readonly InputFile[],
  options: CoreOptions = {},
): Promise<CheckedPlan[]> {
  const memory = memoryFiles(files);
  const plans: CheckedPlan[] = [];
  for (const path of await plansAmong(files)) plans.push(await checked(memory, path, options));
  return plans;
}

/**
 * The plans among files, the outermost first: folders with a plan's file or one workbook with the sheet 计划, each of several such
 * workbooks in a folder by itself, and one YAML file of another name where there is nothing else.
 */
export async function plansAmong(files: readonly InputFile[]): Promise<string[]> {
  const memory = memoryFiles(files);
  const names = new Map<string, string[]>();
  for (const { path } of files) {
    const folder = dirname(path);
    names.set(folder, [...(names.get(folder) ?? []), path.slice(path.lastIndexOf('/') + 1)]);
  }
  const plans: string[] = [];
  for (const [folder, own] of names) {
    if (own.some(name => PLAN_FILES.includes(name))) plans.push(folder);
    else {
      const workbooks = await workbooksIn(folder, memory);
      plans.push(...(workbooks.length === 1 ? [folder] : workbooks));
    }
  }
  const [lone, ...others] = files.filter(({ path }) => /\.ya?ml$/i.test(path) && !NO_PLAN.test(path));
  if (plans.length === 0 && lone && others.length === 0) plans.push(lone.path);
  const depth = (path: string) => (path === '.' ? 0 : path.split('/').length);
  return plans.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
}

/** Names of files that belong to a plan or hold several. */
const NO_PLAN = /(^|\/)(candidates|timeline|county)\.ya?ml$/i;

/** `plan select -f json`; undefined where the plan cannot be read, or has no slots or nobody. @throws {RangeError} */
export async function selectNominees(
  files: Files,
  path: string,
  options: CoreOptions & { seconds?: number; resilience?: boolean } = {},
): Promise<SelectionData | undefined> {
  const judged = await checked(files, path, options);
  const plan = judged.facts?.plan;
  if (!plan?.quota || plan.quota.slots.length === 0 || plan.people.length === 0) return undefined;
  const selection = await selectFor({ ...judged, facts: judged.facts! }, options);
  return planGate(judged).deep(selectionData(judged, selection, await textsFor(options)));
}

/** `plan report` in a format; undefined where the plan cannot be read. @throws {RangeError} */
export async function report(
  files: Files,
  path: string,
  options: CoreOptions & { format?: PrintFormat } = {},
): Promise<string | Uint8Array | undefined> {
  const texts = await textsFor(options);
  const plan = await checked(files, path, options);
  const { facts, verdict } = plan;
  if (!facts || verdict === 'unreadable') return undefined;
  const gate = planGate(plan);
  const frames = options.redact !== true;
  const print = reportOf({ ...plan, facts }, texts);
  const { format = 'text' } = options;
  const made = await printed(print, format, gate, {
    texts,
    width: 80,
    paint: UNPAINTED,
    frames,
  });
  return typeof made === 'string' ? gate.seal(made, { ...sealOf(format), published: print.published }) : made;
}

/** A roster from Excel: its people as a roster file has them, what was guessed, and what could not be understood. */
export interface ImportedRoster {
  roster?: CandidatesFile;
  notes: readonly Note[];
  findings: FindingResult[];
}

/** What `plan import` reads; without a roster where the file is none, which a finding says. @throws {RangeError} */
export async function importRoster(
  files: Files,
  path: string,
  options: CoreOptions & { sheet?: string } = {},
): Promise<ImportedRoster> {
  const texts = await textsFor(options);
  const asOf = dayFrom(options);
  const problems = new Problems(undefined, files.limits);
  const bytes = readBytes(files, path, problems);
  const { readRosterDocument } = await import('../read/roster/document.ts');
  const { sheet } = options;
  const document =
    bytes && readRosterDocument(path, bytes, problems, { asOf, ...(sheet !== undefined && { sheet }) });
  const { findings } = shownPlan(checkPlan({ path, problems }, asOf));
  return {
    ...(document && { roster: document.value }),
    notes: document?.roster.notes ?? [],
    findings: findings.map(finding => findingResult(finding, texts)),
  };
}

async function checked(files: Files, path: string, options: CoreOptions): Promise<CheckedPlan> {
  const asOf = dayFrom(options);
  return checkPlan(await loadPlan(path, { files, asOf, redact: options.redact ?? false }), asOf);
}

function textsFor({ lang = 'zh' }: CoreOptions): ReturnType<typeof loadTexts> {
  if (lang !== 'zh' && lang !== 'en') throw new RangeError(`lang: ${lang}`);
  return loadTexts(lang);
}

/** The day of the check; today, in local time, where none is given. @throws {RangeError} for what is no day */
export function dayFrom({ asOf }: CoreOptions): Day {
  const now = new Date();
  const day =
    asOf === undefined ? dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) : parseDay(asOf);
  if (day === undefined) throw new RangeError(`asOf: ${asOf}`);
  return day;
}

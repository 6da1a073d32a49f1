import { type Format, formats, reported } from '../../output/findings/index.ts';
import type { CheckRun, ReportOptions } from '../../output/findings/run.ts';
import { PLAN_FILES } from '../../read/file-names.ts';
import type { Files } from '../../read/files.ts';
import { checkPlan } from '../../rules/check.ts';
import { join, normalize } from '../../values/path.ts';
import { version } from '../../values/version.ts';
import { sealOf } from '../formats.ts';
import type { Changed } from '../io.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { type OutputOptions, type Target, targetsOf } from '../targets.ts';
import { UsageError } from '../usage-error.ts';

/** `plan check [PATH…]`: the verdict on each plan. */
export async function runCheck(
  session: Session,
  paths: readonly string[],
  options: Options,
): Promise<number> {
  const targets = targetsIn(options, session);
  const maxWarnings = limit(options.maxWarnings as string | undefined, session);
  const watched = await expanded(paths.length > 0 ? paths : ['.'], session.io.files);
  const watch = options.watch === true;
  const view = viewOf(options, session);
  if (options.fix === true) session.refuseRedact('--fix');
  if (watch && (watched.includes('-') || targets.some(({ file }) => file !== null)))
    throw new UsageError(session.texts.fix.screenOnly);
  let run: CheckRun;
  let changed: Changed | undefined;
  do {
    // Before the check, so that what is saved during it counts.
    if (watch) changed = await session.io.watch?.(watched);
    run = await checkOnce(session, watched, options.fix === true, targets, view);
    if (watch) session.tell(`\n${session.texts.fix.watching}\n`);
  } while (await changed?.(session.inputs));
  return exitCode(run, maxWarnings);
}

/** Patterns as `plan batch` knows them; what matches them is loaded only where there are any. */
const expanded = async (paths: readonly string[], files: Files): Promise<readonly string[]> =>
  paths.some(path => /[*?]/.test(path))
    ? await (await import('../../read/patterns.ts')).expandAll(paths, files)
    : paths;

/** Reads, mends if wanted, checks and shows all plans. */
async function checkOnce(
  session: Session,
  paths: readonly string[],
  fix: boolean,
  targets: readonly Target<Format>[],
  view: View,
): Promise<CheckRun> {
  const { asOf } = session;
  const run: CheckRun = { tool: { name: 'plan', version }, asOf, plans: [] };
  for (const path of paths) {
    if (fix && path !== '-') await (await import('./fix.ts')).fixPlan(session, path);
    const loaded = await session.load(path);
    // pre-commit names every file that changed: of one plan too.
    if (!run.plans.some(other => isSamePlan(other.path, loaded.path)))
      run.plans.push(checkPlan(loaded, asOf));
  }
  for (const { format, file } of targets) {
    await session.emit(
      report => reported(format, run, { ...report, ...view }, session.gate),
      file,
      sealOf(format),
    );
  }
  return run;
}

type View = Pick<ReportOptions, 'view' | 'errorsOnly'>;

/** How much is shown. @throws {UsageError} for two ways at once */
function viewOf({ concise, summary, errorsOnly }: Options, { texts }: Session): View {
  if (concise === true && summary === true)
    throw new UsageError(texts.cli.errors.oneOf('--concise', '--summary'));
  return {
    view: concise === true ? 'concise' : summary === true ? 'summary' : undefined,
    errorsOnly: errorsOnly === true,
  };
}

/** Whether one path is the folder of a plan and the other that folder or its file. */
const isSamePlan = (a: string, b: string): boolean =>
  [a, ...PLAN_FILES.map(name => join(a, name))].some(path => normalize(path) === normalize(b)) ||
  PLAN_FILES.some(name => join(b, name) === normalize(a));

/** The verdict for scripts: what could not be read weighs more than what was found. */
function exitCode({ plans }: CheckRun, maxWarnings: number): number {
  if (plans.some(({ verdict }) => verdict === 'unreadable')) return EXIT.failed;
  const warnings = plans
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'warning').length;
  return plans.some(({ verdict }) => verdict === 'fail') || warnings > maxWarnings ? EXIT.findings : EXIT.ok;
}

/** Where the findings go. On GitHub Actions they also become annotations there, unless a format is asked for. */
function targetsIn(options: Options, session: Session): Target<Format>[] {
  const targets = targetsOf(options as OutputOptions, formats, session);
  if (!options.format && session.io.env.GITHUB_ACTIONS === 'true')
    targets.push({ format: 'github', file: null });
  return targets;
}

function limit(text: string | undefined, { texts }: Session): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(texts.cli.errors.invalidValue('--max-warnings', text, ['0', '1', '2 …']));
  return Number(text);
}

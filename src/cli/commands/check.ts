import { plansUnder } from '../../county/find.ts';
import { type Format, formats, reporters } from '../../output/findings/index.ts';
import type { CheckRun } from '../../output/findings/run.ts';
import type { Files } from '../../read/files.ts';
import { checkPlan } from '../../rules/check.ts';
import { version } from '../../version.ts';
import type { Changed } from '../io.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `plan check [PATH…]`: the verdict on each plan. */
export async function runCheck(
  session: Session,
  paths: readonly string[],
  options: Options,
): Promise<number> {
  const targets = targetsOf(options, session);
  const maxWarnings = limit(options.maxWarnings as string | undefined, session);
  const watched = await expanded(paths.length > 0 ? paths : ['.'], session.io.files);
  const watch = options.watch === true;
  if (options.fix === true) session.refuseRedact('--fix');
  if (watch && (watched.includes('-') || targets.some(({ file }) => file !== undefined)))
    throw new UsageError(session.texts.fix.screenOnly);
  let run: CheckRun;
  let changed: Changed | undefined;
  do {
    // Before the check, so that what is saved during it counts.
    if (watch) changed = await session.io.watch?.(watched);
    run = await checkOnce(session, watched, options.fix === true, targets);
    if (watch) session.tell(`\n${session.texts.fix.watching}\n`);
  } while (await changed?.(session.inputs));
  return exitCode(run, maxWarnings);
}

/** Patterns as `plan batch` knows them; what matches them is loaded only where there are any. */
const expanded = async (paths: readonly string[], files: Files): Promise<readonly string[]> =>
  paths.some(path => /[*?]/.test(path))
    ? (await import('../../read/patterns.ts')).expandAll(paths, files)
    : paths;

/** Reads, mends if wanted, checks and shows all plans. */
async function checkOnce(
  session: Session,
  paths: readonly string[],
  fix: boolean,
  targets: readonly Target[],
): Promise<CheckRun> {
  const { asOf } = session;
  const run: CheckRun = { tool: { name: 'plan', version }, asOf, plans: [] };
  for (const path of paths) {
    const plans = path === '-' ? 0 : plansUnder(path, session.io.files);
    if (plans > 0) session.tell(`plan: ${session.texts.batch.isCounty(path, plans)}\n`);
    if (fix && path !== '-') await (await import('./fix.ts')).fixPlan(session, path);
    run.plans.push(checkPlan(await session.load(path), asOf));
  }
  for (const { format, file } of targets) {
    const reporter = await reporters[format]();
    await session.emit(report => reporter(run, report), file ?? null, { commands: format === 'github' });
  }
  return run;
}

/** The verdict for scripts: what could not be read weighs more than what was found. */
function exitCode({ plans }: CheckRun, maxWarnings: number): number {
  if (plans.some(({ verdict }) => verdict === 'unreadable')) return EXIT.failed;
  const warnings = plans
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'warning').length;
  return plans.some(({ verdict }) => verdict === 'fail') || warnings > maxWarnings ? EXIT.findings : EXIT.ok;
}

interface Target {
  format: Format;
  /** standard output when absent */
  file?: string;
}

/**
 * `-f text -f json=result.json`; what has no file of its own goes to `--output` or to standard output. On GitHub
 * Actions the findings also become annotations there, unless a format is asked for.
 */
function targetsOf({ format, output }: Options, session: Session): Target[] {
  const targets = ((format as string[] | undefined) ?? ['text']).map((spec): Target => {
    const [name = '', ...file] = spec.split('=');
    return {
      format: session.choice('--format', name, formats),
      file: file.length > 0 ? file.join('=') : undefined,
    };
  });
  const open = targets.filter(({ file }) => file === undefined);
  if (output !== undefined && open.length > 1)
    throw new UsageError(session.texts.cli.errors.oneOutput(output));
  for (const target of open) target.file = output;
  if (!format && session.io.env.GITHUB_ACTIONS === 'true') targets.push({ format: 'github' });
  return targets;
}

function limit(text: string | undefined, { texts }: Session): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(texts.cli.errors.invalidValue('--max-warnings', text, '0, 1, 2 …'));
  return Number(text);
}

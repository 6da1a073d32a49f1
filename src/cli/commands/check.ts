import type { Command } from 'commander';
import { readDate } from '../../load/date-text.ts';
import { type LoadedPlan, loadPlan, loadPlanBytes } from '../../load/load-plan.ts';
import { type Day, dayOf, parseDay } from '../../model/day.ts';
import { type Format, formats, reporters } from '../../report/index.ts';
import type { CheckRun } from '../../report/run.ts';
import { checkPlan } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import { version } from '../../version.ts';
import type { Io } from '../io.ts';
import { paintWith } from '../paint.ts';
import { usesColour, widthOf } from '../settings.ts';
import { UsageError } from '../usage-error.ts';

export interface CheckOptions {
  asOf?: string;
  color?: boolean;
  output?: string;
  force?: boolean;
  format?: string[];
  maxWarnings?: string;
  ambiguousWidth?: string;
}

/** Exit codes of the contract. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

export function addCheck(program: Command, io: Io, texts: Texts, done: (code: number) => void): void {
  const { options, check } = texts.cli;
  program
    .command('check')
    .summary(check.summary)
    .description(check.description)
    .argument('[path...]', check.paths)
    .option('-f, --format <format>', options.format(formats), collect)
    .option('-o, --output <file>', options.output)
    .option('--force', options.force)
    .option('--max-warnings <n>', options.maxWarnings)
    .option('--as-of <date>', options.asOf)
    .option('--ambiguous-width <n>', options.ambiguousWidth)
    .addHelpText('after', `\n${check.epilogue}`)
    .action(async (paths: string[], own: CheckOptions, command: Command) => {
      done(await runCheck(paths, { ...own, ...command.optsWithGlobals() }, io, texts));
    });
}

const collect = (value: string, earlier: string[] = []): string[] => [...earlier, value];

async function runCheck(paths: string[], options: CheckOptions, io: Io, texts: Texts): Promise<number> {
  const asOf = today(options.asOf, io, texts);
  const targets = targetsOf(options, texts);
  const maxWarnings = limit(options.maxWarnings, texts);
  const run: CheckRun = { tool: { name: 'plan', version }, asOf, plans: [] };
  for (const path of paths.length > 0 ? paths : ['.'])
    run.plans.push(checkPlan(await load(path, asOf, io), asOf));
  await render(run, targets, options, io, texts);
  return exitCode(run, maxWarnings);
}

function load(path: string, asOf: Day, io: Io): Promise<LoadedPlan> {
  const origin = { files: io.files, asOf };
  return path === '-'
    ? io.stdin().then(bytes => loadPlanBytes('-', '-', bytes, origin))
    : loadPlan(path, origin);
}

/** The verdict for scripts: what could not be read weighs more than what was found. */
export function exitCode({ plans }: CheckRun, maxWarnings: number): number {
  if (plans.some(({ verdict }) => verdict === 'unreadable')) return EXIT.failed;
  const warnings = plans
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'warning').length;
  return plans.some(({ verdict }) => verdict === 'fail') || warnings > maxWarnings ? EXIT.findings : EXIT.ok;
}

interface Target {
  format: Format;
  /** standard output where absent */
  file?: string;
}

function targetsOf({ format = ['text'], output }: CheckOptions, texts: Texts): Target[] {
  const targets = format.map((spec): Target => {
    const [name, ...file] = spec.split('=');
    if (!formats.includes(name as Format))
      throw new UsageError(texts.cli.errors.invalidValue('--format', name ?? '', formats.join(', ')));
    return { format: name as Format, file: file.length > 0 ? file.join('=') : undefined };
  });
  const first = targets.find(({ file }) => file === undefined);
  if (output !== undefined && first) first.file = output;
  return targets;
}

async function render(
  run: CheckRun,
  targets: Target[],
  options: CheckOptions,
  io: Io,
  texts: Texts,
): Promise<void> {
  const ambiguous = ambiguousWidth(options.ambiguousWidth, texts);
  for (const { format, file } of targets) {
    const reporter = await reporters[format]();
    const colour = file === undefined && usesColour(options.color, io.env, io.stdout.isTTY);
    const width = file === undefined ? widthOf(io.stdout) : 80;
    const output = reporter(run, { texts, width, ambiguous, paint: await paintWith(colour) });
    if (file === undefined) io.stdout.write(output);
    else {
      io.files.write(file, output, { replace: options.force ?? false });
      io.stderr.write(`${texts.cli.wrote(file)}\n`);
    }
  }
}

function today(text: string | undefined, io: Io, texts: Texts): Day {
  if (text === undefined) {
    const now = io.now();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  }
  const date = readDate(text);
  const day = 'failure' in date ? undefined : parseDay(date.iso);
  if (day === undefined) throw new UsageError(texts.cli.errors.invalidValue('--as-of', text, 'YYYY-MM-DD'));
  return day;
}

function limit(text: string | undefined, texts: Texts): number {
  if (text === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(texts.cli.errors.invalidValue('--max-warnings', text, '0, 1, 2 …'));
  return Number(text);
}

function ambiguousWidth(text: string | undefined, texts: Texts): 1 | 2 {
  if (text === undefined || text === '1') return 1;
  if (text === '2') return 2;
  throw new UsageError(texts.cli.errors.invalidValue('--ambiguous-width', text, '1, 2'));
}

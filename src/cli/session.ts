import type { Command } from 'commander';
import { readDate } from '../load/date-text.ts';
import { type LoadedPlan, loadPlan, loadPlanBytes } from '../load/load-plan.ts';
import { type Day, dayOf, parseDay } from '../model/day.ts';
import type { ReportOptions } from '../report/run.ts';
import type { Texts } from '../text/texts.ts';
import type { Io } from './io.ts';
import { paintWith } from './paint.ts';
import { usesColour, widthOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** Exit codes of the contract. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

/** Options that every command understands. */
export interface CommonOptions {
  lang?: string;
  asOf?: string;
  color?: boolean;
  output?: string;
  force?: boolean;
  ambiguousWidth?: string;
}

/** Adds the common options to a command. */
export function withCommonOptions(command: Command, { cli: { options } }: Texts): Command {
  return command
    .option('-o, --output <file>', options.output)
    .option('--force', options.force)
    .option('--as-of <date>', options.asOf)
    .option('--ambiguous-width <n>', options.ambiguousWidth);
}

/** One run of one command: the world, the language and the common options, with what every command does with them. */
export class Session {
  readonly io: Io;
  readonly texts: Texts;
  /** today, as the user wants it */
  readonly asOf: Day;
  private readonly options: CommonOptions;
  private readonly ambiguous: 1 | 2;

  /** @throws {UsageError} for an option that has no such value */
  constructor(io: Io, texts: Texts, options: CommonOptions) {
    this.io = io;
    this.texts = texts;
    this.options = options;
    if (options.lang !== undefined) this.choice('--lang', options.lang, ['zh', 'en']);
    this.asOf = this.today();
    this.ambiguous =
      this.choice('--ambiguous-width', options.ambiguousWidth ?? '1', ['1', '2']) === '2' ? 2 : 1;
  }

  /** Reads the plan at a path, or from standard input for `-`. */
  async load(path: string): Promise<LoadedPlan> {
    const origin = { files: this.io.files, asOf: this.asOf };
    return path === '-' ? loadPlanBytes('-', '-', await this.io.stdin(), origin) : loadPlan(path, origin);
  }

  /**
   * Renders and writes: to a file (`--output` unless another is given) or, for null, to standard output, in the width and colours of where it goes.
   * @throws {WriteError}
   */
  async emit(
    render: (options: ReportOptions) => string | Promise<string>,
    file: string | null = this.options.output ?? null,
  ): Promise<void> {
    const { io, texts, ambiguous } = this;
    const toTerminal = file === null;
    const paint = await paintWith(toTerminal && usesColour(this.options.color, io.env, io.stdout.isTTY));
    const output = await render({ texts, width: toTerminal ? widthOf(io.stdout) : 80, ambiguous, paint });
    if (toTerminal) {
      io.stdout.write(output);
      return;
    }
    io.files.write(file, output, { replace: this.options.force ?? false });
    io.stderr.write(`${texts.cli.wrote(file)}\n`);
  }

  /** A value of an option that only takes some. @throws {UsageError} */
  choice<T extends string>(option: string, value: string, allowed: readonly T[]): T {
    if ((allowed as readonly string[]).includes(value)) return value as T;
    throw new UsageError(this.texts.cli.errors.invalidValue(option, value, allowed.join(', ')));
  }

  private today(): Day {
    const { asOf } = this.options;
    if (asOf === undefined) {
      const now = this.io.now();
      return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
    }
    const date = readDate(asOf);
    const day = 'failure' in date ? undefined : parseDay(date.iso);
    if (day === undefined)
      throw new UsageError(this.texts.cli.errors.invalidValue('--as-of', asOf, 'YYYY-MM-DD'));
    return day;
  }
}

import type { Facts } from '../facts/facts.ts';
import { RosterNumbers } from '../model/roster-numbers.ts';
import { placeOf } from '../output/findings/findings.ts';
import type { ReportOptions } from '../output/findings/run.ts';
import { Gate, type SealOptions, type Shown, shownPlan } from '../output/gate.ts';
import { FileError, reportUnreadable } from '../read/files.ts';
import { type LoadedPlan, loadPlan, loadPlanBytes } from '../read/plan/load.ts';
import { Pseudonyms } from '../read/plan/pseudonyms.ts';
import { Problems } from '../read/problem.ts';
import { STANDARD_LIMITS } from '../read/size-limits.ts';
import { type CheckedPlan, checkPlan } from '../rules/check.ts';
import { leavesOut } from '../rules/coverage.ts';
import { keysIn } from '../text/keys.ts';
import { messageOf, remedyOf } from '../text/sentences.ts';
import type { Texts } from '../text/texts.ts';
import type { Day } from '../values/day.ts';
import { dirname } from '../values/path.ts';
import type { Content, Io, WritableFiles } from './io.ts';
import { choiceOf, todayOf } from './option-values.ts';
import { isInput } from './own-files.ts';
import { paintWith } from './paint.ts';
import { usesColour, widthOf } from './settings.ts';
import { targetsOf } from './targets.ts';
import { UsageError } from './usage-error.ts';

/** Exit codes of the contract. */
export const EXIT = { ok: 0, findings: 1, failed: 2 } as const;

/** Options that every command understands. */
export interface CommonOptions {
  lang?: string;
  asOf?: string;
  color?: boolean;
  output?: string;
  format?: string;
  force?: boolean;
  ambiguousWidth?: string;
  redact?: boolean;
}

/** The options as they were given, under their names in camel case. */
export type Options = Omit<CommonOptions, 'format'> & Record<string, string | string[] | boolean | undefined>;

/** What a renderer makes: text, in pieces where it is long, which still has to pass the gate; or bytes, whose data have passed it. */
export type Rendered = string | Iterable<string> | Shown<Uint8Array> | Shown<Iterable<Uint8Array>>;

/** A text as one piece, or the pieces that there are. */
const piecesOf = <T extends string | Uint8Array>(text: T | Iterable<T>): Iterable<T> =>
  typeof text === 'string' || text instanceof Uint8Array ? [text as T] : text;

/** Whether the run is one of GitHub Actions, which obeys lines of what is printed. */
export const inWorkflow = ({ env }: Pick<Io, 'env'>): boolean => env.GITHUB_ACTIONS === 'true';

/** One run of one command: the world, the language and the common options, with what every command does with them. */
export class Session {
  readonly io: Io;
  readonly texts: Texts;
  /** today, as the user wants it */
  readonly asOf: Day;
  /** names are replaced by pseudonyms, so that what is printed can be passed on */
  readonly redact: boolean;
  private readonly options: CommonOptions;
  /** whose names are replaced, of the plans that were read so far */
  private readonly people = new Pseudonyms();
  /** whose numbers are masked */
  private readonly numbers = new RosterNumbers();
  private readonly ambiguous: 1 | 2;
  /** the files that were read so far */
  readonly inputs = new Set<string>();
  private advised = false;

  /** @throws {UsageError} for an option that has no such value */
  constructor(io: Io, texts: Texts, options: CommonOptions) {
    const files: WritableFiles = {
      ...io.files,
      read: (path, megabytes) => {
        this.inputs.add(path);
        return io.files.read(path, megabytes);
      },
      peek: path => io.files.read(path),
      // Whatever is written passes here. What is changed in place says what it expects to find.
      write: (path, content, how) => {
        if (how.expected === undefined && isInput(path, this.inputs, this.io.files, how.renews))
          throw new UsageError(texts.cli.errors.isInput(path));
        io.files.write(path, content, how);
      },
    };
    this.io = Object.create(io, { files: { value: files, enumerable: true } });
    this.texts = texts;
    this.options = options;
    this.redact = options.redact ?? false;
    if (options.lang !== undefined) choiceOf(texts, '--lang', options.lang, ['zh', 'en']);
    this.asOf = todayOf(options.asOf, io.now(), texts);
    const width = choiceOf(texts, '--ambiguous-width', options.ambiguousWidth ?? '1', ['1', '2']);
    this.ambiguous = width === '2' ? 2 : 1;
  }

  /** The bytes of a file that is no plan; `megabytes`: how large it may be. @throws {UsageError} where there are none to be had */
  read(path: string, megabytes?: number): Uint8Array {
    return this.readOr(path, () => this.io.files.read(path, megabytes), megabytes);
  }

  /** The same of a file or, for `-`, of standard input. @throws {UsageError} */
  async readInput(path: string): Promise<Uint8Array> {
    const bytes = path === '-' ? await this.io.stdin().catch((error: unknown) => error) : undefined;
    return this.readOr(path, () => {
      if (bytes === undefined) return this.io.files.read(path);
      if (bytes instanceof Uint8Array) return bytes;
      throw bytes;
    });
  }

  private readOr(path: string, read: () => Uint8Array, megabytes?: number): Uint8Array {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const { message, remedy } = this.texts.rules['input/unreadable'];
      const { limits = STANDARD_LIMITS } = this.io.files;
      const args = { path, reason: error.reason, limit: megabytes ?? limits.file };
      throw new UsageError(`${message(args)}\n  → ${remedy(args, keysIn(this.texts.language))}`);
    }
  }

  /** What changes or hands over the roster itself needs the real names. @throws {UsageError} */
  refuseRedact(what: string): void {
    if (this.redact) throw new UsageError(this.texts.cli.options.notRedacted(what));
  }

  /** Whether the user has asked to stop: what takes long ends with what it has. */
  stopped(): boolean {
    return this.io.stopped?.() ?? false;
  }

  /** What is shown passes here. */
  get gate(): Gate {
    return new Gate(this.redact ? [this.numbers, this.people] : [this.numbers], inWorkflow(this.io));
  }

  /** Names of a plan that was read elsewhere, which what is shown must not hold either. */
  readonly noteNames = (people: Pseudonyms): void => this.people.include(people);

  /** Takes in whose numbers and names what is shown must not hold. */
  hides({ people, numbers }: Problems): void {
    this.numbers.include(numbers);
    if (people) this.people.include(people);
  }

  /** Writes to the error stream what is to be said beside the result. */
  tell(text: string): void {
    this.io.stderr.write(this.gate.seal(text));
  }

  /** Writes a line of a result to standard output before the others are known. */
  print(text: string): void {
    this.io.stdout.write(this.gate.seal(text));
  }

  /** Reads the plan at a path, or from standard input for `-`. */
  async load(path: string): Promise<LoadedPlan> {
    if (path !== '-') this.io.files.tidy?.(this.io.files.kind(path) === 'directory' ? path : dirname(path));
    const loaded = await this.loadFrom(path);
    if (loaded.by !== undefined) this.tell(`plan: ${this.texts.cli.checkedBeside(loaded.by, loaded.path)}\n`);
    this.hides(loaded.problems);
    return loaded;
  }

  private async loadFrom(path: string): Promise<LoadedPlan> {
    const origin = { files: this.io.files, asOf: this.asOf, redact: this.redact };
    if (path !== '-') return loadPlan(path, origin);
    try {
      return await loadPlanBytes('-', '-', await this.io.stdin(), origin);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      const problems = new Problems(undefined, this.io.files.limits);
      reportUnreadable(path, error.reason, problems);
      return { path, problems };
    }
  }

  /**
   * Renders and writes: to a file (`--output` unless another is given) or, for null, to standard output. Width and colours are those
   * of where it goes.
   * Texts pass the gate; what is no text has passed it already.
   * @throws {WriteError}
   */
  async emit(
    render: (options: ReportOptions) => Rendered | Promise<Rendered>,
    file: string | null = this.options.output ?? null,
    seal: SealOptions = {},
  ): Promise<void> {
    const { io, texts, ambiguous } = this;
    const toTerminal = file === null;
    const colours = toTerminal && usesColour(this.options.color, io.env, io.stdout.isTTY);
    const paint = await paintWith(colours);
    const output = await render({
      texts,
      width: toTerminal ? widthOf(io.stdout) : 80,
      ambiguous,
      paint,
      frames: !this.redact,
    });
    if (toTerminal) {
      this.adviseFile();
      for (const piece of this.sealed(output, { ...seal, colours })) {
        if (piece instanceof Uint8Array) throw new RangeError('bytes are written to files');
        io.stdout.write(piece);
      }
      return;
    }
    this.write(file, this.sealed(output, seal));
  }

  /** Shells of Windows write what is redirected (`> 结果.txt`) as their code page has it; told only where somebody sits before it. */
  private adviseFile(): void {
    const { system, stdout, stderr } = this.io;
    if (system !== 'windows' || stdout.isTTY || !stderr.isTTY || this.advised) return;
    this.advised = true;
    this.tell(`plan: ${this.texts.cli.errors.redirected}\n`);
  }

  /** Writes as `emit` does what is the user's own file, with all that stands in it. @throws {WriteError} */
  emitUserFile(content: Content, file: string | null = this.options.output ?? null): void {
    if (file !== null) this.write(file, content);
    else if (content instanceof Uint8Array) throw new RangeError('bytes are written to files');
    else for (const piece of piecesOf(content)) this.io.stdout.write(piece as Shown);
  }

  private *sealed(output: Rendered, seal: SealOptions): Iterable<Shown | Shown<Uint8Array>> {
    const { gate } = this;
    // Bytes have passed as the data that they were made from.
    for (const piece of piecesOf<string | Uint8Array>(output))
      yield typeof piece === 'string' ? gate.seal(piece, seal) : (piece as Shown<Uint8Array>);
  }

  private write(file: string, content: Content): void {
    this.io.files.write(file, content, { replace: this.options.force ?? false });
    this.tell(`${this.texts.cli.wrote(file)}\n`);
  }

  /** The format of a command that writes one thing, and the file of `-o` if there is one. @throws {UsageError} */
  format<T extends string>(allowed: readonly T[]): T {
    return targetsOf(this.options, allowed, this)[0]!.format;
  }

  /**
   * The facts of a plan for what prints it; undefined where it cannot be read, which is then said. A paper would say less than the
   * plan where something in the files was not taken over: it is refused with the findings on that (`whole`), or what is left out is
   * told beside it.
   */
  async checked(
    path: string,
    use: 'whole' | 'partly' = 'partly',
  ): Promise<(CheckedPlan & { facts: Facts; loaded: LoadedPlan }) | undefined> {
    const loaded = await this.load(path);
    const plan = checkPlan(loaded, this.asOf);
    const { facts } = plan;
    const isRead = facts !== undefined && plan.verdict !== 'unreadable';
    const findings = shownPlan(plan).findings.filter(finding =>
      isRead ? leavesOut(finding) : finding.severity === 'error',
    );
    for (const finding of findings) {
      // Of a file that is not there the message names the path, and there is no line in it.
      const place = finding.code === 'input/unreadable' ? '' : `${placeOf(finding)}  `;
      this.tell(`plan: ${(place + messageOf(finding, this.texts)).replace(/\s+/g, ' ')}\n`);
      if (!isRead) this.tell(`  → ${remedyOf(finding, this.texts)}\n`);
    }
    if (!isRead) return undefined;
    if (findings.length === 0) return { ...plan, facts, loaded };
    const { refused, leftOut } = this.texts.cli.errors;
    this.tell(`plan: ${(use === 'whole' ? refused : leftOut)(findings.length)}\n`);
    return use === 'whole' ? undefined : { ...plan, facts, loaded };
  }
}

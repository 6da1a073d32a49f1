import crypto from 'node:crypto';
import { FileError, type Files } from '../load/files.ts';
import { type Limits, STANDARD_LIMITS } from '../load/limits.ts';
import { isoOf } from '../model/day.ts';
import { forLast, remembering } from '../model/remember.ts';
import { version } from '../version.ts';
import type { PersonKey } from './people.ts';
import { type BatchRow, type RowContext, shared } from './row.ts';
import { checkRow, peopleOf } from './run.ts';

/**
 * Where rows are kept from one run to the next: texts of one line, by a digest. Whatever goes wrong there, damage to the disk
 * too, is as if nothing was kept.
 */
export interface RowStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
  /** Writes what was put. */
  flush(): void;
  close(): void;
}

/** What all rows of a run depend on, as a digest: the version, the day, the language, the options. */
export const storeName = (files: Files, context: RowContext): string =>
  digest(
    [
      'plan-cache/v3',
      version,
      isoOf(context.asOf),
      context.texts.language,
      context.detail,
      context.redact ? 'redacted' : '',
      context.withPeople ? 'people' : '',
      context.secret,
      files.root,
      Object.values(files.limits ?? STANDARD_LIMITS).join(),
    ].join('\0'),
  );

/** What something was made from: the files that were read, by their digests, and what stood elsewhere. */
interface Origin {
  path: string;
  reads: [path: string, digest: string][];
  kinds: [path: string, kind: string][];
}

/** What is kept of a plan, and how it is written; undefined where it is nothing to be kept, or was kept by nobody we know. */
interface Kept<T> {
  what: string;
  make(path: string, files: Files): Promise<T>;
  write(made: T): readonly string[] | undefined;
  read(texts: readonly string[]): T | undefined;
}

/** The row of a plan, from the store (of this run's `storeName`) where nothing has changed. */
export async function cachedRow(
  path: string,
  index: number,
  files: Files,
  context: RowContext,
  store: RowStore,
): Promise<BatchRow> {
  const row = await cached<BatchRow>(path, files, store, {
    what: 'row',
    make: (path, files) => checkRow(path, index, files, context),
    write: writeRow,
    read: readRow,
  });
  row.index = index;
  return row;
}

/** The people of a plan whose marks are those of another one, likewise. */
export const cachedPeople = (
  path: string,
  files: Files,
  context: RowContext,
  store: RowStore,
): Promise<PersonKey[]> =>
  cached(path, files, store, {
    what: 'people',
    make: (path, files) => peopleOf(path, files, context),
    write: people => [JSON.stringify(people)],
    read: ([text]) => parsed<PersonKey[]>(text),
  });

/** What is kept of a plan, if all files that it was made from are as they were; else it is made, and kept. */
async function cached<T>(
  path: string,
  files: Files,
  store: RowStore,
  { what, make, write, read }: Kept<T>,
): Promise<T> {
  files.forget?.();
  const key = digest(`${what} ${path}`);
  const kept = unchanged(store.get(key), path, files, read);
  if (kept !== undefined) return kept;
  const recorder = new Recorder(files);
  const made = await make(path, recorder);
  const written = write(made);
  // What could not be read may be there the next time.
  if (!recorder.failed && written) {
    const own: Origin = { path, reads: [...recorder.reads], kinds: [...recorder.kinds] };
    store.put(key, [JSON.stringify(own), ...written].join('\t'));
  }
  return made;
}

function unchanged<T>(
  kept: string | undefined,
  path: string,
  files: Files,
  read: Kept<T>['read'],
): T | undefined {
  if (kept === undefined) return undefined;
  // Tabs stand nowhere in JSON.
  const [head, ...texts] = kept.split('\t');
  try {
    const origin = parsed<Origin>(head);
    return origin?.path === path && isUnchanged(origin, files) ? read(texts) : undefined;
  } catch {
    // a file that cannot be read any more, or a text of somebody else
    return undefined;
  }
}

/** The parts that many rows have alike stand for themselves, so that each is read once; marks as bytes. */
function writeRow(row: BatchRow): readonly string[] | undefined {
  const { result, sums, marks } = row;
  if (result.verdict === 'unreadable') return undefined;
  const { counts, structure } = result;
  const own = {
    ...row,
    sums: null,
    // Where they stand among the others is kept.
    result: { ...result, counts: null, structure: null },
    ...(marks && { marks: textOf(marks) }),
  };
  return [own, counts, structure, sums].map(part => JSON.stringify(part));
}

function readRow([own, counts, structure, sums]: readonly string[]): BatchRow | undefined {
  const row = parsed<BatchRow & { marks?: unknown }>(own);
  if (!row || counts === undefined || structure === undefined || sums === undefined) return undefined;
  const { marks, result } = row;
  result.counts = shared(counts) as typeof result.counts;
  result.structure = shared(structure) as NonNullable<typeof result.structure>;
  row.sums = shared(sums) as NonNullable<typeof row.sums>;
  if (typeof marks === 'string') row.marks = marksIn(marks);
  return row as BatchRow;
}

/** @throws {FileError} */
const isUnchanged = ({ reads, kinds }: Origin, files: Files): boolean =>
  kinds.every(([path, kind]) => kindOf(files)(path) === kind) &&
  reads.every(([path, was]) => digest(files.read(path)) === was);

/** What stands at a path: all townships of a county ask for the same few. */
const kindOf = forLast((files: Files) => remembering(1000, (path: string) => files.kind(path) ?? ''));

/** Numbers of 53 bits are read from their bytes in a third of the time that their digits take. */
const textOf = (marks: readonly number[]): string =>
  Buffer.from(Float64Array.from(marks).buffer).toString('base64');

function marksIn(text: string): number[] {
  if (text.length > room.byteLength) room = new ArrayBuffer(8 * text.length);
  const count = Buffer.from(room).write(text, 'base64') / 8;
  const numbers = new Float64Array(room, 0, count);
  const marks: number[] = [];
  for (let at = 0; at < count; at++) marks.push(numbers[at]!);
  return marks;
}

let room = new ArrayBuffer(1 << 13);

function parsed<T>(text: string | undefined): T | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** Node 20.12 and later have a way without an object for each digest, which costs a third. */
export const digest: (content: string | Uint8Array) => string = crypto.hash
  ? content => crypto.hash('sha256', content, 'base64url')
  : content => crypto.createHash('sha256').update(content).digest('base64url');

/** Files as they are, noting what was looked at. */
class Recorder implements Files {
  readonly reads = new Map<string, string>();
  readonly kinds = new Map<string, string>();
  readonly root: string;
  readonly limits: Limits;
  failed = false;
  private readonly files: Files;

  constructor(files: Files) {
    this.files = files;
    this.root = files.root;
    this.limits = files.limits ?? STANDARD_LIMITS;
  }

  kind(path: string) {
    const kind = this.files.kind(path);
    this.kinds.set(path, kind ?? '');
    return kind;
  }

  list(path: string) {
    return this.files.list(path);
  }

  same(a: string, b: string) {
    return this.files.same(a, b);
  }

  read(path: string) {
    try {
      const bytes = this.files.read(path);
      this.reads.set(path, digest(bytes));
      return bytes;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.reason === 'missing') this.kind(path);
      else this.failed = true;
      throw error;
    }
  }
}

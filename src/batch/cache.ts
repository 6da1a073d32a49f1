import crypto from 'node:crypto';
import { FileError, type Files } from '../load/files.ts';
import { type Limits, STANDARD_LIMITS } from '../load/limits.ts';
import { isoOf } from '../model/day.ts';
import { forLast, remembering } from '../model/remember.ts';
import { version } from '../version.ts';
import type { PersonKey } from './people.ts';
import type { BatchRow, RowContext } from './row.ts';
import { checkRow, peopleOf } from './run.ts';

/**
 * Where rows are kept from one run to the next: texts without line ends, by a digest. Whatever goes wrong there is as if
 * nothing was kept.
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

/** Something that was made from a plan, with the files that were read, by their digests, and what stood elsewhere. */
interface Entry<T> {
  path: string;
  reads: [path: string, digest: string][];
  kinds: [path: string, kind: string][];
  made: T;
}

/** What is kept of a plan, and of what kind it is. */
interface Kept<T> {
  what: string;
  make(path: string, files: Files): Promise<T>;
  isWhole(made: T | undefined): boolean;
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
    isWhole: row =>
      row?.result?.counts !== undefined &&
      row.result.verdict !== 'unreadable' &&
      Array.isArray(row.people ?? row.marks),
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
    isWhole: Array.isArray,
  });

/** What is kept of a plan, if all files that it was made from are as they were; else it is made, and kept. */
async function cached<T>(
  path: string,
  files: Files,
  store: RowStore,
  { what, make, isWhole }: Kept<T>,
): Promise<T> {
  const key = digest(`${what} ${path}`);
  const kept = parsed<T>(store.get(key));
  if (kept?.path === path && isWhole(kept.made) && isUnchanged(kept, files)) return kept.made;
  const recorder = new Recorder(files);
  const made = await make(path, recorder);
  const entry: Entry<T> = { path, reads: [...recorder.reads], kinds: [...recorder.kinds], made };
  // What could not be read may be there the next time.
  if (!recorder.failed && isWhole(made)) store.put(key, sealed(JSON.stringify(entry)));
  return made;
}

function isUnchanged({ reads, kinds }: Entry<unknown>, files: Files): boolean {
  try {
    return (
      kinds.every(([path, kind]) => kindOf(files)(path) === kind) &&
      reads.every(([path, was]) => digest(files.read(path)) === was)
    );
  } catch {
    return false;
  }
}

/** What stands at a path: all townships of a county ask for the same few. */
const kindOf = forLast((files: Files) => remembering(1000, (path: string) => files.kind(path) ?? ''));

/** With the digest of the text before it: a damaged disk must not change a verdict. */
export const sealed = (text: string): string => digest(text) + text;

/** Characters of a digest. */
const SEAL = 43;

function parsed<T>(kept: string | undefined): Entry<T> | undefined {
  if (kept === undefined) return undefined;
  const text = kept.slice(SEAL);
  if (digest(text) !== kept.slice(0, SEAL)) return undefined;
  try {
    const entry = JSON.parse(text) as Partial<Entry<T>> | null;
    return Array.isArray(entry?.reads) && Array.isArray(entry.kinds) ? (entry as Entry<T>) : undefined;
  } catch {
    return undefined;
  }
}

/** Node 20.12 and later have a way without an object for each digest, which costs a third. */
const digest: (content: string | Uint8Array) => string = crypto.hash
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

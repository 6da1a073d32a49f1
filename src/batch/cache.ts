import { createHash } from 'node:crypto';
import { FileError, type Files } from '../load/files.ts';
import { type Limits, STANDARD_LIMITS } from '../load/limits.ts';
import { isoOf } from '../model/day.ts';
import { forLast, remembering } from '../model/remember.ts';
import { version } from '../version.ts';
import type { BatchRow, RowContext } from './row.ts';
import { checkRow } from './run.ts';

/** Where rows are kept from one run to the next: texts by a key. Whatever goes wrong there is as if nothing was kept. */
export interface RowStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** What a row was made from: the files that were read, by their digests, and what stood elsewhere. */
interface Entry {
  schema: 'plan-cache/v2';
  reads: [path: string, digest: string][];
  kinds: [path: string, kind: string][];
  row: BatchRow;
}

/**
 * The row of a plan, from the store when everything that it was made from is as it was: the contents of all files, the
 * version, the day, the language. Otherwise the plan is checked, and the row kept.
 */
export async function cachedRow(
  path: string,
  index: number,
  files: Files,
  context: RowContext,
  store: RowStore,
): Promise<BatchRow> {
  const key = digest(
    [
      version,
      isoOf(context.asOf),
      context.texts.language,
      context.detail,
      context.redact ? 'redacted' : '',
      context.withPeople ? 'people' : '',
      context.secret,
      files.root,
      Object.values(files.limits ?? STANDARD_LIMITS).join(),
      path,
    ].join('\0'),
  );
  const kept = parsed(store.get(key));
  if (kept && isUnchanged(kept, files)) return { ...kept.row, index };
  const recorder = new Recorder(files);
  const row = await checkRow(path, index, recorder, context);
  const entry: Entry = {
    schema: 'plan-cache/v2',
    reads: [...recorder.reads],
    kinds: [...recorder.kinds],
    row,
  };
  // What could not be read may be there the next time.
  if (!recorder.failed && row.result.verdict !== 'unreadable') store.put(key, sealed(JSON.stringify(entry)));
  return row;
}

function isUnchanged({ reads, kinds }: Entry, files: Files): boolean {
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
export const sealed = (text: string): string => `${digest(text)}\n${text}`;

function parsed(kept: string | undefined): Entry | undefined {
  if (kept === undefined) return undefined;
  const text = kept.slice(kept.indexOf('\n') + 1);
  if (sealed(text) !== kept) return undefined;
  try {
    const entry = JSON.parse(text) as Partial<Entry> | null;
    const { row } = entry ?? {};
    const isWhole =
      entry?.schema === 'plan-cache/v2' &&
      row?.result?.counts !== undefined &&
      Array.isArray(row.people ?? row.marks);
    return isWhole && Array.isArray(entry.reads) && Array.isArray(entry.kinds) ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}

const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url');

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

import type { Files } from '../read/files.ts';
import { STANDARD_LIMITS } from '../read/size-limits.ts';
import { isoOf } from '../values/day.ts';
import { memoize } from '../values/memo.ts';
import { version } from '../version.ts';
import { digest, isUnchanged, type Origin, Recorder } from './origin.ts';
import type { MarkedPerson, PersonKey } from './people.ts';
import { type BatchRow, type RowContext, shared } from './row.ts';
import { checkRow, type PlanSource, peopleOf, wantedOf } from './run.ts';

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
      'plan-cache/v4',
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

/** What is kept of a plan, and how it is written; no texts where it is nothing to be kept. */
interface Kept<T> {
  what: string;
  make(path: string, files: Files): Promise<{ value: T; texts?: readonly string[] | undefined }>;
  /** May throw, and gives undefined, where it was kept by nobody we know. */
  read(texts: readonly string[]): T | undefined;
}

/** Rows and people of plans, from the store (of this run's `storeName`) where nothing has changed since they were kept. */
export function fromCache(files: Files, context: RowContext, store: RowStore): PlanSource {
  const parts = new Parts(store);
  /** what the rows of plans were made from, where it is as it was: for their people it need not be looked at again */
  const unchanged = new Map<string, string>();
  const isAsItWas = (what: string, path: string, digests: string, places: string): boolean => {
    const before = unchanged.get(path);
    if (before !== undefined && before === digest(digests + places)) return true;
    const isAsItWas = isUnchanged(digests, parts.value(places) as Origin, path, files);
    if (isAsItWas && what === ROW) unchanged.set(path, digest(digests + places));
    return isAsItWas;
  };
  const keptIn = <T>(line: string | undefined, path: string, { what, read }: Kept<T>): T | undefined => {
    if (line === undefined) return undefined;
    const [digests = '', places = '', ...texts] = line.split('\t');
    try {
      return isAsItWas(what, path, digests, places) ? read(texts) : undefined;
    } catch {
      // a file that cannot be read any more, or a text of somebody else
      return undefined;
    }
  };

  /** What is kept of a plan, if all files that it was made from are as they were; else it is made, and kept. */
  const cached = async <T>(path: string, plan: Kept<T>): Promise<T> => {
    const key = digest(`${plan.what} ${path}`);
    const kept = keptIn(store.get(key), path, plan);
    if (kept !== undefined) return kept;
    const recorder = new Recorder(files);
    const { value, texts } = await plan.make(path, recorder);
    // What could not be read may be there the next time.
    if (texts && !recorder.failed) {
      const places = parts.textOf(recorder.origin(path));
      store.put(key, [recorder.digests(), places, ...texts].join('\t'));
    }
    return value;
  };

  return {
    row: (path, index) =>
      cached<BatchRow>(path, {
        what: ROW,
        async make(path, files) {
          const value = await checkRow(path, index, files, context);
          return { value, texts: writeRow(value, parts) };
        },
        read: texts => readRow(path, index, texts, parts),
      }),
    people: (path, wanted) =>
      cached(path, {
        what: 'people',
        async make(path, files) {
          const people = await peopleOf(path, files, context);
          return { value: wantedOf(people, wanted), texts: writePeople(people) };
        },
        read: texts => wantedOf(readPeople(texts), wanted),
      }),
    flush: () => store.flush(),
    close: () => store.close(),
  };
}

const ROW = 'row';

/**
 * The parts of a line, between tabs, which stand nowhere in JSON: the digests of the files that were read, where they are, and
 * what was made from them. A part that several lines have alike gets a line of its own at the second time, and stands in all
 * others by the digest of its text: so it is read once.
 */
class Parts {
  private readonly store: RowStore;
  /** by its text, the name of a part that has a line; empty where it was met once */
  private readonly names = new Map<string, string>();

  constructor(store: RowStore) {
    this.store = store;
  }

  textOf(value: unknown): string {
    const text = jsonOf(value);
    if (text.length > LONGEST_PART) return text;
    const known = this.names.get(text);
    if (known) return known;
    const name = digest(text);
    const hasLine = this.store.get(name) === text;
    if (!hasLine && known === '') this.store.put(name, text);
    if (this.names.size >= MOST_PARTS) this.names.clear();
    const shown = hasLine || known === '' ? name : '';
    this.names.set(text, shown);
    return shown || text;
  }

  /** One value for all parts that are alike; never to be changed. @throws {SyntaxError} where there is none */
  value(text: string): unknown {
    if (text.length > LONGEST_PART) return JSON.parse(text);
    return text[0] === '{' || text[0] === '[' ? shared(text) : this.named(text);
  }

  private readonly named = memoize(MOST_PARTS, (name: string) => shared(this.store.get(name) ?? ''));
}

const MOST_PARTS = 2000;
/** Longer ones, with findings in full, are hardly ever alike. */
const LONGEST_PART = 2000;

/** What is of this plan alone is taken out, so that parts are alike; where it stood in the row, and in parts of it, is kept. */
function writeRow(row: BatchRow, parts: Parts): readonly string[] | undefined {
  const { result, sums, marks, people } = row;
  const { verdict, organization, counts, structure } = result;
  if (verdict === 'unreadable' || organization === undefined || !structure || !sums) return undefined;
  const frame = {
    ...row,
    index: 0,
    result: { ...result, path: '', organization: '', counts: null, structure: null },
    sums: null,
    ...(marks && { marks: null }),
    ...(people && { people: null }),
  };
  return [
    jsonOf(organization),
    marks ? textOf(marks) : '',
    people ? jsonOf(people) : '',
    ...[frame, counts, structure, sums].map(part => parts.textOf(part)),
  ];
}

function readRow(path: string, index: number, texts: readonly string[], parts: Parts): BatchRow | undefined {
  if (texts.length !== 7) return undefined;
  const [organization, marks, people] = texts as [string, string, string];
  const [frame, counts, structure, sums] = texts.slice(3).map(text => parts.value(text)) as [
    BatchRow,
    BatchRow['result']['counts'],
    NonNullable<BatchRow['result']['structure']>,
    NonNullable<BatchRow['sums']>,
  ];
  // All of these names are in the frame: whatever is made of one frame has one layout.
  const result = { ...frame.result, path, organization: JSON.parse(organization), counts, structure };
  const row = { ...frame, index, result, sums };
  if ('marks' in frame) row.marks = marksIn(marks);
  if ('people' in frame) row.people = JSON.parse(people);
  return row;
}

/** First the marks of all, two of each person (0 for none): they tell who is to be read. */
const writePeople = (people: readonly MarkedPerson[]): string[] => [
  textOf(people.flatMap(({ marks: [one = 0, other = 0] }) => [one, other])),
  ...people.map(({ key }) => jsonOf(key())),
];

function readPeople([all = '', ...texts]: readonly string[]): MarkedPerson[] {
  const marks = marksIn(all);
  return texts.map((text, at) => ({
    marks: marks.slice(2 * at, 2 * at + 2),
    key: () => JSON.parse(text) as PersonKey,
  }));
}

/** In ASCII alone, where each character is a byte: that is read in a third of the time. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Numbers of 53 bits are read from their bytes in a third of the time that their digits take. */
const textOf = (marks: readonly number[]): string =>
  Buffer.from(Float64Array.from(marks).buffer).toString('base64');

/** @throws {RangeError} */
function marksIn(text: string): number[] {
  if (text.length > room.byteLength) room = new ArrayBuffer(8 * text.length);
  const count = Buffer.from(room).write(text, 'base64') / 8;
  const numbers = new Float64Array(room, 0, count);
  const marks: number[] = [];
  for (let at = 0; at < count; at++) {
    const mark = numbers[at]!;
    if (!Number.isSafeInteger(mark) || mark < 0) throw new RangeError('no mark');
    marks.push(mark);
  }
  return marks;
}

let room = new ArrayBuffer(1 << 13);

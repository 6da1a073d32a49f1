import crypto from 'node:crypto';
import { FileError, type Files } from '../read/files.ts';
import { type Limits, STANDARD_LIMITS } from '../read/size-limits.ts';
import { memoize, memoizeLast } from '../values/memo.ts';

/** What something was made from: the files that were read, and what stood elsewhere. Townships of a county have it alike. */
export interface Origin {
  reads: Place[];
  kinds: [at: Place, kind: string][];
}

/** Below the plan (what follows its path), or anywhere. */
type Place = { below: string } | { at: string };

/** Whether all is as it was: `digests` are those of the files, one after the other. @throws {FileError} */
export const isUnchanged = (digests: string, { reads, kinds }: Origin, path: string, files: Files): boolean =>
  digests.length === reads.length * DIGEST &&
  kinds.every(([place, kind]) => kindOf(files)(pathOf(place, path)) === kind) &&
  reads.every((place, at) => digests.startsWith(digest(files.read(pathOf(place, path))), at * DIGEST));

/** What stands at a path: all townships of a county ask for the same few. */
const kindOf = memoizeLast((files: Files) => memoize(1000, (path: string) => files.kind(path) ?? ''));

const placeOf = (path: string, plan: string): Place =>
  path.startsWith(plan) ? { below: path.slice(plan.length) } : { at: path };
const pathOf = (place: Place, plan: string): string => ('below' in place ? plan + place.below : place.at);

/** Files as they are, noting what was looked at. */
export class Recorder implements Files {
  private readonly reads = new Map<string, string>();
  private readonly kinds = new Map<string, string>();
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

  /** The digests of what was read, one after the other. */
  digests(): string {
    return [...this.reads.values()].join('');
  }

  origin(plan: string): Origin {
    return {
      reads: [...this.reads.keys()].map(path => placeOf(path, plan)),
      kinds: Array.from(this.kinds, ([path, kind]) => [placeOf(path, plan), kind]),
    };
  }
}

/** Characters of a digest. */
export const DIGEST = 43;

/** Node 20.12 and later have a way without an object for each digest, which costs a third. */
export const digest: (content: string | Uint8Array) => string = crypto.hash
  ? content => crypto.hash('sha256', content, 'base64url')
  : content => crypto.createHash('sha256').update(content).digest('base64url');

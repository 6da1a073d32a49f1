import { isWithin } from '../values/path.ts';
import type { ProblemArgs, Problems, UnreadableReason } from './problem.ts';
import { LIMITS, type LimitName, type Limits } from './size-limits.ts';
import { SourceFile } from './text/source.ts';

/** The file system, as far as reading plans needs it. Paths are relative to `root`, or absolute, with `/` between their parts (values/path.ts). */
export interface Files {
  /** the folder that paths are relative to */
  root: string;
  /** how much is read; the standard where absent */
  limits?: Limits;
  /** what stands at a path; undefined when there is nothing */
  kind(path: string): 'file' | 'directory' | 'other' | undefined;
  /** names of what stands in a folder, in order; empty where it cannot be looked into. Links are not followed. */
  list(path: string): { name: string; kind: 'file' | 'directory' | 'other' }[];
  /** whether two paths name the same folder or file */
  same(a: string, b: string): boolean;
  /** the path of what is there after all links, absolute; undefined where nothing is. Absent where there are no links */
  real?(path: string): string | undefined;
  /** `megabytes`: how large it may be, as `limits` say where absent. @throws {FileError} */
  read(path: string, megabytes?: number): Uint8Array;
  /** The same to see what a file is, by which it does not become one of the plan's. Where absent, `read` does. @throws {FileError} */
  peek?(path: string): Uint8Array;
}

/** What stands in a file, to see what it is. @throws {FileError} */
export const peeked = (files: Files, path: string): Uint8Array => files.peek?.(path) ?? files.read(path);

export class FileError extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The bytes of a file; where there are none to be had, the reason goes to `problems`. */
export function readBytes(files: Files, path: string, problems: Problems): Uint8Array | undefined {
  try {
    return files.read(path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    reportUnreadable(path, error.reason, problems);
    return undefined;
  }
}

/**
 * Whether something lies in a folder or below it, after links are followed: what a plan names may be read from there alone. What is not
 * there is judged by its path.
 */
export function liesWithin(folder: string, path: string, files: Files): boolean {
  if (!isWithin(folder, path)) return false;
  const [above, own] = [files.real?.(folder), files.real?.(path)];
  return above === undefined || own === undefined || isWithin(above, own);
}

/** Reasons that are limits, and which. */
const LIMITED: { [R in UnreadableReason]?: LimitName } = {
  'too-large': 'file',
  'too-many-values': 'values',
  'too-many-rows': 'rows',
  'too-many-parts': 'parts',
  'zip-bomb': 'unpacked',
};

/** `next`: what can be done about it, where that follows from what stands there. */
export function reportUnreadable(
  path: string,
  reason: UnreadableReason,
  problems: Problems,
  more: Pick<ProblemArgs['input/unreadable'], 'next' | 'detail'> = {},
): void {
  problems.unreadable = true;
  const name = LIMITED[reason];
  problems.add('input/unreadable', new SourceFile(path, '').place(0, 0), {
    path,
    reason,
    ...more,
    ...(name && { limit: problems.limits[name], variable: LIMITS[name].variable }),
  });
}

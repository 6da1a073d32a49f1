import { userFileBytes } from '../output/gate.ts';
import { WriteError } from './io.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/**
 * Changes a file of the user's and keeps it as it was beside it (`plan.yaml.bak`, unless `isKept` already); gives the name of
 * that copy. Whoever has saved the file since it was read has the last word: then nothing is changed, and no copy stays.
 * @param before the bytes that were read, @param after those that take their place
 * @throws {UsageError} where it was changed meanwhile, @throws {WriteError}
 */
export function editFile(
  session: Session,
  path: string,
  before: Uint8Array,
  after: Uint8Array,
  isKept = false,
): string | undefined {
  const { io, texts } = session;
  const backup = isKept ? undefined : keepCopy(session, path, before);
  try {
    io.files.write(path, userFileBytes(after), { replace: true, expected: before });
    return backup;
  } catch (error) {
    if (backup !== undefined) io.files.takeBack(backup);
    if (error instanceof WriteError && error.message === 'CHANGED')
      throw new UsageError(texts.faults.changedMeanwhile(path));
    throw error;
  }
}

/** `plan.yaml.bak`, or the next name that is free: a copy is never written over, not even one that has just been made. */
function keepCopy({ io }: Session, path: string, bytes: Uint8Array): string {
  for (let number = 1; ; number++) {
    const copy = `${path}.bak${number === 1 ? '' : number}`;
    if (io.files.kind(copy) !== undefined) continue;
    try {
      io.files.write(copy, userFileBytes(bytes), { replace: false });
      return copy;
    } catch (error) {
      if (!(error instanceof WriteError && error.exists)) throw error;
    }
  }
}

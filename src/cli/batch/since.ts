import { type Earlier, earlierIn } from '../../county/since.ts';
import { LIMITS } from '../../read/size-limits.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `--since RESULT`: earlier runs, the earliest first. @throws {UsageError} for a file that is no result */
export function earlierRuns({ since }: Options, session: Session): Earlier[] {
  if (!Array.isArray(since)) return [];
  return since
    .map(file => {
      const earlier = earlierIn(new TextDecoder().decode(session.read(file, LIMITS.file.most)));
      if (!earlier) throw new UsageError(session.texts.batch.since.notResult(file));
      return earlier;
    })
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

import { type Earlier, earlierIn } from '../../county/since.ts';
import { LIMITS } from '../../read/size-limits.ts';
import { decode } from '../../read/text/decode.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/** `--since RESULT`: earlier runs, the earliest first. @throws {UsageError} for a file that is no result */
export function earlierRuns({ since }: Options, session: Session): Earlier[] {
  if (!Array.isArray(since)) return [];
  return since
    .map(file => {
      // What shells of Windows redirect (`> 结果.json`) is UTF-16, or in the code page.
      const decoded = decode(session.read(file, LIMITS.file.most));
      const earlier = 'text' in decoded ? earlierIn(decoded.text) : undefined;
      if (!earlier) throw new UsageError(session.texts.batch.since.notResult(file));
      return earlier;
    })
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

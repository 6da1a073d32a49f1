import { createHmac } from 'node:crypto';
import { type RowContext, rowOf } from '../../county/row.ts';
import { type KeptRow, keptOf } from '../../county/rows.ts';
import { checkOne } from '../../county/run.ts';
import type { Files } from '../../read/files.ts';
import { isoOf } from '../../values/day.ts';
import { version } from '../../values/version.ts';
import { Cache } from './cache.ts';

/** Where a batch has the rows of its plans from. */
export interface RowSource {
  row(path: string, index: number): Promise<KeptRow>;
  /** Keeps what was made so far. */
  flush(): void;
  close(): void;
}

/** The plans themselves, or what was kept of them in a folder. */
export function rowSource(
  files: Files,
  context: RowContext,
  secret: string,
  cacheFolder: string | undefined,
): RowSource {
  const make = async (path: string, index: number, files: Files) =>
    keptOf(rowOf(await checkOne(path, files, context), index, context));
  if (cacheFolder === undefined)
    return { row: (path, index) => make(path, index, files), flush() {}, close() {} };
  const { asOf, texts, redact, demands, columns } = context;
  const cache = new Cache(
    cacheFolder,
    ['plan-cache/v8', version, isoOf(asOf), texts.language, redact, secret, demands, columns],
    files,
  );
  return {
    row: (path, index) => cache.row(path, index, recorded => make(path, index, recorded)),
    flush: () => cache.flush(),
    close: () => cache.close(),
  };
}

/** Stands in for ID numbers in rows: the same number gives the same text, from which it cannot be found without the secret. */
export const digestWith =
  (secret: string) =>
  (text: string): string =>
    createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16);

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RowStore } from '../batch/cache.ts';
import { makeFolders } from './folders.ts';

/**
 * Rows kept in a folder, a file each, for their owner's eyes only: they name people. A cache that cannot be written, or is
 * damaged, is no cache.
 */
export function diskStore(folder: string): RowStore {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return {
    get(key) {
      try {
        return readFileSync(pathOf(key), 'utf8');
      } catch {
        return undefined;
      }
    },
    put(key, text) {
      const path = pathOf(key);
      const draft = `${path}.${process.pid}.tmp`;
      try {
        makeFolders(join(path, '..'), 0o700);
        writeFileSync(draft, text, { mode: 0o600 });
        renameSync(draft, path);
      } catch {
        // the next run checks the plan again
      }
    },
  };
}

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it, unless it is there. Node's own `recursive` never ends where a folder is there in which
 * none can be made (/proc, some network drives). Throws what the system says.
 */
export function makeFolders(path: string, mode = 0o777, mkdir: typeof mkdirSync = mkdirSync): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolders(dirname(path), mode, mkdir);
  try {
    mkdir(path, { mode });
  } catch (error) {
    // Another process may have been quicker.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

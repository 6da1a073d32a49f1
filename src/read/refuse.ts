import { validate } from './form/differences.ts';
import { prune } from './form/prune.ts';

/**
 * Reports how a value that was read from `root` differs from its schema, and takes out what does. Gives false when nothing
 * usable is left. Loaded only for files that do not meet their schema (document.ts).
 */
export function reportAndPrune(...read: Parameters<typeof validate>): boolean {
  const [kind, value] = read;
  return validate(...read) || prune(kind, value);
}

import type { Problems } from '../problem.ts';
import { type ReadValue, reportDifferences, sensible } from './differences.ts';
import { dropEmptyItems, prune } from './prune.ts';
import { validators } from './validators.ts';

/**
 * Reports how a value that was read differs from its schema, and takes out what does. Gives false when nothing usable is left.
 */
export function checkForm(read: ReadValue, problems: Problems): boolean {
  const { kind, value, refused } = read;
  const validator = validators[kind];
  if (validator(value)) {
    if (refused.size > 0) dropEmptyItems(value);
    return true;
  }
  reportDifferences(sensible(validator.errors ?? []), read, problems);
  if (!prune(kind, value)) return false;
  dropEmptyItems(value);
  return true;
}

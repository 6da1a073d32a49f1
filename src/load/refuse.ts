import type { Node } from './node.ts';
import type { Problems } from './problem.ts';
import { prune } from './prune.ts';
import { validate } from './schema-problems.ts';
import type { Kind } from './shape.ts';
import type { SourceFile } from './source.ts';

/**
 * Reports how a value that was read from `root` differs from its schema, and takes out what does. Gives false when nothing
 * usable is left. Loaded only for files that do not meet their schema (document.ts).
 */
export const reportAndPrune = (
  kind: Kind,
  value: unknown,
  root: Node,
  file: SourceFile,
  refused: ReadonlySet<Node>,
  problems: Problems,
): boolean => validate(kind, value, root, file, refused, problems) || prune(kind, value);

import { BATCH_FORMATS, BINARY } from '../formats.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

export type BatchFormat = (typeof BATCH_FORMATS)[number];

/** A format, and the file that it goes to; null for standard output. */
export interface Target {
  format: BatchFormat;
  file: string | null;
}

/** Formats that show the places of findings, and so need the findings themselves. */
export const WITH_PLACES: ReadonlySet<BatchFormat> = new Set(['junit', 'sarif', 'github']);

/** Formats that show every finding of every plan. */
const IN_FULL: ReadonlySet<BatchFormat> = new Set(['json', 'ndjson', 'xlsx', 'html']);

/** `-f text -f json=out.json`, and `-o`. @throws {UsageError} */
export function targetsOf({ format, output }: Options, session: Session): Target[] {
  const specs = (format as string[] | undefined) ?? ['text'];
  const targets = specs.map((spec): Target => {
    const [name = '', ...file] = spec.split('=');
    return {
      format: session.choice('--format', name, BATCH_FORMATS),
      file: file.length > 0 ? file.join('=') : ((output as string | undefined) ?? null),
    };
  });
  const open = specs.filter(spec => !spec.includes('='));
  if (typeof output === 'string' && open.length > 1)
    throw new UsageError(session.texts.cli.errors.oneOutput(output));
  for (const { format: own, file } of targets)
    if (file === null && BINARY.includes(own)) throw new UsageError(session.texts.cli.errors.needsFile(own));
  return targets;
}

/** ndjson on standard output is written while the plans are checked. */
export const streams = (target: Target): boolean => target.format === 'ndjson' && target.file === null;

/** Whether what was found of a plan is needed once it was counted. */
export const needsFindings = (targets: readonly Target[], isStreamed: boolean): boolean =>
  targets.some(target => IN_FULL.has(target.format) && !(isStreamed && streams(target)));

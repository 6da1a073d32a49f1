import { batchCsv } from '../../county/csv.ts';
import { batchNdjson, sumsJson, sumsLine } from '../../county/json.ts';
import { batchPrint } from '../../county/report.ts';
import { type BatchRun, withCounty } from '../../county/run.ts';
import { shownRun } from '../../county/shown.ts';
import { batchText } from '../../county/text.ts';
import { resultReporters } from '../../output/findings/index.ts';
import { resultJson } from '../../output/findings/json.ts';
import type { ReportOptions } from '../../output/findings/run.ts';
import { mapped } from '../../values/one-by-one.ts';
import { version } from '../../values/version.ts';
import { sayFailure } from '../failure.ts';
import { sealOf } from '../formats.ts';
import type { Rendered, Session } from '../session.ts';
import { type BatchFormat, type BatchTarget, streams } from './targets.ts';

const TOOL = { name: 'plan', version };

/**
 * Writes a run in all formats that were asked for. One that cannot be written is told, and the others are written.
 * @param streamed whether the plans' lines of ndjson were written already
 * @returns whether all could be written
 */
export async function writeRun(
  found: BatchRun,
  targets: readonly BatchTarget[],
  session: Session,
  streamed: boolean,
): Promise<boolean> {
  const run = session.redact ? shownRun(found, session.gate) : found;
  let isComplete = true;
  for (const target of targets)
    try {
      if (streamed && streams(target)) session.print(sumsLine(run, TOOL, session.texts));
      else
        await session.emit(
          options => rendered(target.format, run, options, session),
          target.file,
          sealOf(target.format),
        );
    } catch (error) {
      sayFailure(error, session.io, session.texts);
      isComplete = false;
    }
  return isComplete;
}

/** A run in a format, made while it is written: in one piece forty thousand plans would be too long. */
async function rendered(
  format: BatchFormat,
  run: BatchRun,
  options: ReportOptions,
  { texts, gate }: Session,
): Promise<Rendered> {
  const { asOf } = run;
  switch (format) {
    case 'text':
      return batchText(run, options, gate);
    case 'csv':
      return batchCsv(run, texts);
    case 'json': {
      const plans = mapped(run.rows, ({ result }) => result);
      return resultJson({ tool: TOOL, asOf, plans }, sumsJson(run, texts));
    }
    case 'ndjson':
      return batchNdjson(run, TOOL, texts);
    case 'html':
      return (await import('../../county/page/page.ts')).batchHtml(run, texts);
    case 'markdown': {
      const { markdownPieces } = await import('../../output/print/markdown.ts');
      return markdownPieces(gate.deep(batchPrint(run, texts, false)));
    }
    case 'xlsx': {
      const { xlsxPieces } = await import('../../output/print/xlsx.ts');
      return gate.bytes(batchPrint(run, texts, true), xlsxPieces);
    }
    default: {
      const reporter = await resultReporters[format]();
      return reporter({ tool: TOOL, asOf, plans: withCounty(run, texts) }, options);
    }
  }
}

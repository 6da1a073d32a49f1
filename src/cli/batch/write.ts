import { batchCsv } from '../../county/csv.ts';
import { batchJson, batchNdjson, sumsLine } from '../../county/json.ts';
import { batchPrint } from '../../county/report.ts';
import { type BatchRun, countyChecked, plansChecked } from '../../county/run.ts';
import { batchText } from '../../county/text.ts';
import { reporters } from '../../output/findings/index.ts';
import type { ReportOptions } from '../../output/findings/run.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import { version } from '../../version.ts';
import { sayFailure } from '../failure.ts';
import type { Rendered, Session } from '../session.ts';
import { type BatchFormat, type BatchTarget, streams } from './targets.ts';

const TOOL = { name: 'plan', version };

/**
 * Writes a run in all formats that were asked for. One that cannot be written is told, and the others are written.
 * @param checked the plans themselves, for formats that show places
 * @param streamed whether the plans' lines of ndjson were written already
 * @returns whether all could be written
 */
export async function writeRun(
  run: BatchRun,
  targets: readonly BatchTarget[],
  checked: ReadonlyMap<number, CheckedPlan>,
  session: Session,
  streamed: boolean,
): Promise<boolean> {
  let isComplete = true;
  for (const target of targets)
    try {
      if (streamed && streams(target)) session.print(sumsLine(run, TOOL, session.texts));
      else
        await session.emit(options => rendered(target.format, run, checked, options, session), target.file, {
          commands: target.format === 'github',
        });
    } catch (error) {
      sayFailure(error, session.io, session.texts);
      isComplete = false;
    }
  return isComplete;
}

async function rendered(
  format: BatchFormat,
  run: BatchRun,
  checked: ReadonlyMap<number, CheckedPlan>,
  options: ReportOptions,
  { texts, gate }: Session,
): Promise<Rendered> {
  switch (format) {
    case 'text':
      return batchText(run, options);
    case 'csv':
      return batchCsv(run, texts);
    case 'json':
      return batchJson(run, TOOL, texts);
    case 'ndjson':
      return batchNdjson(run, TOOL, texts);
    case 'html':
      return (await import('../../county/page.ts')).batchHtml(run, texts);
    case 'markdown': {
      const { printMarkdown } = await import('../../output/print/markdown.ts');
      return printMarkdown(gate.deep(batchPrint(run, texts, false)));
    }
    case 'xlsx': {
      const { printXlsx } = await import('../../output/print/xlsx.ts');
      return gate.bytes(batchPrint(run, texts, true), printXlsx);
    }
    default: {
      const reporter = await reporters[format]();
      const plans = [...plansChecked(run, checked), ...countyChecked(run)];
      return reporter({ tool: TOOL, asOf: run.asOf, plans }, options);
    }
  }
}

import type { County } from '../../county/county.ts';
import type { RunCollector } from '../../county/run.ts';
import type { Earlier } from '../../county/since.ts';
import type { StatisticsColumn } from '../../facts/statistics/count.ts';
import { choiceOf } from '../option-values.ts';
import type { Options, Session } from '../session.ts';
import { exitCodeOf } from './exit-code.ts';
import { type Reports, reportsOf, writeReports } from './reports.ts';
import { earlierRuns } from './since.ts';
import { type BatchTarget, batchTargets, needsFindings } from './targets.ts';
import { writeRun } from './write.ts';

/** What is made of a run once all plans are known, whether it was one or is put together from parts. */
export interface Finishing {
  targets: BatchTarget[];
  earlier: Earlier[];
  isByUrgency: boolean;
  reports: Reports | undefined;
}

/** As the options ask for it: what is wrong with them is told before any plan is checked. @throws {UsageError} */
export const finishingOf = (options: Options, session: Session): Finishing => ({
  targets: batchTargets(options, session),
  earlier: earlierRuns(options, session),
  isByUrgency:
    choiceOf(session.texts, '--sort', (options.sort as string) ?? 'file', ['file', 'urgency']) === 'urgency',
  reports: reportsOf(options, session),
});

/** Whether the findings of a plan are needed once it was counted. */
export const needsRows = ({ targets, earlier, reports }: Finishing, isStreamed: boolean): boolean =>
  needsFindings(targets, isStreamed) || earlier.length > 0 || reports !== undefined;

/** Puts the rows together, and writes what was asked for. Gives the exit code. */
export async function finishRun(
  collector: RunCollector,
  county: County | undefined,
  { left, columns, isComplete }: { left: number; columns: StatisticsColumn[]; isComplete: boolean },
  { targets, earlier, isByUrgency, reports }: Finishing,
  isStreamed: boolean,
  session: Session,
): Promise<number> {
  const { texts, io, asOf } = session;
  const run = collector.finish(county, { files: io.files, asOf, texts, left, columns, earlier, isByUrgency });
  const isWritten = await writeRun(run, targets, session, isStreamed);
  const isReported = !reports || (await writeReports(run, reports, session));
  return exitCodeOf(run, isWritten && isReported && isComplete);
}

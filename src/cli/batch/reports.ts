import type { BatchRun } from '../../county/run.ts';
import { type PageContext, pageFiles, pageIndex, townshipPage } from '../../county/township-page.ts';
import type { FindingResult } from '../../generated/types.ts';
import { UNPAINTED } from '../../output/findings/run.ts';
import { printed } from '../../output/print/index.ts';
import type { PrintDocument } from '../../output/print/model.ts';
import { join } from '../../values/path.ts';
import { sayFailure } from '../failure.ts';
import { sealOf } from '../formats.ts';
import { choiceOf } from '../option-values.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

const FORMATS = ['docx', 'html', 'markdown'] as const;
const ENDINGS = { docx: 'docx', html: 'html', markdown: 'md' };

/** Where pages for the townships go, and how they are written. */
export interface Reports {
  folder: string;
  format: (typeof FORMATS)[number];
  /** over pages of an earlier run */
  replaces: boolean;
}

/** `--reports DIR --reports-format F`; undefined where none are asked for. @throws {UsageError} */
export function reportsOf({ reports, reportsFormat, force }: Options, session: Session): Reports | undefined {
  if (typeof reports !== 'string') return undefined;
  const format = choiceOf(session.texts, '--reports-format', (reportsFormat as string) ?? 'docx', FORMATS);
  return { folder: reports, format, replaces: force === true };
}

/**
 * Writes a page for each township to send, and a list of them. One that cannot be written is told, and the others are written;
 * over earlier ones none is, unless that is asked for.
 * @returns whether all could be written
 */
export async function writeReports(run: BatchRun, reports: Reports, session: Session): Promise<boolean> {
  const { folder, format, replaces } = reports;
  const { io, texts } = session;
  const { page: words } = texts.batch;
  const ending = ENDINGS[format];
  const context: PageContext = { asOf: run.asOf, county: run.county?.county, redact: session.redact, texts };
  const named = run.plans.map(plan => ({
    ...plan,
    ...session.gate.deep({ organization: plan.organization, path: plan.path }),
  }));
  const files = pageFiles(named, ending, words.index);
  const places = new Map(run.plans.map(({ index }, at) => [index, at]));
  let written = 0;
  let isComplete = true;
  const write = async (print: PrintDocument, file: string) => {
    try {
      const { published = [] } = print;
      const page = await printed(print, format, session.gate, { texts, width: 80, paint: UNPAINTED });
      const content =
        typeof page === 'string' ? session.gate.seal(page, { ...sealOf(format), published }) : page;
      io.files.write(join(folder, file), content, { replace: replaces });
      written++;
    } catch (error) {
      sayFailure(error, io, texts);
      isComplete = false;
    }
  };
  const page = (at: number, findings: FindingResult[]) =>
    write(townshipPage(run.plans[at]!, findings, context), files[at]!);
  try {
    if (io.files.kind(folder) === 'file') throw new UsageError(texts.init.notAFolder(folder));
    io.files.makeFolder(folder);
    const there = [...files, `${words.index}.${ending}`].filter(file => io.files.kind(join(folder, file)));
    if (there.length > 0 && !replaces) throw new UsageError(words.exist(folder, there.length));
  } catch (error) {
    sayFailure(error, io, texts);
    return false;
  }
  for (const { index, result } of run.rows) await page(places.get(index)!, result.findings);
  for (const [at, { index }] of run.plans.entries()) if (index < 0) await page(at, []);
  const pages = run.plans.map((plan, at) => ({ plan, file: files[at]! }));
  const listed = written;
  await write(pageIndex(pages, context), `${words.index}.${ending}`);
  session.tell(`${words.wrote(listed, folder)}\n`);
  return isComplete;
}

import type { BatchRun } from '../../county/run.ts';
import { type PageContext, pageFiles, pageIndex, townshipPage } from '../../county/township-page.ts';
import type { FindingResult } from '../../generated/types.ts';
import { printed } from '../../output/print/index.ts';
import type { PrintDocument } from '../../output/print/model.ts';
import { join } from '../../values/path.ts';
import type { Options, Session } from '../session.ts';

const FORMATS = ['docx', 'html', 'markdown'] as const;
const ENDINGS = { docx: 'docx', html: 'html', markdown: 'md' };

/** `--reports DIR`: a page for each township to send, and a list of them. @throws {WriteError} {UsageError} */
export async function writeReports(run: BatchRun, options: Options, session: Session): Promise<void> {
  const { reports: folder, reportsFormat } = options;
  if (typeof folder !== 'string') return;
  const format = session.choice('--reports-format', (reportsFormat as string) ?? 'docx', FORMATS);
  const { io, texts } = session;
  const context: PageContext = { asOf: run.asOf, county: run.county?.county, texts };
  const files = pageFiles(run.plans, ENDINGS[format]);
  const places = new Map(run.plans.map(({ index }, at) => [index, at]));
  io.files.makeFolder(folder);
  const write = async (print: PrintDocument, file: string) => {
    const page = await printed(print, format, session.gate, { texts, width: 80, paint: NO_PAINT });
    const content = typeof page === 'string' ? session.gate.seal(page) : page;
    io.files.write(join(folder, file), content, { replace: options.force === true });
  };
  const page = (at: number, findings: FindingResult[]) =>
    write(townshipPage(run.plans[at]!, findings, context), files[at]!);
  for (const { index, result } of run.rows) await page(places.get(index)!, result.findings);
  for (const [at, { index }] of run.plans.entries()) if (index < 0) await page(at, []);
  const pages = run.plans.map((plan, at) => ({ plan, file: files[at]! }));
  await write(pageIndex(pages, context), `${texts.batch.page.index}.${ENDINGS[format]}`);
  session.tell(`${texts.batch.page.wrote(pages.length, folder)}\n`);
}

const same = (text: string) => text;
const NO_PAINT = { strong: same, faint: same, good: same, error: same, warning: same, info: same };

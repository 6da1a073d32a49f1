import type { Command } from 'commander';
import { checklistOf, hasOverdue, onlyLacking } from '../../checklist/model.ts';
import { sectionsOf, summaryOf, VIEWS } from '../../checklist/sections.ts';
import { maskPersonal } from '../../model/personal.ts';
import { placeOf } from '../../report/findings.ts';
import { visible } from '../../report/layout/clean.ts';
import { inline, sectionMarkdown } from '../../report/markdown.ts';
import type { ReportOptions } from '../../report/run.ts';
import { safeJson } from '../../report/safe-json.ts';
import { paragraph, sectionText } from '../../report/section-text.ts';
import { checkPlan } from '../../rules/check.ts';
import { messageOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { version } from '../../version.ts';
import type { Io } from '../io.ts';
import { type CommonOptions, EXIT, Session } from '../session.ts';

type ChecklistOptions = CommonOptions & { by?: string; format?: string; onlyMissing?: boolean };

/** `plan checklist [PATH]`: what is in, what is missing, by when. */
export async function runChecklist(path: string, self: Command, io: Io, texts: Texts): Promise<number> {
  const options = self.optsWithGlobals<ChecklistOptions>();
  const session = new Session(io, texts, options);
  const format = session.choice('--format', options.format ?? 'text', ['text', 'markdown', 'json']);
  const view = session.choice('--by', options.by ?? 'person', VIEWS);
  const { facts, verdict, findings } = checkPlan(await session.load(path), session.asOf);
  if (!facts || verdict === 'unreadable') {
    for (const finding of findings.filter(({ severity }) => severity === 'error')) {
      // Of a file that is not there the message names the path, and there is no line in it.
      const place = finding.code === 'input/unreadable' ? '' : `${placeOf(finding)}  `;
      io.stderr.write(`plan: ${plain(place + messageOf(finding, texts))}\n`);
    }
    return EXIT.failed;
  }
  const checklist = checklistOf(facts, { name: 'plan', version });
  const onlyMissing = options.onlyMissing ?? false;
  const sections = sectionsOf(checklist, view, onlyMissing, texts);
  const { title, asOf, notKept, nothing } = texts.checklist;
  const heading = title(checklist.organization, checklist.year);
  const lines = [asOf(checklist.asOf), checklist.kept ? summaryOf(checklist, texts) : notKept];
  if (checklist.kept && sections.length === 0) lines.push(nothing);
  const asText = (report: ReportOptions) =>
    [
      [report.paint.strong(paragraph(heading, report)), ...lines.map(line => paragraph(line, report))].join(
        '\n',
      ),
      ...sections.map(section => sectionText(section, report)),
    ].join('\n\n');
  const asMarkdown = () =>
    [`# ${inline(heading)}`, ...lines.map(inline), ...sections.map(sectionMarkdown)].join('\n\n');
  await session.emit(report =>
    format === 'json'
      ? `${safeJson(onlyMissing ? onlyLacking(checklist) : checklist, 2)}\n`
      : `${format === 'text' ? asText(report) : asMarkdown()}\n`,
  );
  return hasOverdue(checklist) ? EXIT.findings : EXIT.ok;
}

/** What a finding quotes from the file, fit for a terminal. */
const plain = (text: string): string => visible(maskPersonal(text), { oneLine: true });

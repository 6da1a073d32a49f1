import { checklistOf, hasOverdue, onlyLacking } from '../../checklist/model.ts';
import { sectionsOf, summaryOf, VIEWS } from '../../checklist/sections.ts';
import { inline, sectionMarkdown } from '../../report/markdown.ts';
import type { ReportOptions } from '../../report/run.ts';
import { safeJson } from '../../report/safe-json.ts';
import { paragraph, sectionText } from '../../report/section-text.ts';
import { version } from '../../version.ts';
import type { Options } from '../commands.ts';
import { EXIT, type Session } from '../session.ts';

/** `plan checklist [PATH]`: what is in, what is missing, by when. */
export async function runChecklist(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const format = session.format(['text', 'markdown', 'json']);
  const view = session.choice('--by', (options.by as string) ?? 'person', VIEWS);
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  const checklist = checklistOf(checked.facts, { name: 'plan', version });
  const onlyMissing = options.onlyMissing === true;
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

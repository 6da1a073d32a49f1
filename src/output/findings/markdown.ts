import { SEVERITIES, type Severity } from '../../model/severity.ts';
import type { CheckedPlan } from '../../rules/check.ts';
import type { Texts } from '../../text/texts.ts';
import { visible } from '../layout/clean.ts';
import { closingOf, countsOf, coverageText, verdictOf, waivedText } from './findings.ts';
import { type FindingGroup, groupsOf } from './groups.ts';
import { shownFacts } from './rows.ts';
import type { Reporter } from './run.ts';
import type { Cell, Column, Section } from './section.ts';

/** GitHub-flavoured Markdown, for job summaries and comments: the same parts as the text, read from the top. */
export const markdown: Reporter = ({ plans }, { texts, errorsOnly = false }) =>
  plans.map(plan => `${planMarkdown(plan, texts, errorsOnly)}\n`).join('\n');

function planMarkdown(plan: CheckedPlan, texts: Texts, errorsOnly: boolean): string {
  const { warning, info } = countsOf(plan.findings);
  const leftOut = errorsOnly && warning + info > 0 ? texts.report.findings.leftOut(warning, info) : '';
  const facts = shownFacts(plan, texts);
  return [
    head(plan, facts?.title ?? plan.path, texts),
    ...(facts?.sections ?? []).map(sectionMarkdown),
    ...(errorsOnly ? (['error'] as const) : SEVERITIES).map(severity =>
      findingsMarkdown(plan, severity, texts),
    ),
    waived(plan, texts),
    line(leftOut),
    line(closingOf(plan, texts)),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

function head(plan: CheckedPlan, title: string, texts: Texts): string {
  const { findings, path } = plan;
  const { report } = texts;
  return [
    `# ${inline(title)}`,
    `**${inline(verdictOf(plan, texts))}** ${inline(report.counts(countsOf(findings)))}`,
    code(path),
    line(coverageText(plan, texts)),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

/** A section in Markdown; nothing in it is taken for markup. */
function sectionMarkdown({ heading, lines, columns, rows, notes }: Section): string {
  return [
    `## ${inline(heading)}`,
    ...lines.map(line),
    ...(rows.length > 0 ? [[...tableLines(columns, rows)].join('\n')] : []),
    ...notes.map(({ text }) => line(text)),
  ].join('\n\n');
}

/** The lines of a table; numbers stand to the right. */
export function* tableLines(columns: readonly Column[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield row(columns.map(({ title }) => inline(title)));
  yield row(columns.map(({ align }) => (align ? '---:' : '---')));
  for (const cells of rows) yield row(cells.map(cell));
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const cell = ({ text, tone }: Cell): string =>
  tone === 'error' && text !== '' ? `**${inline(text)}**` : inline(text);

function findingsMarkdown({ findings }: CheckedPlan, severity: Severity, texts: Texts): string {
  const own = findings.filter(finding => finding.severity === severity);
  if (own.length === 0) return '';
  const groups = groupsOf(own, texts);
  const items = groups.map((group, index) => item(`${index + 1}. `, group));
  const heading = texts.report.findings.heading(severity, own.length, groups.length);
  return `## ${inline(heading)}\n\n${items.join('\n')}`;
}

function item(marker: string, { first, messages, place, remedy, citation }: FindingGroup): string {
  const [own, ...others] = messages.map(message => [
    line(message.text),
    ...(message.place === '' ? [] : [code(message.place)]),
  ]);
  const origin = [...(place === '' ? [] : [code(place)]), code(first.code), inline(citation)];
  const details = [
    ...others.map(parts => parts.join(' ')),
    ...(remedy === '' ? [] : [line(remedy)]),
    origin.filter(part => part !== '').join(' '),
  ];
  // What belongs to an item is indented to where its text begins.
  const below = `\n${' '.repeat(marker.length)}- `;
  return [marker + own!.join(' '), ...details].join(below);
}

function waived({ waived: all }: CheckedPlan, texts: Texts): string {
  if (all.length === 0) return '';
  const items = all.map(each => `- ${line(waivedText(each, texts))}`);
  return `## ${inline(texts.report.findings.waived(all.length))}\n\n${items.join('\n')}`;
}

/** Markup, entities, the walls of tables, and `$`, between which GitHub sets formulas. Addresses and `@names` become links by themselves. */
const SPECIAL = /[\\`*_[\]|~#&<>$]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', $: '&#36;' };

/** Text within a line or a cell, as it is: nothing in it is markup, and it stays on its line. */
export const inline = (text: string): string =>
  visible(text, { oneLine: true })
    .trim()
    .replace(SPECIAL, char => ENTITIES[char] ?? `\\${char}`)
    .replace(/:(?=\/\/)|@|(?<=\bwww)\./gi, char => `&#${char.charCodeAt(0)};`);

/** Text that begins a line: there a dash or a number would make it a list. */
export const line = (text: string): string =>
  inline(text).replace(/^(?:[-+=]|\d+[.)](?=\s|$))/, marker => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);

/** Text as code; backticks in it need longer ones around it. */
function code(text: string): string {
  const content = visible(text, { oneLine: true });
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((most, { length }) => Math.max(most, length), 0) + 1);
  const pad = runs.length > 0 ? ' ' : '';
  return fence + pad + content + pad + fence;
}

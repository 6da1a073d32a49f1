import type { Severity } from '../../model/plan.ts';
import type { CheckedPlan, Finding } from '../../rules/check.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { visible } from '../layout/clean.ts';
import {
  alike,
  citationOf,
  closingOf,
  countsOf,
  coverageText,
  placeOf,
  SEVERITIES,
  verdictOf,
  waivedText,
} from './findings.ts';
import { type Cell, type Column, type Section, shownFacts } from './rows.ts';
import type { Reporter } from './run.ts';

/** GitHub-flavoured Markdown, for job summaries and comments: the same parts in the same order as the text. */
export const markdown: Reporter = ({ plans }, { texts }) =>
  plans.map(plan => `${planMarkdown(plan, texts)}\n`).join('\n');

function planMarkdown(plan: CheckedPlan, texts: Texts): string {
  const facts = shownFacts(plan, texts);
  return [
    head(plan, facts?.title ?? plan.path, texts),
    ...(facts?.sections ?? []).map(sectionMarkdown),
    ...SEVERITIES.map(severity => findingsMarkdown(plan, severity, texts)),
    waived(plan, texts),
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
export function sectionMarkdown({ heading, lines, columns, rows, notes }: Section): string {
  return [
    `## ${inline(heading)}`,
    ...lines.map(line),
    ...(rows.length > 0 ? [tableMarkdown(columns, rows)] : []),
    ...notes.map(({ text }) => line(text)),
  ].join('\n\n');
}

/** A table; numbers stand to the right. */
export const tableMarkdown = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): string =>
  [
    row(columns.map(({ title }) => inline(title))),
    row(columns.map(({ align }) => (align ? '---:' : '---'))),
    ...rows.map(cells => row(cells.map(cell))),
  ].join('\n');

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const cell = ({ text, tone }: Cell): string =>
  tone === 'error' && text !== '' ? `**${inline(text)}**` : inline(text);

function findingsMarkdown({ findings }: CheckedPlan, severity: Severity, texts: Texts): string {
  const own = findings.filter(finding => finding.severity === severity);
  if (own.length === 0) return '';
  const items = alike(own, texts).map((group, index) => item(`${index + 1}. `, group, texts));
  return `## ${inline(texts.report.findings.heading(severity, own.length))}\n\n${items.join('\n')}`;
}

function item(marker: string, [finding, ...others]: [Finding, ...Finding[]], texts: Texts): string {
  const origin = [code(placeOf(finding)), code(finding.code), inline(citationOf(finding, texts))];
  const details = [
    ...(others.length > 0 ? [line(texts.report.findings.also(others.map(({ subject }) => subject)))] : []),
    ...(finding.severity === 'info' ? [] : [line(remedyOf(finding, texts))]),
    origin.filter(part => part !== '').join(' '),
  ];
  // What belongs to an item is indented to where its text begins.
  const below = `\n${' '.repeat(marker.length)}- `;
  return [marker + line(messageOf(finding, texts)), ...details].join(below);
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

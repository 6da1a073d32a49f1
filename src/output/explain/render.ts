import { type NormId, normIds, normText } from '../../norms/norms.ts';
import type { Code } from '../../rules/index.ts';
import type { Texts } from '../../text/texts.ts';
import { wordFor } from '../../text/word.ts';
import { inline } from '../findings/markdown.ts';
import type { ReportOptions } from '../findings/run.ts';
import { visible } from '../layout/clean.ts';
import { wrapHanging } from '../layout/wrap.ts';
import { type Page, ruleGroups } from './page.ts';

/** One page for the terminal. */
export function pageText(
  { code, title, sections }: Page,
  { paint, width, ambiguous }: ReportOptions,
): string {
  const parts = sections.map(({ heading, lines, files = [] }) =>
    [
      paint.strong(heading),
      ...lines.map(line => wrapHanging('  ', visible(line), width, { ambiguous })),
      ...files.flatMap(({ name, text }) => [
        paint.faint(`  ${name}`),
        ...visible(text)
          .trimEnd()
          .split('\n')
          .map(line => `    ${line}`.trimEnd()),
      ]),
    ].join('\n'),
  );
  const heading = wrapHanging(`${paint.strong(code)}  `, title, width, { ambiguous });
  return `${[heading, ...parts].join('\n\n')}\n`;
}

/** The list of all rules and norms for the terminal. */
export function listText({ texts, paint, width, ambiguous }: ReportOptions): string {
  const groups = [...ruleGroups()].map(([group, own]) =>
    [
      paint.strong(wordFor(texts.explain.groups, group) ?? group),
      ...own.map(({ id }) => wrapHanging(`  ${id.padEnd(34)}`, texts.rules[id].title, width, { ambiguous })),
    ].join('\n'),
  );
  const norms = [
    paint.strong(texts.explain.headings.norms),
    ...normIds.map(id =>
      wrapHanging(`  ${id.padEnd(34)}`, normText(id, texts.language), width, { ambiguous }),
    ),
  ].join('\n');
  return `${[...groups, norms, texts.explain.listHint].join('\n\n')}\n`;
}

/** The codes that somebody may have meant. */
export function shortListText(codes: readonly string[], words: string, options: ReportOptions): string {
  const { texts, width, ambiguous } = options;
  const titleOfCode = (code: string) =>
    Object.hasOwn(texts.rules, code)
      ? texts.rules[code as Code].title
      : normText(code as NormId, texts.language);
  const lines = codes.map(code =>
    wrapHanging(`  ${code.padEnd(34)}`, titleOfCode(code), width, { ambiguous }),
  );
  return `${[visible(texts.explain.several(words, codes.length)), ...lines].join('\n')}\n\n${texts.explain.listHint}\n`;
}

/** The whole reference in Markdown. */
export function referenceMarkdown(pages: Map<string, Page[]>, texts: Texts): string {
  const { explain } = texts;
  const parts = [`# ${explain.reference.title}`, explain.reference.note];
  for (const [group, own] of pages) {
    parts.push(`## ${wordFor(explain.groups, group) ?? group}`);
    for (const { code, title, sections } of own) {
      parts.push(`### ${code}`, `**${title}**`);
      for (const { heading, lines, quoted, files = [] } of sections) {
        if (lines.length > 0)
          parts.push(`${heading}: ${lines.map(quoted ? inline : escapeMarkdown).join('<br>')}`);
        for (const { name, text } of files)
          parts.push(`${heading} (${name})`, `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``);
      }
    }
  }
  return `${parts.join('\n\n')}\n`;
}

const escapeMarkdown = (text: string): string => text.replace(/[<>*_|]/g, char => `\\${char}`);

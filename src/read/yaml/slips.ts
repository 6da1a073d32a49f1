import type { SyntaxProblem } from '../problem.ts';

/** What is wrong with a text, by where it is and what it is called. */
export interface SyntaxIssue {
  kind: SyntaxProblem;
  start: number;
  end: number;
  detail: string;
}

interface Line {
  start: number;
  text: string;
  /** the columns before its content, and before its key where a dash leads it */
  indentation: number;
  keyColumn: number;
}

/**
 * The true cause of what a parser complains about: it stumbles over the consequence, often a line above. A line one space too far
 * in makes the value above it a text of several lines with a second colon; that is told at the line that is too far in.
 */
export function trueCause(text: string, issue: SyntaxIssue): SyntaxIssue {
  if (
    issue.kind !== 'colon-in-text' &&
    issue.kind !== 'indentation' &&
    issue.kind !== 'missing-colon' &&
    issue.kind !== 'other'
  )
    return issue;
  const lines = linesOf(text);
  const at = lines.findLastIndex(({ start }) => start <= issue.start);
  const here = lines[at];
  if (!here) return issue;
  if (issue.kind === 'colon-in-text' || (issue.kind === 'missing-colon' && /:(\s|$)/.test(here.text))) {
    if (hasTwoColons(here.text)) return issue;
    const below = lines[at + 1];
    if (below && below.indentation > here.keyColumn) return indented(below, expectedAt(lines, at + 1));
    // Of two colons only a line with two of them is told.
    return issue.kind === 'colon-in-text' ? { ...issue, kind: 'indentation' } : issue;
  }
  const above = lines[at - 1];
  if (!above || (issue.kind !== 'indentation' && issue.kind !== 'other')) return issue;
  const expected = expectedAt(lines, at);
  return expected === here.indentation ? issue : indented(here, expected);
}

/** `-id: c1` is a key to YAML that begins with a dash: a space is missing behind it. */
export function dashesWithoutSpace(text: string): SyntaxIssue[] {
  return [...text.matchAll(/^( *)-(?=[\p{L}_][\p{L}\p{N}_]{0,20}[:：](\s|$))/gmu)].map(match => {
    const start = match.index + match[1]!.length;
    return { kind: 'dash-without-space', start, end: start + 1, detail: '' };
  });
}

const indented = ({ start, indentation }: Line, expected: number): SyntaxIssue => ({
  kind: indentation > expected ? 'too-far-in' : 'not-far-enough-in',
  start,
  end: start + Math.max(1, indentation),
  detail: String(Math.abs(indentation - expected)),
});

/**
 * The column at which a line would be in line with those above it: that of the nearest one that is at most as far off as a slip of
 * the hand, dashes with dashes and keys with keys.
 */
function expectedAt(lines: readonly Line[], at: number): number {
  const { text, indentation } = lines[at]!;
  const isDash = text.trimStart().startsWith('-');
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index]!;
    const column = isDash && line.keyColumn > line.indentation ? line.indentation : line.keyColumn;
    if (isDash && line.keyColumn === line.indentation) continue;
    if (Math.abs(column - indentation) <= NEAR) return column;
    if (column < indentation) return column;
  }
  return indentation;
}

const NEAR = 2;

/** A second colon that YAML would take for one: `时间: 上午: 9点`. */
const hasTwoColons = (text: string): boolean =>
  (
    text
      .replace(/"[^"]*"|'[^']*'/g, '')
      .replace(/\s#.*$/, '')
      .match(/:(?=\s|$)/g) ?? []
  ).length > 1;

/** Lines with something on them; comments count for nothing. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const own = line.replace(/\r?\n$/, '');
    const indentation = own.search(/[^ ]|$/);
    if (/^\s*[^\s#]/.test(own)) {
      const dashes = /^(?:- +)*/.exec(own.slice(indentation))![0];
      lines.push({ start, text: own, indentation, keyColumn: indentation + dashes.length });
    }
    start += line.length;
  }
  return lines;
}

import type { SyntaxProblem } from '../problem.ts';
import { linesOutsideTexts } from './odd-characters.ts';

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
 * The true cause of what a parser complains about: it stumbles over the consequence, often a line below. A line one space too far
 * in makes the value above it a text of several lines with a second colon; that is told at the line that is too far in. A quote
 * or a bracket that is left open is told where it opens.
 */
export function trueCause(text: string, issue: SyntaxIssue): SyntaxIssue {
  const lines = linesOf(text);
  const at = lines.findLastIndex(({ start }) => start <= issue.start);
  const here = lines[at];
  if (!here) return issue;
  switch (issue.kind) {
    case 'unclosed-quote':
    case 'unclosed-bracket':
      return opening(lines.slice(0, at + 1), issue) ?? issue;
    case 'block-in-flow':
      return /[[{].*[，、]/.test(here.text) ? { ...issue, kind: 'missing-comma' } : issue;
    case 'colon-in-text':
    case 'missing-colon': {
      // Of two colons in braces it is the comma between them that YAML does not take for one.
      if (/[[{][^\]}]*[，、]/.test(here.text)) return { ...issue, kind: 'missing-comma' };
      if (issue.kind === 'missing-colon' && !/:(\s|$)/.test(here.text)) return issue;
      if (hasTwoColons(here.text)) return issue;
      // Of a missing colon only a line without one is told, of two colons only a line with two of them.
      const unclear: SyntaxIssue = { ...issue, kind: 'indentation' };
      const below = lines[at + 1];
      return below && below.indentation > here.keyColumn ? misplaced(lines, at + 1, unclear) : unclear;
    }
    case 'indentation':
    case 'other':
      return at > 0 ? misplaced(lines, at, issue) : issue;
    default:
      return issue;
  }
}

const CERTAIN: readonly (readonly [RegExp, SyntaxProblem])[] = [
  // `-id: c1` is a key to YAML that begins with a dash: a space is missing behind it. A Chinese dash is as good as ours.
  [/^( *)(?:——|[-－—–−•·])(?=[\p{L}_][\p{L}\p{N}_]{0,20}[:：](\s|$))/u, 'dash-without-space'],
  // Other lists are written so: * 编号: c1, 1. 编号: c1
  [/^( *)(?:[*+]|[（(]?\d{1,2}[.、．)）])(?= *[\p{L}_][\p{L}\p{N}_]{0,20}[:：](\s|$))/u, 'list-mark'],
  [/^( *)\t[ \t]*(?=\S)/, 'tab'],
];

/** Slips that are certain by their own line: what a parser says below them follows from them. In a block text anything may stand. */
export function certainSlips(text: string): SyntaxIssue[] {
  const found: SyntaxIssue[] = [];
  for (const line of linesOutsideTexts(text))
    for (const [pattern, kind] of CERTAIN) {
      const match = pattern.exec(line.text);
      if (!match) continue;
      const start = line.start + match[1]!.length;
      found.push({ kind, start, end: line.start + match[0].length, detail: '' });
    }
  return found;
}

/** Where a quote or a bracket is opened that nothing closes. */
function opening(lines: readonly Line[], issue: SyntaxIssue): SyntaxIssue | undefined {
  if (issue.kind === 'unclosed-quote') {
    for (const { start, text } of lines) {
      const bare = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, quoted => ' '.repeat(quoted.length));
      const match = /(?<=^ *(?:- +)*|[:,[{] *)["']/.exec(bare.replace(/\s#.*$/, ''));
      if (match) return { ...issue, start: start + match.index, end: start + match.index + 1 };
    }
    return undefined;
  }
  let depth = 0;
  let opened: SyntaxIssue | undefined;
  for (const { start, text } of lines) {
    const bare = text.replace(/"[^"]*"|'[^']*'/g, quoted => ' '.repeat(quoted.length)).replace(/\s#.*$/, '');
    for (const { 0: char, index } of bare.matchAll(/[[\]{}]/g)) {
      if (char === '[' || char === '{') {
        if (depth++ === 0) opened = { ...issue, start: start + index, end: start + index + 1 };
      } else if (depth > 0) depth--;
    }
  }
  return depth > 0 ? opened : undefined;
}

/** Which line is out of line: the one that the parser names, or the one above it. */
function misplaced(lines: readonly Line[], at: number, issue: SyntaxIssue): SyntaxIssue {
  const [before, above, here, below] = [lines[at - 2], lines[at - 1], lines[at]!, lines[at + 1]];
  if (!BEGINNING.test(here.text)) return issue;
  if (above && isDash(above) && !isDash(here)) {
    const off = here.indentation - above.keyColumn;
    // Where the fields below a dash are in line with each other, it is the dash that is not.
    if (below && !isDash(below) && below.indentation === here.indentation && Math.abs(off) <= 2 * NEAR)
      return moved(above, above.indentation + off);
  }
  // A key with nothing behind it has its fields further in: of two fields the one that is level with the key is out of line.
  const isHead = before && /:\s*$/.test(before.text) && above && !isDash(above) && !/:\s*$/.test(above.text);
  if (isHead && above.indentation === before.keyColumn && here.indentation > above.indentation)
    return moved(above, here.indentation);
  const expected = expectedAt(lines, at);
  if (expected === undefined || expected === here.indentation) return issue;
  return moved(here, expected);
}

/** A key, or a dash: of nothing else it is known where it belongs. */
const BEGINNING = /^ *(-( |$)|[\p{L}_"'][^:]*:(\s|$))/u;

const isDash = ({ indentation, keyColumn }: Line): boolean => keyColumn > indentation;

const moved = ({ start, indentation }: Line, expected: number): SyntaxIssue => ({
  kind: indentation > expected ? 'too-far-in' : 'not-far-enough-in',
  start,
  end: start + Math.max(1, indentation),
  detail: String(Math.abs(indentation - expected)),
});

/**
 * The column at which a line would be in line with those above it: that of the nearest one that is at most as far off as a slip of
 * the hand, dashes with dashes and keys with keys; undefined where none is so near.
 */
function expectedAt(lines: readonly Line[], at: number): number | undefined {
  const here = lines[at]!;
  const below = lines[at + 1];
  // What a key holds is further in than the key.
  const most = below && /:\s*$/.test(here.text) && !isDash(below) ? below.indentation - 1 : Infinity;
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index]!;
    if (isDash(here) && !isDash(line)) continue;
    const column = isDash(here) ? line.indentation : line.keyColumn;
    if (column > most) continue;
    if (Math.abs(column - here.indentation) <= NEAR) return column;
    if (column < here.indentation) return undefined;
  }
  return undefined;
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

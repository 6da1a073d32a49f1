import type { Problem } from '../read/problem.ts';

/** A file with what was certain in it put right. */
export interface Fixed {
  path: string;
  before: string;
  after: string;
  /** it was not UTF-8, and is now */
  encoding: boolean;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Repairs of habits that leave no doubt about what is meant: quotes around digits that YAML would take for a number,
 * full-width punctuation that was read, and encodings. Everything else in a file stays as it is: comments, line ends, a mark.
 */
export function fixesFor(problems: readonly Problem[]): Fixed[] {
  const files = new Map<string, { text: string; edits: Edit[]; encoding: boolean }>();
  for (const problem of problems) {
    const { file: path, cell } = problem.place.locate();
    // Cells are mended in the workbook, by people.
    if (cell !== undefined || path === '-' || !/\.ya?ml$/i.test(path)) continue;
    const text = problem.place.source();
    const file = files.get(path) ?? { text, edits: [], encoding: false };
    files.set(path, file);
    // With a NUL in it, it is the mark alone that tells a text from a program.
    if (problem.code === 'input/encoding' && !text.includes('\0') && !isUtf8(problem.args.encoding))
      file.encoding = true;
    const edit = editFor(problem, text);
    if (edit) file.edits.push(edit);
  }
  return [...files].flatMap(([path, { text, edits, encoding }]) => {
    const edited = apply(text, edits);
    return edited === text && !encoding ? [] : [{ path, before: text, after: edited, encoding }];
  });
}

/** A mark is Windows' own way to say so. */
const isUtf8 = (encoding: string): boolean => encoding === 'utf-8' || encoding === 'utf-8-bom';

function editFor({ code, args, place }: Problem, text: string): Edit | undefined {
  const quote = place.quote();
  const { line, column } = place.locate();
  const start = offsetOf(text, line, column);
  const end = start + quote.length;
  if (text.slice(start, end) !== quote) return undefined;
  if (code === 'input/precision-lost')
    return /^[-+]?\d[\d.]*$/.test(quote) ? { start, end, text: `"${quote}"` } : undefined;
  if (code === 'input/syntax' && args.problem === 'too-far-in')
    return { start, end, text: quote.slice(Number(args.detail)) };
  if (code === 'input/syntax' && args.problem === 'not-far-enough-in')
    return { start, end: start, text: ' '.repeat(Number(args.detail)) };
  if (code === 'input/syntax' && args.problem === 'dash-without-space' && isAligned(text, end))
    return { start, end, text: '- ' };
  // Behind a space these would be YAML's own signs, and no part of a value any more.
  if (/^\s*(?:[&*!|>%@`]|[?:-](?=\s))/.test(text.slice(end)) && /^[:：]$/.test(quote)) return undefined;
  if (code === 'input/syntax' && args.problem === 'colon-without-space') return { start, end, text: ': ' };
  if (code === 'input/syntax' && args.problem === 'list-mark' && quote.length === 1)
    return { start, end, text: /^ /.test(text.slice(end)) ? '-' : '- ' };
  if (code !== 'input/fullwidth-punctuation') return undefined;
  if (quote === '：' || (/^[，、；]$/.test(quote) && args.read)) {
    const space = /^[ \t\u3000]*/.exec(text.slice(end))![0].length;
    return { start, end: end + space, text: quote === '：' ? ': ' : ', ' };
  }
  if (!args.read) return undefined;
  if (quote === args.text) return { start, end, text: args.instead };
  if (!/[，、；]/.test(quote)) return undefined;
  // What stands between two of them, before the first or behind the last is no item to our reader, but to YAML it is a mistake.
  const items = quote.split(/[，、；]/).map(item => item.trim());
  return { start, end, text: items.filter(item => item !== '').join(', ') };
}

/** Whether the line below a dash is where it belongs once there is a space behind the dash, or is no part of its entry. */
function isAligned(text: string, dashEnd: number): boolean {
  const lineStart = text.lastIndexOf('\n', dashEnd - 1) + 1;
  const [, below = ''] = /\n(?:[ \t]*\n)*([^\n]*)/.exec(text.slice(dashEnd)) ?? [];
  const indentation = below.search(/[^ ]|$/);
  return indentation === dashEnd + 1 - lineStart || indentation < dashEnd - lineStart;
}

/** The offset of a 1-based line and column; lines end as the places count them. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  let number = 1;
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    if (number === line) break;
    start = match.index + match[0].length;
    number++;
  }
  return start + column - 1;
}

/** The last edit first, so that the offsets of the others hold; of two at one place the first counts. */
function apply(text: string, edits: readonly Edit[]): string {
  let result = text;
  let limit = text.length + 1;
  for (const { start, end, text: own } of [...edits].sort((a, b) => b.start - a.start)) {
    if (end > limit) continue;
    result = result.slice(0, start) + own + result.slice(end);
    limit = start;
  }
  return result;
}

/** The lines that change, as `-` and `+`: repairs never join or part lines. */
export function changedLines({ before, after }: Fixed): { line: number; from: string; to: string }[] {
  const old = before.split(/\r\n|\r|\n/);
  const own = after.split(/\r\n|\r|\n/);
  return own.flatMap((to, index) =>
    to === old[index] ? [] : [{ line: index + 1, from: old[index] ?? '', to }],
  );
}

/** A quote that was left out of a CSV, by the row (from 1) and column (from 0) of the cell that it began. */
export interface StrayQuote {
  row: number;
  column: number;
}

/**
 * A quote at the beginning of a cell holds all that follows up to the next one, line ends too: one that nobody closed swallows the
 * rows below it. Where the lines that it would hold have as many cells as the table, it is left out, and they are rows again.
 * @returns the same text where every quote is closed as it should be
 */
export function withoutStrayQuotes(text: string): { text: string; stray: StrayQuote[] } {
  const separator = separatorOf(text);
  const stray: StrayQuote[] = [];
  if (separator === undefined || !text.includes('"')) return { text, stray };
  const most = text.slice(0, lineEnd(text, 0)).split(separator).length - 1;
  let kept = '';
  let row = 1;
  let column = 0;
  let isStart = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"' && isStart) {
      const end = closing(text, at, separator);
      if (isRows(text.slice(at + 1, end), separator, most, end === undefined)) {
        stray.push({ row, column });
        isStart = false;
        continue;
      }
      const stop = end === undefined ? text.length : end + 1;
      kept += text.slice(at, stop);
      at = stop - 1;
      isStart = false;
      continue;
    }
    kept += char;
    isStart = char === '\n' || char === separator;
    if (char === '\n') {
      row++;
      column = 0;
    } else if (char === separator) column++;
  }
  return { text: kept, stray };
}

/** The mark between the cells of the first line. */
function separatorOf(text: string): string | undefined {
  const head = text.slice(0, lineEnd(text, 0));
  const counts = [',', ';', '\t', '|'].map(mark => ({ mark, count: head.split(mark).length - 1 }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > 0 ? best.mark : undefined;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** The quote that closes a cell: a separator, a line's end or the text's end stands behind it, and it is not doubled. */
function closing(text: string, start: number, separator: string): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    const next = text[at + 1];
    if (next === undefined || next === separator || next === '\n' || next === '\r') return at;
  }
  return undefined;
}

/** Whether what a quote holds is rows of the table: of a quote that is never closed any line will do. */
function isRows(held: string, separator: string, most: number, isOpen: boolean): boolean {
  if (isOpen) return true;
  const [, ...below] = held.split('\n');
  return most > 1 && below.some(line => line.split(separator).length - 1 >= most);
}

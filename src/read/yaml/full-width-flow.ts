/** A full-width character that is read as another. */
export interface Mended {
  at: number;
  written: string;
  /** of the same length, so that offsets stay */
  instead: string;
}

const KEY = '[\\p{L}_][\\p{L}\\p{N}_-]{0,30}';
/** A map in braces as an entry of a list or the value of a key. */
const OPENING = new RegExp(`^\\s*(?:-\\s+)*(?:${KEY}:\\s+)?(?=[{｛])`, 'u');
const NEXT_KEY = new RegExp(`^\\s*${KEY}\\s*(：|:(?=\\s))`, 'u');

/** Whether a text may have anything that `mendedFlow` would mend; most have not. */
export const hasFullWidthFlow = (text: string): boolean => /[{｛][^\n]*[，、；：｝]/.test(text);

/**
 * Finds the full-width punctuation of a map in braces: `{代码：a，名称：甲，条件：{性别：女}}`. A comma is certain only before a key, and
 * before one with a full-width colon only in a map that begins with such a key: `{ 名称: 会议，议题：发展 }` has one field. A full-width colon
 * is left to the reader of keys, but before a bracket YAML needs its own. Nothing is certain where the braces do not close at the end of
 * the line.
 */
export function mendedFlow(line: string): Mended[] {
  const opening = OPENING.exec(line);
  if (!opening) return [];
  const found: Mended[] = [];
  /** of each open brace whether its first key has a full-width colon; undefined for a square bracket */
  const open: (boolean | undefined)[] = [];
  const mend = (at: number, instead: string) => {
    if (line[at] !== instead) found.push({ at, written: line[at]!, instead });
  };
  for (let at = opening[0].length; at < line.length; at++) {
    const char = line[at]!;
    const behind = line.slice(at + 1);
    const style = open.at(-1);
    if (char === '"' || char === "'") {
      const end = line.indexOf(char, at + 1);
      if (end < 0) return [];
      at = end;
    } else if (char === '{' || char === '｛') {
      open.push(NEXT_KEY.exec(behind)?.[1] === '：');
      mend(at, '{');
    } else if (char === '[' || char === '［') {
      open.push(undefined);
      mend(at, '[');
    } else if (/[}｝\]］]/.test(char)) {
      if (open.length === 0) return [];
      const isBrace = open.pop() !== undefined;
      mend(at, isBrace ? '}' : ']');
      if (open.length === 0) return /^\s*(#.*)?$/.test(behind) ? found : [];
    } else if (/[，、；]/.test(char) && style !== undefined) {
      const colon = NEXT_KEY.exec(behind)?.[1];
      if (colon === ':' || (colon === '：' && style)) mend(at, ',');
    } else if (char === '：' && /^\s*[{｛[［]/.test(behind)) mend(at, ':');
  }
  return [];
}

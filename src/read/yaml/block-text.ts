/** What becomes of the line ends behind the last line of a block: one is kept, none, all. */
export type Chomping = 'clip' | 'strip' | 'keep';

export interface BlockStyle {
  /** `>`: lines are joined; else `|`: they stay */
  folded: boolean;
  chomping: Chomping;
  /** spaces before each line; undefined where there are only empty lines */
  indent: number | undefined;
}

/** The text that the lines below `|` or `>` stand for, as chapter 8.1 of YAML 1.2 has it. */
export function blockText(block: string, { folded, chomping, indent }: BlockStyle): string {
  const lines = block.split('\n');
  const content: string[] = [];
  /** lines up to the last one with something in it */
  let count = 0;
  for (const line of lines) {
    content.push(indent === undefined ? '' : line.slice(indent));
    if (content.at(-1) !== '') count = content.length;
  }
  // What stands behind the last line end is no line.
  const below = lines.length - count - (content.at(-1) === '' ? 1 : 0);
  content.length = count;
  const ends = chomping === 'keep' ? below : 0;
  const last = count === 0 || chomping === 'strip' ? 0 : 1;
  return (folded ? foldedText(content) : content.join('\n')) + '\n'.repeat(last + ends);
}

/** A single line end is a space, of several the first is nothing; around lines that are indented further all stay. */
function foldedText(lines: readonly string[]): string {
  let text = '';
  let empty = 0;
  let before: string | undefined;
  for (const line of lines) {
    if (line === '') {
      empty++;
      continue;
    }
    const stays = before?.startsWith(' ') || line.startsWith(' ');
    if (before === undefined) text += '\n'.repeat(empty);
    else if (stays) text += '\n'.repeat(empty + 1);
    else text += empty === 0 ? ' ' : '\n'.repeat(empty);
    text += line;
    before = line;
    empty = 0;
  }
  return text;
}

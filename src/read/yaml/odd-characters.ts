import type { Place } from '../../model/place.ts';
import type { Problems } from '../problem.ts';
import { SourceFile } from '../text/source.ts';
import { hasFullWidthFlow, mendedFlow } from './full-width-flow.ts';

/** Spaces that YAML takes for letters: no-break, full-width and the spaces of typesetting, pasted from Word and chats. */
const ODD = '\\u00a0\\u3000\\u2000-\\u200a\\u202f\\u205f';
/** A key as it begins a line; nothing else makes it certain that a space parts and not belongs to a text. */
const KEY = '[\\p{L}_][\\p{L}\\p{N}_-]{0,30}[:：]';

/** Dashes and dots are odd at the start of a line only: names hold them too (买买提·艾力). */
const ANY = new RegExp(`[${ODD}［｛］｝]|^ *[－—–−•·]`, 'm');
const INDENTATION = new RegExp(`^[ ${ODD}]*[${ODD}][ ${ODD}]*(?=-[ ${ODD}]|${KEY})`, 'u');
const BEHIND = new RegExp(`^[ ${ODD}]*(?:-|(?:-[ ${ODD}]+)?${KEY})( *[${ODD}][ ${ODD}]*)(?=\\S)`, 'u');
/** Also what Word makes of a dash, and of a list. Without a space behind it nothing of the same length can stand in its place (slips.ts). */
const DASH = new RegExp(`^[ ${ODD}]*([－—–−•·])(?=[ ${ODD}])`, 'u');
const BRACKETS = new RegExp(
  `${KEY}[ ${ODD}]+([［｛[{][^［］｛｝]*[］｝]|[［｛][^［］｛｝]*[\\]}])\\s*$`,
  'u',
);
const BLOCK_TEXT = /[:-] +[|>][-+]?\d?\s*(#.*)?$/;

/** The same text for the parser, in which what was certain is put right; its places and lines are those of the file. */
class MendedFile extends SourceFile {
  private readonly written: SourceFile;
  constructor(written: SourceFile, mended: string) {
    super(written.path, mended);
    this.written = written;
  }
  override frameText(): string {
    return this.written.frameText();
  }
}

/**
 * Full-width and no-break spaces where YAML wants a space, and full-width dashes and brackets where it wants its own: each is
 * reported, and read as it was meant. Every replacement is as long as what it replaces, so that offsets stay.
 */
export function mendOddCharacters(file: SourceFile, problems: Problems): SourceFile {
  if (!ANY.test(file.text) && !hasFullWidthFlow(file.text)) return file;
  let mended = file.text;
  const replace = (start: number, written: string, instead: string) => {
    mended = mended.slice(0, start) + instead + mended.slice(start + written.length);
    report(problems, file.place(start, start + written.length), written, instead);
  };
  for (const { start, text } of linesOutsideTexts(file.text)) {
    if (ANY.test(text)) {
      const indentation = INDENTATION.exec(text)?.[0];
      if (indentation !== undefined) replace(start, indentation, ' '.repeat(indentation.length));
      for (const pattern of [DASH, BEHIND, BRACKETS]) {
        const match = pattern.exec(text);
        if (!match) continue;
        const written = match[1]!;
        replace(start + match.index + match[0].indexOf(written), written, asYamlMarks(written));
      }
    }
    if (hasFullWidthFlow(text))
      for (const { at, written, instead } of mendedFlow(mended.slice(start, start + text.length)))
        replace(start + at, written, instead);
  }
  return mended === file.text ? file : new MendedFile(file, mended);
}

/** One character for each: `［甲，乙］` is `[甲,乙]`. */
const asYamlMarks = (text: string): string =>
  /^\s+$/.test(text)
    ? ' '.repeat(text.length)
    : text
        .replace(/[—–−•·]/g, '-')
        .replace(/[－［］｛｝，]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

function report(problems: Problems, place: Place, text: string, instead: string): void {
  problems.add('input/fullwidth-punctuation', place, { text, instead, read: true });
}

/** The lines of a text but for those of its block texts (`|`), in which everything is text. */
export function* linesOutsideTexts(text: string): Iterable<{ start: number; text: string }> {
  let block: number | undefined;
  let start = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const own = line.replace(/\r?\n$/, '');
    const indentation = own.search(/[^ ]|$/);
    if (block !== undefined && own.trim() !== '' && indentation <= block) block = undefined;
    if (block === undefined) {
      yield { start, text: own };
      if (BLOCK_TEXT.test(own)) block = indentation;
    }
    start += line.length;
  }
}

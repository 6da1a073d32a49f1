/**
 * C0 and C1 controls, what changes the direction of the text around it, line separators, and characters of no width
 * that hide in copied text; lone halves of surrogate pairs, which no encoding can write. The joiners U+200C and
 * U+200D stay: emoji and some scripts need them.
 */
const HIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

export interface VisibleOptions {
  /** Turns line breaks and tabs into spaces, too. */
  oneLine?: boolean | undefined;
}

/**
 * Replaces characters that a terminal would obey, or that nobody would see, by signs: `␛` for ESC, `\u202e` for a bidi override. Text
 * from a file passes here before it reaches a terminal. Line breaks and tabs stay; a line break of Windows becomes `\n`.
 */
export function visible(text: string, { oneLine = false }: VisibleOptions = {}): string {
  const signs = text.replaceAll('\r\n', '\n').replace(HIDDEN, signOf);
  return oneLine ? signs.replace(/[\n\t]/g, ' ') : signs;
}

function signOf(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : `\\u${code.toString(16).padStart(4, '0')}`;
}

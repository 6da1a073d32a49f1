/** What visible() of layout/clean.ts replaces, as far as JSON.stringify leaves it as it is. */
const HIDDEN = /[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * JSON in which the characters that a terminal would obey, that stay unseen, or that some readers take for the end of
 * a line (U+0085, U+2028) are written as escapes. The data are the same.
 */
export const safeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    HIDDEN,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * An object with one list in it that is written item by item, for a list that may be longer than a text can be.
 * @param whole holds the list as an empty one, before any other of the same name
 */
export function* jsonWith(whole: object, list: string, items: Iterable<unknown>): Generator<string> {
  const text = safeJson(whole, 2);
  // Quotes within texts are escaped, so this is the list itself.
  const at = text.indexOf(`"${list}": []`);
  const margin = text.slice(text.lastIndexOf('\n', at), at);
  const before = `${text.slice(0, at)}"${list}": [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? before : ','}${margin}  ${safeJson(item, 2).replaceAll('\n', `${margin}  `)}`;
    isFirst = false;
  }
  yield `${isFirst ? before : margin}]${text.slice(at + list.length + '"": []'.length)}\n`;
}

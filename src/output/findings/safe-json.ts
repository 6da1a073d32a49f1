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

const REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/** `&#183327;` → 𬱟; what no character has the number of, or what the text is built of (`&lt;`), stays as it is. */
export const resolveReferences = (text: string): string =>
  text.replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isText = code >= 0xa0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isText ? String.fromCodePoint(code) : reference;
  });

/**
 * A part of an .xlsx with its rare characters written out: openpyxl and web systems write them as references, of which the
 * library takes only the last 16 bits (𬱟小明 would become 챟小明).
 */
export function wholeCharacters(part: Uint8Array): Uint8Array {
  if (!hasReference(part)) return part;
  const text = new TextDecoder().decode(part);
  return new TextEncoder().encode(resolveReferences(text));
}

function hasReference(part: Uint8Array): boolean {
  for (let at = part.indexOf(AMPERSAND); at >= 0; at = part.indexOf(AMPERSAND, at + 1))
    if (part[at + 1] === NUMBER_SIGN) return true;
  return false;
}

const AMPERSAND = 0x26;
const NUMBER_SIGN = 0x23;

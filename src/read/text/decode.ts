/** The encodings a clerk's editor writes; the value is what a report shows. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** The text without its byte order mark; line ends are as they are in the file. */
  text: string;
  encoding: Encoding;
  /**
   * Offsets in `text` of characters no text file holds: control characters other than tab, LF and CR, the
   * noncharacters U+FFFE and U+FFFF, and a byte order mark in mid-text (files joined by `copy a+b c`), which is
   * invisible and makes a name or a key differ from its look-alike. Of very many, the first.
   */
  controls: readonly number[];
  crlf: boolean;
}

/** What a file that is not text looks like; a document of WPS or Office given the wrong extension is the usual case. */
export type BinaryLook = 'excel' | 'word' | 'old-excel-or-word' | 'archive' | 'image' | 'pdf' | 'binary';

export type Undecoded =
  | { failure: 'binary'; looksLike: BinaryLook }
  | {
      failure: 'undecodable';
      /** The encoding the file most nearly is. */
      encoding: Encoding;
      /** The line, from 1, of the first bytes that do not fit `encoding`. */
      line: number;
    };

// `ignoreBOM` keeps the mark in the text: it is removed here, where a doubled one can be removed as well.
const STRICT = { fatal: true, ignoreBOM: true };
const LENIENT = { fatal: false, ignoreBOM: true };

// Only this decoder is kept: others hold the state of a conversion, which a thrown error may leave behind.
const utf8 = new TextDecoder('utf-8', STRICT);

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/;
/** A file that is nothing but control characters need not be told so millions of times. */
const MOST_CONTROLS = 1000;
const CONTROLS = new RegExp(CONTROL, 'g');

/**
 * Reads the bytes of a text file in whichever encoding Windows left it.
 *
 * The order of the guesses is: byte order mark, UTF-16 without one, UTF-8, GB18030. The last accepts nearly any
 * Chinese-looking bytes, so a UTF-8 file with a few ruined bytes is refused before it could be read as GB18030,
 * where every name in it would come out as other characters.
 */
export function decode(bytes: Uint8Array): Decoded | Undecoded {
  const look = lookOf(bytes);
  if (look) return { failure: 'binary', looksLike: look };
  const marked = markedEncoding(bytes);
  if (marked) {
    const text = attempt(bytes, marked);
    return text === undefined ? undecodable(bytes, marked) : decoded(text, marked);
  }
  const plain = attempt(bytes, 'utf-8');
  // Most files end here or above. A NUL, valid in UTF-8, is looked for by the same pass that finds the controls.
  if (plain !== undefined) {
    const result = decoded(plain, 'utf-8');
    if (result.controls.length === 0 || !plain.includes('\0')) return result;
  }
  if (bytes.includes(0)) {
    return utf16(bytes, plain !== undefined) ?? { failure: 'binary', looksLike: 'binary' };
  }
  if (isBrokenUtf8(bytes)) return undecodable(bytes, 'utf-8');
  const chinese = attempt(bytes, 'gb18030');
  return chinese === undefined ? undecodable(bytes, 'gb18030') : decoded(chinese, 'gb18030');
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** What files that clerks have beside their plans begin with. */
const SIGNATURES: readonly (readonly [BinaryLook, ...number[]])[] = [
  ['old-excel-or-word', 0xd0, 0xcf, 0x11, 0xe0],
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  // JPEG, PNG, GIF, TIFF
  ['image', 0xff, 0xd8, 0xff],
  ['image', 0x89, 0x50, 0x4e, 0x47],
  ['image', 0x47, 0x49, 0x46, 0x38],
  ['image', 0x49, 0x49, 0x2a, 0x00],
  // RAR, 7z, gzip
  ['archive', 0x52, 0x61, 0x72, 0x21],
  ['archive', 0x37, 0x7a, 0xbc, 0xaf],
  ['archive', 0x1f, 0x8b],
];

function lookOf(bytes: Uint8Array): BinaryLook | undefined {
  if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return SIGNATURES.find(([, ...signature]) => startsWith(bytes, ...signature))?.[0];
  // Office writes zip files; entry names stand uncompressed in them. A zip that tells nothing is most likely a table.
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('word/document.xml')) return 'word';
  return bytes.length < 30 || /\[Content_Types\]|mimetype|xl\//.test(names) ? 'excel' : 'archive';
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  switch (bytes[0]) {
    case 0xef:
      return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8-bom' : undefined;
    case 0xff:
      return bytes[1] === 0xfe ? 'utf-16le' : undefined;
    case 0xfe:
      return bytes[1] === 0xff ? 'utf-16be' : undefined;
    default:
      return undefined;
  }
}

const label = (encoding: Encoding): string => (encoding === 'utf-8-bom' ? 'utf-8' : encoding);

function attempt(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const name = label(encoding);
    return (name === 'utf-8' ? utf8 : new TextDecoder(name, STRICT)).decode(bytes);
  } catch {
    // Besides bytes that do not fit, a Node built without full ICU comes here: it knows no GB18030.
    return undefined;
  }
}

function lenient(bytes: Uint8Array, encoding: Encoding): string {
  try {
    return new TextDecoder(label(encoding), LENIENT).decode(bytes);
  } catch {
    return '';
  }
}

function decoded(raw: string, encoding: Encoding): Decoded {
  let start = 0;
  while (raw.charCodeAt(start) === 0xfeff) start++;
  const text = start > 0 ? raw.slice(start) : raw;
  return {
    text,
    encoding,
    controls: CONTROL.test(text) ? controlsOf(text) : [],
    crlf: text.includes('\r\n'),
  };
}

function controlsOf(text: string): number[] {
  const found: number[] = [];
  for (const { index } of text.matchAll(CONTROLS)) if (found.push(index) === MOST_CONTROLS) break;
  return found;
}

function undecodable(bytes: Uint8Array, encoding: Encoding): Undecoded {
  const text = lenient(bytes, encoding);
  const before = text.slice(0, Math.max(0, text.indexOf('\ufffd')));
  return { failure: 'undecodable', encoding, line: before.split(/\r\n?|\n/).length };
}

/**
 * Whether bytes that are not UTF-8 are a damaged UTF-8 file rather than one in GB18030: most Chinese characters of
 * the former still decode, while Chinese text in GB18030 yields hardly any and a replacement at every turn.
 */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = lenient(bytes, 'utf-8');
  let whole = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code >= 0x800) whole++;
  }
  return whole > bad;
}

/**
 * Bytes that hold NULs but no byte order mark, read as UTF-16 if they are that: ASCII characters, above all line
 * ends and spaces, have their NUL on odd positions in little-endian text, on even ones in big-endian text.
 */
function utf16(bytes: Uint8Array, validUtf8: boolean): Decoded | undefined {
  const nuls = { le: 0, be: 0 };
  const separators = { le: 0, be: 0 };
  for (let i = 0; i < bytes.length; i += 2) {
    const first = bytes[i]!;
    const second = bytes[i + 1];
    if (second === 0) nuls.le++;
    if (first === 0) nuls.be++;
    if (second === 0 && isSeparator(first)) separators.le++;
    if (first === 0 && isSeparator(second)) separators.be++;
  }
  // Separators decide before NULs do: 一, 最 and 需 end in a zero byte too and would pass for N, g and U+0097 in
  // the other byte order, but no character in use ends in the zero byte of a swapped line end or space.
  const lead = separators.le - separators.be || nuls.le - nuls.be;
  const encoding = lead >= 0 ? 'utf-16le' : 'utf-16be';
  // A stray NUL or two do not make a file UTF-16; least of all one whose bytes are valid UTF-8 throughout, which
  // UTF-16 text is only if much of it is ASCII.
  const share = Math.max(nuls.le, nuls.be) / (bytes.length / 2);
  if (share < (validUtf8 ? 1 / 3 : 1 / 50)) return undefined;
  const text = attempt(bytes, encoding);
  if (text === undefined || !isPlausible(text)) return undefined;
  return decoded(text, encoding);
}

/** Tab, LF, CR and ASCII punctuation. */
function isSeparator(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 0x20 && byte < 0x30) || byte === 0x3a;
}

/** Whether text could be what a clerk wrote: no NUL, and nearly all of it ASCII or of the Chinese blocks. */
function isPlausible(text: string): boolean {
  let odd = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return false;
    const isCommon =
      (code >= 0x20 && code < 0x250) ||
      (code >= 9 && code <= 13) ||
      (code >= 0x2000 && code < 0x2700) ||
      (code >= 0x3000 && code < 0xa000) ||
      // Rare characters of names; strict decoding has seen to it that surrogates are paired.
      (code >= 0xd800 && code < 0xe000) ||
      code >= 0xff00;
    if (!isCommon) odd++;
  }
  return odd * 10 <= text.length;
}

import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Limits } from '../size-limits.ts';
import { wholeCharacters } from './character-references.ts';
import { RosterRefusal } from './refusal.ts';

/** What a workbook's tables stand in; pictures and macros are never unpacked. */
const READ = /(\.xml|\.rels)$/i;

/**
 * Unpacks of an .xlsx what tables are made of and packs it again without compression, so that what reads it next meets
 * no surprise: a zip bomb is refused by the sizes that it declares, and cannot unpack to more than it declares.
 * @throws {RosterRefusal}
 */
export function guardZip(bytes: Uint8Array, limits: Limits): Uint8Array {
  let entries = 0;
  let unpacked = 0;
  let encrypted = false;
  let binary = false;
  let parts: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (READ.test(name)) unpacked += originalSize;
        if (name === 'EncryptedPackage') encrypted = true;
        if (name === 'xl/workbook.bin') binary = true;
        return false;
      },
    });
    if (entries > limits.parts) throw new RosterRefusal('too-many-parts');
    if (unpacked > limits.unpacked * 1e6) throw new RosterRefusal('zip-bomb');
    if (encrypted) throw new RosterRefusal('encrypted');
    parts = unzipSync(bytes, { filter: ({ name }) => READ.test(name) });
  } catch (error) {
    throw error instanceof RosterRefusal ? error : new RosterRefusal('damaged-workbook');
  }
  if (Object.keys(parts).some(name => name.startsWith('word/'))) throw new RosterRefusal('word');
  if (binary) throw new RosterRefusal('xlsb');
  if ('content.xml' in parts) throw new RosterRefusal('ods');
  if (!Object.keys(parts).some(name => /^xl\/workbook\.xml$/i.test(name)))
    throw new RosterRefusal('[Content_Types].xml' in parts ? 'damaged-workbook' : 'archive');
  const stored: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    stored[name] = [
      wholeCharacters(/worksheets\//i.test(name) ? guardSheet(content, limits) : content),
      { level: 0 },
    ];
  return zipSync(stored, { level: 0 });
}

/** Columns that a sheet has at most; what claims more was not written by any office program. */
const LAST_COLUMN = 16_384;

/**
 * A sheet with no more rows than one above the limit, which is then told: what reads it would go through all of them.
 * @throws {RosterRefusal} for more columns than there are, in one setting or in all
 */
function guardSheet(content: Uint8Array, limits: Limits): Uint8Array {
  const head = new TextDecoder('latin1').decode(
    content.subarray(0, Math.max(0, indexOf(content, '<sheetData'))),
  );
  let columns = 0;
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\b[^>]*>/g)) {
    const [min = 1, max = 1] = [/\bmin="(\d+)"/, /\bmax="(\d+)"/].map(pattern =>
      Number(pattern.exec(tag)?.[1] ?? 1),
    );
    columns += Math.max(0, max - min) + 1;
  }
  if (columns > LAST_COLUMN) throw new RosterRefusal('damaged-workbook');
  let at = indexOf(content, '<row');
  for (let rows = 0; at >= 0 && rows <= limits.rows; rows++) at = indexOf(content, '<row', at + 4);
  if (at < 0) return content;
  const end = indexOf(content, '</sheetData>', at);
  if (end < 0) return content;
  const shorter = new Uint8Array(at + content.length - end);
  shorter.set(content.subarray(0, at));
  shorter.set(content.subarray(end), at);
  return shorter;
}

/** Where a text in ASCII stands among bytes; -1 where it does not. */
function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length++;
    if (length === text.length) return at;
  }
  return -1;
}

/**
 * Looks at the size of a table in text: lines and cells within the limit, and no line of megabytes, as a quote that is not
 * closed makes one.
 * @throws {RosterRefusal}
 */
export function guardText(text: string, limits: Limits): void {
  let cells = 0;
  let rows = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 10) {
      rows++;
      start = at;
    } else if (char === 44 || char === 9 || char === 59) cells++;
    if (at - start > LONGEST_LINE) throw new RosterRefusal('damaged-workbook');
  }
  if (rows > limits.rows) throw new RosterRefusal('too-many-rows');
  if (cells > limits.values) throw new RosterRefusal('too-many-values');
}

/** Characters of one line of a CSV or HTML file; a row of a hundred full cells has a tenth of it. */
const LONGEST_LINE = 1_000_000;

/**
 * Looks at the names in a compound file (.xls, .doc, an encrypted .xlsx): they stand in it as UTF-16.
 * @throws {RosterRefusal} for all but a readable .xls
 */
export function guardCompound(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  const holds = (name: string) => text.includes([...name].join('\0'));
  if (holds('EncryptedPackage')) throw new RosterRefusal('encrypted');
  if (holds('WordDocument')) throw new RosterRefusal('renamed-word');
  if (!holds('Workbook') && !holds('Book')) throw new RosterRefusal('damaged-workbook');
}

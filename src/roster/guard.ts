import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { Limits } from '../load/limits.ts';
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
  let parts: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        if (READ.test(name)) unpacked += originalSize;
        if (name === 'EncryptedPackage') encrypted = true;
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
  if (!Object.keys(parts).some(name => /^xl\/workbook\.xml$/i.test(name)))
    throw new RosterRefusal('damaged-workbook');
  const stored: Zippable = {};
  for (const [name, content] of Object.entries(parts)) stored[name] = [content, { level: 0 }];
  return zipSync(stored, { level: 0 });
}

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

import type { Place } from '../model/place.ts';
import { Faults } from './fields/faults.ts';
import { readNode } from './fields/reader.ts';
import { type Kind, rootShape } from './fields/shape.ts';
import { reportUnreadable } from './files.ts';
import { checkForm } from './form/check-form.ts';
import type { Problems } from './problem.ts';
import { type Decoded, decode } from './text/decode.ts';
import { SourceFile } from './text/source.ts';
import type { Node } from './yaml/node.ts';
import { mendOddCharacters } from './yaml/odd-characters.ts';
import { parse } from './yaml/parse.ts';

/** A file that was read, checked against its schema, and turned into canonical values. */
export interface ReadDocument<T> {
  /** what meets the schema; the rest has been reported and taken out */
  value: T;
  place: Place;
}

/**
 * Reads one file of a plan: bytes → text → tree → fields → what meets the schema. Everything wrong with its form goes to
 * `problems`; undefined when there is nothing to read a value from.
 */
export async function readDocument<T>(
  kind: Kind,
  path: string,
  bytes: Uint8Array,
  problems: Problems,
): Promise<ReadDocument<T> | undefined> {
  const written = readText(path, bytes, problems);
  const file = written && mendOddCharacters(written, problems);
  const root = file && (await parse(file, problems));
  return root && readTree<T>(kind, file, root, problems);
}

/**
 * The same from a tree, whether it was a YAML text or a workbook.
 * @param refused values of which it was reported already that they are not understood
 */
export function readTree<T>(
  kind: Kind,
  file: SourceFile,
  root: Node,
  problems: Problems,
  refused: Iterable<Node> = [],
): ReadDocument<T> | undefined {
  const faults = new Faults(file, problems);
  for (const node of refused) faults.refused.add(node);
  const value = readNode(root, rootShape(kind), faults);
  const isUsable = checkForm({ kind, value, root, file, refused: faults.refused }, problems);
  return isUsable ? { value: value as T, place: file.root(root) } : undefined;
}

function readText(path: string, bytes: Uint8Array, problems: Problems): SourceFile | undefined {
  const decoded = decode(bytes);
  if ('failure' in decoded) {
    reportUnreadable(path, 'looksLike' in decoded ? decoded.looksLike : 'undecodable', problems);
    return undefined;
  }
  const file = new SourceFile(path, decoded.text);
  noteEncoding(file, decoded, problems);
  return file;
}

/** What was detected is said, since the other programs of an office may not read the same file. */
function noteEncoding(file: SourceFile, { encoding, crlf, controls }: Decoded, problems: Problems): void {
  if (encoding !== 'utf-8' || crlf) problems.add('input/encoding', file.place(0, 0), { encoding, crlf });
  for (const offset of controls.slice(0, MOST_CONTROLS)) {
    const code = file.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
    problems.add('input/syntax', file.place(offset, offset + 1), {
      problem: 'control-character',
      detail: `U+${code}`,
    });
  }
}

const MOST_CONTROLS = 5;

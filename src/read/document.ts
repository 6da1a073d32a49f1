import type { Place } from '../model/place.ts';
import { accepts } from './accepts.ts';
import { Reader } from './fields/reader.ts';
import { type Kind, rootShape } from './fields/shape.ts';
import { reportUnreadable } from './files.ts';
import { Problems } from './problem.ts';
import { LONGEST } from './recall.ts';
import { STANDARD_LIMITS } from './size-limits.ts';
import { type Decoded, decode } from './text/decode.ts';
import { SourceFile } from './text/source.ts';
import { valuesOf } from './values.ts';
import { parsePlainYaml, scanPlainYaml } from './yaml/everyday.ts';
import type { Node } from './yaml/node.ts';

/** A file that was read, checked against its schema, and turned into canonical values. */
export interface ReadDocument<T> {
  /** what meets the schema; the rest has been reported and taken out */
  value: T;
  place: Place;
}

/**
 * Reads one file of a plan. Everything wrong with its form goes to `problems`; undefined when there is nothing to read
 * a value from.
 */
export async function readDocument<T>(
  kind: Kind,
  path: string,
  bytes: Uint8Array,
  problems: Problems,
): Promise<ReadDocument<T> | undefined> {
  const decoded = decode(bytes);
  if ('failure' in decoded) {
    reportUnreadable(path, 'looksLike' in decoded ? decoded.looksLike : 'undecodable', problems);
    return undefined;
  }
  const file = new SourceFile(path, decoded.text);
  noteEncoding(file, decoded, problems);
  if (!isCountable(file.text, problems.limits.values)) {
    reportUnreadable(path, 'too-many-values', problems);
    return undefined;
  }
  const quick = decoded.usual && ++filesRead > FIRST && quickly<T>(kind, file, problems);
  if (quick) return quick;
  const root = await parse(file, decoded.usual, problems);
  if (!root) return undefined;
  const reader = new Reader(file, problems);
  const value = reader.read(root, rootShape(kind));
  const isValid =
    (reader.refused.size === 0 && accepts[kind](value)) ||
    (await import('./refuse.ts')).reportAndPrune(kind, value, root, file, reader.refused, problems);
  return isValid ? { value: value as T, place: file.root(root) } : undefined;
}

/** The first files are read with their nodes: a run that checks a single plan would pay for the start of both ways. */
const FIRST = 8;
let filesRead = 0;

/** A file in which nothing is to be remarked; its tree is made when a place in it is asked for. */
function quickly<T>(kind: Kind, file: SourceFile, problems: Problems): ReadDocument<T> | undefined {
  const { people, limits } = problems;
  // Names that are to be replaced are gathered by the reader of nodes; what is recalled was read under the usual limits.
  if (people || limits.depth < STANDARD_LIMITS.depth || limits.text < LONGEST) return undefined;
  const tape = scanPlainYaml(file.text, true);
  const value = tape && valuesOf(file, tape, rootShape(kind), problems);
  if (value === undefined || !accepts[kind](value, true)) return undefined;
  const root = () => {
    const node = parsePlainYaml(file.text, true)!;
    new Reader(file, new Problems(undefined, limits)).read(node, rootShape(kind));
    return node;
  };
  return { value: value as T, place: file.rootLater(root) };
}

/**
 * Whether a text has no more lines and items than the limit. Looked for before it is read, since a file that is nothing but
 * commas takes a hundred times its size to read; what is shorter than the limit is not looked at.
 */
function isCountable(text: string, most: number): boolean {
  if (text.length <= most) return true;
  let values = 0;
  for (let at = 0; at < text.length && values <= most; at++) {
    const char = text.charCodeAt(at);
    if (char >= BEGINS.length || BEGINS[char] === 0) continue;
    // A hyphen begins an item before a space alone; in dates and numbers it is what it is.
    if (BEGINS[char] === 1 || text.charCodeAt(at + 1) <= 32) values++;
  }
  return values <= most;
}

/** What lines, lists, maps and their items begin with: 1 always, 2 before a space. */
const BEGINS = new Uint8Array(128);
for (const char of '\n\r,[{') BEGINS[char.charCodeAt(0)] = 1;
for (const char of '-?') BEGINS[char.charCodeAt(0)] = 2;

async function parse(file: SourceFile, usual: boolean, problems: Problems): Promise<Node | undefined> {
  const { limits } = problems;
  // The quick reader goes no deeper than any usual limit; a stricter one is js-yaml's to keep.
  const quick = limits.depth < STANDARD_LIMITS.depth ? undefined : parsePlainYaml(file.text, usual);
  if (quick) return quick;
  // Hardly any file needs it, and it is a tenth of what a start would load.
  const { parseYaml, YamlSyntaxError } = await import('./yaml/full.ts');
  try {
    const { root, secondDocument } = parseYaml(file.text, limits);
    if (secondDocument !== undefined) problems.add('input/several-documents', mark(file, secondDocument), {});
    if (!root) {
      problems.unreadable = true;
      problems.add('input/syntax', file.place(0, 0), { problem: 'empty', detail: '' });
    }
    return root;
  } catch (error) {
    if (!(error instanceof YamlSyntaxError)) throw error;
    await (await import('./yaml/syntax.ts')).reportSyntax(file, error, problems);
    return undefined;
  }
}

/** The character at an offset; nothing but its place where the line ends there. */
function mark(file: SourceFile, offset: number): Place {
  const char = file.text[offset];
  const ends = char === undefined || char === '\n' || char === '\r';
  return file.place(offset, ends ? offset : offset + 1);
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

import type { Place } from '../../model/place.ts';
import { reportUnreadable } from '../files.ts';
import type { Problems } from '../problem.ts';
import { STANDARD_LIMITS } from '../size-limits.ts';
import type { SourceFile } from '../text/source.ts';
import { parseEverydayYaml } from './everyday.ts';
import type { Node } from './node.ts';

/** The tree of a YAML text; undefined where it is none or empty, which is reported. */
export async function parse(file: SourceFile, problems: Problems): Promise<Node | undefined> {
  const { limits } = problems;
  if (!isCountable(file.text, limits.values)) {
    reportUnreadable(file.path, 'too-many-values', problems);
    return undefined;
  }
  // The scanner of everyday YAML goes no deeper than the standard limit; a stricter one is js-yaml's to keep.
  const everyday = limits.depth < STANDARD_LIMITS.depth ? undefined : parseEverydayYaml(file.text);
  if (everyday) return everyday;
  // Hardly any file needs js-yaml, and it is a tenth of what a start would load.
  const { parseYaml, YamlSyntaxError } = await import('./full.ts');
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
    await (await import('./syntax.ts')).reportSyntax(file, error, problems);
    return undefined;
  }
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

/** The character at an offset; nothing but its place where the line ends there. */
function mark(file: SourceFile, offset: number): Place {
  const char = file.text[offset];
  const ends = char === undefined || char === '\n' || char === '\r';
  return file.place(offset, ends ? offset : offset + 1);
}

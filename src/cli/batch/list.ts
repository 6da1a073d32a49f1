import { decode } from '../../read/text/decode.ts';
import type { Options, Session } from '../session.ts';
import { typedPath } from '../system.ts';
import { UsageError } from '../usage-error.ts';

const LF = 10;

/** `--files-from`: a list of paths, a line each, in any encoding that plans may have. @throws {UsageError} where it is no text, or names none */
export async function pathsFrom(file: Options[string], session: Session): Promise<string[]> {
  if (typeof file !== 'string') return [];
  const bytes = await session.readInput(file);
  // `find -print0` ends paths with NUL, which no text file holds.
  const asText = decode(bytes);
  const decoded = 'text' in asText ? asText : decode(bytes.map(byte => byte || LF));
  if (!('text' in decoded)) throw new UsageError(session.texts.batch.noList(file));
  const paths = decoded.text
    .split(/[\r\n]+/)
    // Explorer copies a path with quotes around it.
    .map(line => line.trim().replace(/^"(.*)"$/, '$1'))
    .filter(line => {
      const isDrive = isWholeDrive(line);
      if (isDrive) session.tell(`plan: ${session.texts.batch.wholeDrive(line)}\n`);
      return line !== '' && !isDrive;
    })
    .map(line => typedPath(line, session.io.system).path);
  // Without a path the folder in which the command runs would be searched.
  if (paths.length === 0) throw new UsageError(session.texts.batch.emptyList(file));
  return paths;
}

/** A root, or a pattern for all that is in it, as a list that was cut in the wrong place has them: with either separator. */
function isWholeDrive(line: string): boolean {
  const [first = '', ...names] = line.split(/[\\/]/);
  const isRoot = first === '' ? names.length > 0 : /^[a-z]:$/i.test(first);
  return isRoot && names.every(name => /^(\.{0,2}|\*+)$/.test(name));
}

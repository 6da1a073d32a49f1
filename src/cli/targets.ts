import type { Texts } from '../text/texts.ts';
import { basename } from '../values/path.ts';
import { BINARY, ENDINGS } from './formats.ts';
import type { Io } from './io.ts';
import { choiceOf } from './option-values.ts';
import { UsageError } from './usage-error.ts';

/** A format, and the file that it goes to; null for standard output. */
export interface Target<Format extends string> {
  format: Format;
  file: string | null;
}

/** The options that say what is written where. */
export interface OutputOptions {
  output?: string | undefined;
  format?: string | string[] | undefined;
}

/** What the run has of the world, and its sentences. */
interface Surroundings {
  io: Io;
  texts: Texts;
}

/**
 * What is written where: `-f text -f json=out.json`. A format without a file of its own goes to `-o`, whose ending decides where
 * no format is named. @throws {UsageError} for an ending or format that the command cannot make, and for what is no file
 */
export function targetsOf<Format extends string>(
  { format, output }: OutputOptions,
  allowed: readonly Format[],
  session: Surroundings,
): Target<Format>[] {
  const { errors } = session.texts.cli;
  if (output !== undefined) checkFile(output, session);
  const specs = format === undefined ? undefined : [format].flat();
  if (specs === undefined) {
    const byEnding = output === undefined ? undefined : formatByEnding(output, allowed, session);
    return [checked({ format: byEnding ?? allowed[0]!, file: output ?? null }, session)];
  }
  if (output !== undefined && specs.filter(spec => !spec.includes('=')).length > 1)
    throw new UsageError(errors.oneOutput(output));
  return specs.map(spec => {
    const at = spec.indexOf('=');
    const name = choiceOf(session.texts, '--format', at < 0 ? spec : spec.slice(0, at), allowed);
    const file = at < 0 ? output : spec.slice(at + 1);
    if (file === '') throw new UsageError(errors.emptyFile(name));
    if (at >= 0) checkFile(file!, session);
    return checked({ format: name, file: file ?? null }, session);
  });
}

/** The file of `-o` of a command that writes one kind of file. @throws {UsageError} for another ending */
export function outputFile(
  { output }: OutputOptions,
  format: keyof typeof ENDINGS,
  session: Surroundings,
): string | undefined {
  if (output === undefined) return undefined;
  checkFile(output, session);
  formatByEnding(output, [format], session);
  return output;
}

/** What a file is called by its ending, whatever its case; undefined where it has none. */
const endingOf = (file: string): string | undefined =>
  /\.([a-z][a-z0-9]{0,9})$/i.exec(basename(file))?.[1]?.toLowerCase();

const endingsOf = (format: string): readonly string[] => ENDINGS[format] ?? [];

function formatByEnding<Format extends string>(
  file: string,
  allowed: readonly Format[],
  { texts }: Surroundings,
): Format | undefined {
  const ending = endingOf(file);
  if (ending === undefined) return undefined;
  const format = allowed.find(name => endingsOf(name).includes(ending));
  if (format !== undefined) return format;
  const known = allowed.flatMap(name => endingsOf(name).slice(0, 1)).map(each => `.${each}`);
  throw new UsageError(texts.cli.errors.unknownEnding(file, known, ending));
}

function checkFile(file: string, { io, texts }: Surroundings): void {
  const { errors } = texts.cli;
  if (file === '-') throw new UsageError(errors.noDash);
  if (/[/\\]$/.test(file) || io.files.kind(file) === 'directory') throw new UsageError(errors.isFolder(file));
}

/** A format that is no text needs a file, and its own ending: nothing else opens it. */
function checked<Format extends string>(target: Target<Format>, { texts }: Surroundings): Target<Format> {
  const { format, file } = target;
  const { errors } = texts.cli;
  if (file === null) {
    if (BINARY.includes(format)) throw new UsageError(errors.needsFile(format, endingsOf(format)[0]!));
    return target;
  }
  // A format that is named may go into a file of any name, but not of another format's where either is no text.
  const ending = endingOf(file);
  const belongs = Object.keys(ENDINGS).find(name => endingsOf(name).includes(ending ?? ''));
  if (belongs !== undefined && belongs !== format && (BINARY.includes(format) || BINARY.includes(belongs)))
    throw new UsageError(errors.otherEnding(format, file, endingsOf(format)[0]));
  return target;
}

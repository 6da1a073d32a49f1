import { commandsOf } from '../cli/commands.ts';
import { failureText } from '../cli/failure.ts';
import { type Options, Session } from '../cli/session.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { type InputFile, pageFiles, pageIo } from './memory.ts';

/** What a command did: its exit code (README, exit codes), what it printed, and the files as they are behind it. */
export interface Done {
  code: number;
  out: string;
  err: string;
  files: InputFile[];
  /** those that it wrote or changed */
  written: InputFile[];
}

/**
 * Runs a command of the tool on the files of the page: the very code that `plan NAME` runs, so that the page can say nothing
 * else than the command line. Never throws for what a user can bring about.
 */
export async function runCommand(
  name: string,
  args: readonly string[],
  options: Options,
  files: readonly InputFile[],
  language: Language,
): Promise<Done> {
  const texts = await loadTexts(language);
  const memory = pageFiles(files);
  const before = new Map(memory.all().map(({ path, bytes }) => [path, bytes]));
  const { io, said } = pageIo(memory);
  const command = commandsOf(texts).find(each => each.name === name);
  if (!command) throw new RangeError(name);
  let code: number;
  try {
    code = await command.run(
      new Session(io, texts, { lang: language, color: false, ...options }),
      args,
      options,
    );
  } catch (error) {
    code = 2;
    said.err += `${failureText(error, texts)}\n`;
  }
  const all = memory.all();
  return { code, ...said, files: all, written: all.filter(({ path, bytes }) => before.get(path) !== bytes) };
}

/** A hostile input, the commands that meet it, and what they may answer. */
export interface Attack {
  group: string;
  name: string;
  /** puts it into an empty folder, in which the commands then run */
  make(folder: string): unknown;
  /** command lines, each run by itself; the language is put before them */
  argv: string[][];
  /** what every answer says, in either language */
  says?: RegExp;
  /** what comes by standard input */
  stdin?(): string | Uint8Array;
  /** a file or device that standard input is */
  stdinFile?: string;
  /** megabytes: run in a process of its own */
  heavy?: boolean;
  /** it may be as good as it looks: exit code 0 is an answer */
  mayPass?: boolean;
}

export const attacks: readonly Attack[];
/** What a terminal would obey: colours, titles, the clipboard, links, a bell, C1 controls, overwriting, direction. */
export const ESCAPES: string;
/** What is wrong with an answer to an attack; undefined where nothing is. */
export function faultIn(
  attack: Pick<Attack, 'says' | 'mayPass'>,
  answer: { code: number | string | null; out: string; err: string },
): string | undefined;

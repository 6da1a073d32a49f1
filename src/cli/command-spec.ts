import type { Options, Session } from './session.ts';

/** A command of the tool as `--help` shows it, and what it runs. */
export interface CommandSpec {
  name: string;
  texts: { summary: string; description: string; epilogue: string };
  /** each with what it is, in commander's spelling: `[path]`, `<file>`, `[path...]` */
  arguments: readonly (readonly [spelling: string, text: string])[];
  /** likewise; `many`: it may be given several times, its values are a list */
  options: readonly (readonly [spelling: string, text: string, kind?: 'many'])[];
  /** it reads plans and shows what stands in them: `--redact` is understood */
  shows?: boolean;
  /** it makes a folder, which is its argument: `--output` is nothing to it */
  makesFolder?: boolean;
  /** The exit code. What it runs is loaded only now, so that a command costs nothing to the others. */
  run(session: Session, args: readonly (string | undefined)[], options: Options): Promise<number>;
}

import { completionScript, SHELLS } from '../../office/completion.ts';
import type { CommandSpec } from '../command-spec.ts';
import { commonOptions, globalOptions, HELP_OPTION } from '../common-options.ts';
import { choiceOf } from '../option-values.ts';
import { EXIT, type Session } from '../session.ts';

/** `plan completion SHELL`: a script by which the shell completes commands and options. */
export async function runCompletion(
  session: Session,
  shell: string,
  commands: readonly CommandSpec[],
): Promise<number> {
  const chosen = choiceOf(session.texts, session.texts.cli.completion.shellName, shell, SHELLS);
  const words = commands.map(spec => ({
    name: spec.name,
    summary: spec.texts.summary,
    options: [
      ...spec.options,
      ...commonOptions(session.texts, spec),
      ...globalOptions(session.texts),
      [HELP_OPTION],
    ].flatMap(([spelling]) => /--[a-z-]+/.exec(spelling!)?.[0] ?? []),
  }));
  await session.emit(() => completionScript(chosen, words));
  return EXIT.ok;
}

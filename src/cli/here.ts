import { displayWidth } from '../output/layout/width.ts';
import { COUNTY_FILES } from '../read/file-names.ts';
import type { Files } from '../read/files.ts';
import { locatePlan } from '../read/plan/locate.ts';
import { keysIn } from '../text/keys.ts';
import type { Texts } from '../text/texts.ts';

/** What `plan` alone says: what can be done in this folder now, with the commands to type. */
export async function nextCommands(files: Files, { cli, rules, language }: Texts): Promise<string> {
  const { here } = cli;
  const lines = (commands: readonly [command: string, what: string][]) => {
    const width = Math.max(...commands.map(([command]) => displayWidth(command)));
    return commands.map(
      ([command, what]) => `  ${command}${' '.repeat(width - displayWidth(command) + 2)}${what}`,
    );
  };
  const all = `\n${here.all}\n`;
  if (COUNTY_FILES.some(name => files.kind(name) === 'file'))
    return `${[here.county, ...lines(here.countyCommands)].join('\n')}\n${all}`;
  const located = await locatePlan('.', files);
  if (!('reason' in located)) return `${[here.plan, ...lines(here.planCommands)].join('\n')}\n${all}`;
  const { message, remedy } = rules['input/unreadable'];
  const args = { path: '.', reason: located.reason, ...(located.next && { next: located.next }) };
  return `${here.nothing(message(args))}\n  ${remedy(args, keysIn(language))}\n${all}`;
}

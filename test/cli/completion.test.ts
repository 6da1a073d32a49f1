import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandsOf } from '../../src/cli/commands.ts';
import { SHELLS } from '../../src/office/completion.ts';
import { texts as zh } from '../../src/text/zh/index.ts';
import { runPlan } from '../support/io.ts';

describe('plan completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])(
    'for %s names every command and its options',
    async shell => {
      const { code, out } = await runPlan(['completion', shell]);
      expect(code).toBe(0);
      for (const word of ['import', 'export', 'checklist', 'save-map', 'max-warnings'])
        expect(out).toContain(word);
    },
  );

  it('completes in bash', async () => {
    const { out } = await runPlan(['completion', 'bash']);
    const complete = (...words: string[]) =>
      execFileSync(
        'bash',
        [
          '-c',
          `${out}\nCOMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _plan; echo "\${COMPREPLY[@]}"`,
        ],
        {
          encoding: 'utf8',
        },
      ).trim();
    expect(complete('plan', 'imp')).toBe('import');
    expect(complete('plan', 'import', '--save')).toBe('--save-map');
    expect(complete('plan', 'help', 'expl')).toBe('explain');
  });

  it('knows no other shell', async () => {
    expect(await runPlan(['completion', 'cmd'])).toMatchObject({ code: 2 });
  });
});

/** The long options in the help of a command, each with what it says of them. */
async function optionsOf(command: string, lang: 'zh' | 'en'): Promise<Map<string, string>> {
  const { out } = await runPlan([command, '--help', '--lang', lang], { columns: 400 });
  const lines = out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)(?: [<[].+?[>\]])? {2,}(.*)$/gm);
  return new Map([...lines].map(([, option, text]) => [option!, text!]));
}

describe.each(commandsOf(zh).map(({ name }) => name))('plan %s', command => {
  it('has a line for every option in both languages', async () => {
    const [chinese, english] = [await optionsOf(command, 'zh'), await optionsOf(command, 'en')];
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [option, text] of chinese)
      expect([option, text]).toEqual([option, expect.stringMatching(/\p{Script=Han}/u)]);
    for (const [option, text] of english)
      expect([option, text]).toEqual([option, expect.stringMatching(/^[A-Za-z]/)]);
  });

  it('has each option that it understands completed, and no other', async () => {
    const understood = [...(await optionsOf(command, 'zh')).keys()]
      .filter(option => option !== '--version')
      .sort();
    expect(understood).toContain('--as-of');
    const scripts = await Promise.all(SHELLS.map(async shell => (await runPlan(['completion', shell])).out));
    const of: Record<string, RegExp> = {
      bash: new RegExp(`^ +${command}\\) options='(.*)' ;;$`, 'm'),
      zsh: new RegExp(`^ +${command}\\) compadd -- (.*) ;;$`, 'm'),
      powershell: new RegExp(`^ +'${command}' = '(.*)'$`, 'm'),
    };
    for (const [index, shell] of SHELLS.entries()) {
      const completed = of[shell]
        ? of[shell].exec(scripts[index]!)![1]!.split(' ')
        : [...scripts[index]!.matchAll(new RegExp(`_from ${command}' -l (\\S+)`, 'g'))].map(
            ([, name]) => `--${name}`,
          );
      expect(completed.sort(), shell).toEqual(understood);
    }
  });
});

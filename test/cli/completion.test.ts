import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
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

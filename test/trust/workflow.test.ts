import { expect, it } from 'vitest';
import { markup } from '../output/findings/support.ts';
import { names, planWith } from '../support/hostile.ts';
import { runPlan } from '../support/io.ts';
import { thorough } from '../support/runs.ts';

// GitHub Actions obeys lines of what a program prints, a terminal obeys sequences in it, and both show Markdown: whatever somebody
// is called.

/** What a terminal obeys, and what turns the order of a line round. */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/;

const COMMANDS: string[][] = [
  ['check', '-', '-f', 'text'],
  ['check', '-', '--summary', '-f', 'text'],
  ['check', '-', '--concise', '-f', 'text'],
  ['check', '-', '-f', 'markdown'],
  ...['report', 'schedule', 'checklist', 'document'].flatMap(command => [
    [command, '-'],
    [command, '-', '-f', 'markdown'],
  ]),
  ['report', '-', '--statistics'],
  ['document', '-', '--red-head'],
  ['checklist', '-', '--by', 'step'],
  ['checklist', '-', '--by', 'slot'],
  ['notice', '-', '--from', '2016-06-13'],
  ['select', '-'],
  ['select', '-', '--resilience'],
  ...[
    'overview',
    'roster',
    'record',
    'filing',
    'opinions',
    'talks',
    'notice-result',
    'letter',
    'training',
  ].map(kind => ['paper', kind, '-']),
  ...['structure/not-met', 'reserve/too-few', 'quota/unfilled'].flatMap(code => [
    ['explain', code, '-'],
    ['explain', code, '-', '-f', 'markdown'],
  ]),
];

/** Names that begin a line with a command wherever they stand, or after a break of their own. */
const LINES: [string, string][] = [
  ['stop', '::stop-commands::x'],
  ['error', '一\n::error file=x::伪造'],
  ['mask', '二\r\n##[add-mask]甲'],
  ['blanks', '　  ::warning::三'],
  ['separators', '四\u2028::error::x\u0085::error::y\v::error::z'],
  ['long', `${'长'.repeat(38)} ::error::x`],
  ['link', '[点这里](http://example.org) <http://example.org> http://example.org'],
  ['osc', '\u001b]8;;http://example.org\u0007点\u001b]8;;\u0007\u009b31m\u202e'],
];

const cases = [...(thorough ? names : []), ...LINES].map(([key, name], turn) => [key, name, turn] as const);

it.each(cases)('a name like %s is no command to GitHub', async (_key, name, turn) => {
  // Of four commands one, and with the next name another; in a long run all.
  for (const args of COMMANDS.filter((_, index) => thorough || index % 4 === turn % 4)) {
    const { out, err } = await runPlan(args, {
      stdin: planWith(name, args[0] !== 'check'),
      env: { GITHUB_ACTIONS: 'true' },
    });
    for (const text of [out, err]) {
      const obeyed = text.split('\n').filter(line => /^[\s│|]*::/.test(line));
      expect(obeyed, args.join(' ')).toEqual([]);
      expect(text, args.join(' ')).not.toContain('##[');
      expect(text, args.join(' ')).not.toMatch(OBEYED);
    }
    if (args[0] !== 'explain' || !args.includes('markdown')) continue;
    const prose = out.replace(/```[\s\S]*?```/g, '').replaceAll('<br>', '');
    expect(markup(prose), args.join(' ')).not.toMatch(/<|!?\[|\]\(|https?:/);
  }
});

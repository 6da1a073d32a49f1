import { expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

// A column of another meaning may be taken for the names: numbers of rows, words. Hiding them must change neither figures nor keys.

const plan = (name: string, contact: string) =>
  JSON.stringify({
    year: 2025,
    organization: { name: '某镇党委' },
    quota: { total: 2, categories: [{ id: 'k', name: '农民', count: 2 }] },
    structure: [{ id: 'w', name: '女党员', where: { gender: 'female' }, min: '50%' }],
    candidates: [
      { id: 'c1', name, gender: 'male', category: 'k', slot: 'k-1', role: 'nominee', contacts: [contact] },
      { id: 'c2', name: '李四', gender: 'male', category: 'k', slot: 'k-2', role: 'nominee' },
    ],
  });

/** What a program reads besides texts: everything that is no sentence about somebody. */
const figures = (out: string) =>
  JSON.parse(out, (key, value) =>
    ['message', 'remedy', 'args', 'name', 'people', 'names'].includes(key) ? undefined : value,
  );

for (const name of ['1', '2025', '50', '2.5', 'true', 'null', 'fail', 'error', 'an', 'e', '50%'])
  it.each([
    ['check', 'json'],
    ['check', 'sarif'],
    ['select', 'json'],
    ['checklist', 'json'],
  ])(`a name ${name} that is none changes nothing in what %s prints as %s`, async (command, format) => {
    const shown = async (...more: string[]) => {
      const args = [command, '-', '-f', format, '--as-of', '2025-06-01', ...more];
      const { out } = await runPlan(args, { stdin: plan(name, name) });
      return figures(out);
    };
    expect(await shown('--redact')).toEqual(await shown());
  });

it('a name in Latin letters is hidden where it is a word, and leaves other words alone', async () => {
  const stdin = plan('Ann', 'Wang Wei').replace('女党员', 'Ann、Annual、Wang  Wei');
  const { out } = await runPlan(['report', '-', '--redact', '--lang', 'zh'], { stdin });
  expect(out).toContain('人员01、Annual、党员01');
});

it('what the parser quotes of a broken file is left out', async () => {
  const { out } = await runPlan(['check', '-', '--redact', '-f', 'json'], {
    stdin: 'year: 2025\ncandidates: [{ name: 王庄 }]\ntimeline: [ *王庄 ]\n',
  });
  expect(out).toContain('input/syntax');
  expect(out).not.toContain('王庄');
});

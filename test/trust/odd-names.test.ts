import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_FORMATS, REPORT_FORMATS } from '../../src/cli/formats.ts';
import { formats } from '../../src/output/findings/index.ts';
import { runPlan } from '../support/io.ts';
import { some } from '../support/runs.ts';

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

for (const name of some(['1', '2025', 'fail', 'true', '50', 'an', '2.5', 'null', 'error', '50%', 'e'], 2))
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

describe('hidden, it does not matter what somebody is called', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'plan-odd-'));
    writeFileSync(join(cwd, 'county.yaml'), 'year: 2025\norganization: { name: 某县委组织部 }\n');
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  // Xlsx is made of data alone, which pass.
  const commands = [
    ...formats.map(format => ['check', 'plan.yaml', '-f', format]),
    ...REPORT_FORMATS.filter(format => !/x$/.test(format)).map(format => [
      'report',
      'plan.yaml',
      '-f',
      format,
    ]),
    ['schedule', 'plan.yaml', '-f', 'ics'],
    ...BATCH_FORMATS.filter(format => !/x$/.test(format)).map(format => [
      ...['batch', '.', '--no-cache', '--statistics', '-f', format],
    ]),
  ];
  /** Somebody too young, in lines: what stands at a name or behind it would have its place from the name's length. */
  const shown = async (name: string) => {
    const tooYoung = JSON.parse(plan(name, '李国强'));
    tooYoung.candidates[0].birth = '2010-01-01';
    tooYoung.timeline = [{ id: 'notice', name: '公示', kind: 'notice', from: '2025-06-16', duration: '5wd' }];
    writeFileSync(join(cwd, 'plan.yaml'), JSON.stringify(tooYoung, null, 2));
    const outputs: Record<string, string> = {};
    for (const args of commands) {
      const options = ['--redact', '--lang', 'zh', '--as-of', '2025-06-01'];
      outputs[args.join(' ')] = (await runPlan([...args, ...options], { cwd })).out;
    }
    return outputs;
  };

  it.each(some(['error', 'BEGIN', 'td', 'fail', 'pass', 'class', 'testcase', 'pending', 'whole'], 5))(
    '%s',
    async name => {
      const usual = await shown('王庄');
      const odd = await shown(name);
      expect(usual['report plan.yaml -f html']).toContain('人员01');
      expect(Object.keys(usual).filter(command => odd[command] !== usual[command])).toEqual([]);
    },
  );
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

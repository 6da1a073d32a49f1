import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, limitsFrom, STANDARD_LIMITS } from '../../src/read/size-limits.ts';
import { parseEverydayYaml } from '../../src/read/yaml/everyday.ts';
import { parseYaml, YamlSyntaxError } from '../../src/read/yaml/full.ts';
import { runPlan } from '../support/io.ts';
import { some, thorough } from '../support/runs.ts';
import { type Attack, attacks, faultIn } from './attacks.js';
import suite from './yaml-suite.json' with { type: 'json' };

const BIN = resolve('bin/plan.js');

let top = '';
/** where the commands run; what an attack writes above it is taken away as well */
let folder = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'plan-torture-'));
  folder = join(top, 'f');
  mkdirSync(folder);
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

/** The command in this process; what never ends is ended by the time that a test has. */
async function answer(args: string[], lang: string, stdin?: string | Uint8Array) {
  const { code, out, err } = await runPlan(args.includes('--lang') ? args : ['--lang', lang, ...args], {
    cwd: folder,
    ...(stdin !== undefined && { stdin }),
  });
  return { code, out, err };
}

/** What there is very much of: many such inputs meet the same limits, so these take turns. */
const isMuch = ({ name }: Attack) => /^\d+,000 /.test(name);
const light = attacks.filter(({ heavy }) => !heavy);
const tried = [...light.filter(attack => !isMuch(attack)), ...some(light.filter(isMuch), 2)];

describe('hostile inputs are answered', () => {
  for (const [turn, attack] of tried.entries())
    it(`${attack.group}: ${attack.name}`, async () => {
      attack.make(folder);
      // Commands and languages by turns, and in a long run all of them.
      const asked = attack.argv.flatMap((args, index) =>
        (index === 0 ? ['zh', 'en'] : ['zh']).map(lang => [args, lang] as const),
      );
      for (const [index, [args, lang]] of asked.entries())
        if (thorough || index === turn % asked.length)
          expect(faultIn(attack, await answer(args, lang, attack.stdin?.())), `${lang} ${args}`).toBe(
            undefined,
          );
    });
});

/** The heavy ones are left to test/nightly/torture.js, but for some that are answered soon. */
const IN_LITTLE_MEMORY = [
  '/dev/zero as standard input',
  'one key of 19 MB',
  '1,000,000 elements ([1, 1, …])',
];

describe('in a process with 300 MB', () => {
  for (const name of some(IN_LITTLE_MEMORY, 3))
    it(name, () => {
      const attack = attacks.find(each => each.name === name) as Attack;
      attack.make(folder);
      const [args] = attack.argv as [string[]];
      const { stdout, stderr, status, signal } = spawnSync(
        'bash',
        ['-c', `exec "$0" --max-old-space-size=300 "$@" < ${attack.stdinFile ?? '/dev/null'}`].concat(
          process.execPath,
          BIN,
          ...args,
        ),
        { cwd: folder, env: { PATH: process.env.PATH, PLAN_LANG: 'zh' }, encoding: 'utf8', timeout: 240_000 },
      );
      expect(faultIn(attack, { code: signal ?? status, out: stdout, err: stderr })).toBe(undefined);
    });
});

describe('the YAML test suite', () => {
  const cases = suite.cases as [id: string, text: string, wrong?: string][];

  it('is whole', () => {
    expect(cases).toHaveLength(406);
    expect(cases.filter(([, , wrong]) => wrong)).toHaveLength(94);
  });

  it('has no case that is a plan, and each is told so in words', async () => {
    for (const [id, text] of some(cases, 12)) {
      writeFileSync(join(folder, 'plan.yaml'), text);
      expect(faultIn({}, await answer(['check'], 'zh')), id).toBe(undefined);
    }
    for (const [id, text] of some(cases, 40)) {
      writeFileSync(join(folder, 'plan.yaml'), text);
      expect(faultIn({}, await answer(['check'], 'en')), id).toBe(undefined);
    }
  });

  it('has no case that candidates, timelines, packs and counties cannot meet', async () => {
    writeFileSync(
      join(folder, 'plan.yaml'),
      'year: 2016\norganization: { name: 某镇党委 }\ncandidates: x.yaml\ntimeline: x.yaml\nrules: { packs: [x.yaml] }\n',
    );
    for (const [id, text] of some(cases, 30)) {
      writeFileSync(join(folder, 'x.yaml'), text);
      writeFileSync(join(folder, 'county.yaml'), text);
      expect(faultIn({}, await answer(['check'], 'zh')), id).toBe(undefined);
      expect(faultIn({}, await answer(['batch', '--no-cache', '.'], 'zh')), id).toBe(undefined);
    }
  });

  it('is read alike by both readers, and what is wrong is read by none', () => {
    const accepted: string[] = [];
    for (const [id, text, wrong] of cases) {
      const plain = parseEverydayYaml(text);
      try {
        const full = parseYaml(text).root;
        if (plain) expect(plain, id).toEqual(full);
        if (wrong) accepted.push(id);
      } catch (error) {
        expect(error, id).toBeInstanceOf(YamlSyntaxError);
        expect(plain, id).toBe(undefined);
      }
    }
    expect(accepted).toEqual([]);
  });
});

describe('limits', () => {
  const plan = (content: string) => writeFileSync(join(folder, 'plan.yaml'), content);
  const check = (env: Record<string, string>) => runPlan(['check', '--lang', 'zh'], { cwd: folder, env });

  it('are raised by the variable that the finding names', async () => {
    plan(`year: 2016\nnarrative: [{ heading: 要求, text: ${'字'.repeat(10_001)} }]\n`);
    const before = await check({});
    expect(before.out).toContain('超过 10000 字');
    expect(before.out).toContain('PLAN_MAX_TEXT');
    expect((await check({ PLAN_MAX_TEXT: '20000' })).out).not.toContain('PLAN_MAX_TEXT');
  });

  it.each([
    ['PLAN_MAX_FILE_MB', '1', `year: 2016\n# ${'x'.repeat(1_000_000)}\n`, '超过 1 MB'],
    [
      'PLAN_MAX_DEPTH',
      '3',
      'year: 2016\nquota: { categories: [{ where: { any: [{ age: 1 }] } }] }\n',
      '超过 3 层',
    ],
    ['PLAN_MAX_VALUES', '50', `year: 2016\n${'# \n'.repeat(60)}`, '超过 50 行、项'],
    ['PLAN_MAX_ITEMS', '2', 'year: 2016\nmaterials: [1, 2, 3]\n', '最多 2 项'],
    ['PLAN_MAX_TEXT', '4', 'year: 2016\norganization: { name: 某镇党委会 }\n', '超过 4 字'],
    ['PLAN_MAX_PROBLEMS', '2', 'a: 1\nb: 1\nc: 1\n', '超过 2 处'],
  ])('%s lowers one', async (variable, value, content, says) => {
    plan(content);
    const { code, out } = await check({ [variable]: value });
    expect(out).toContain(says);
    expect(out).toContain(variable);
    expect(code).toBeGreaterThan(0);
  });

  it('of a table', async () => {
    writeFileSync(join(folder, '名册.csv'), `姓名,性别\n${'张三,女\n'.repeat(5)}`);
    const run = (env: Record<string, string>) =>
      runPlan(['import', '名册.csv', '--lang', 'zh', '--force'], { cwd: folder, env });
    expect((await run({})).code).toBe(0);
    const { code, err } = await run({ PLAN_MAX_ROWS: '4' });
    expect(code).toBe(2);
    expect(err).toContain('超过 4 行');
    expect(err).toContain('PLAN_MAX_ROWS');
  });

  it('of the folders that are searched', async () => {
    const deep = join(folder, ...Array<string>(4).fill('d'));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'plan.yaml'), 'year: 2016\n');
    const run = (env: Record<string, string>) =>
      runPlan(['batch', '--no-cache', '--lang', 'zh', '.'], { cwd: folder, env });
    expect((await run({})).out).toContain('d/d/d/d');
    expect((await run({ PLAN_MAX_FOLDERS: '3' })).out).not.toContain('d/d/d/d');
  });

  it.each(['0', '-1', 'x', '1e3', '999999999', '1.5'])('that are none are refused: %s', async value => {
    const { code, err } = await check({ PLAN_MAX_FILE_MB: value });
    expect(code).toBe(2);
    expect(err).toContain('PLAN_MAX_FILE_MB');
  });

  it('stand in both READMEs with their standards, which are below what is possible', () => {
    const readmes = ['README.md', 'README.zh.md'].map(file => readFileSync(file, 'utf8'));
    for (const [name, { variable, standard, most }] of Object.entries(LIMITS)) {
      for (const readme of readmes) expect(readme).toContain(`| \`${variable}\` | ${standard} |`);
      expect(standard, name).toBeLessThanOrEqual(most);
      expect(STANDARD_LIMITS[name as keyof typeof LIMITS]).toBe(standard);
    }
    expect(limitsFrom({ PLAN_MAX_DEPTH: '' })).toEqual(STANDARD_LIMITS);
  });
});

it('two requirements with the same fault are both told of', async () => {
  const requirement = (id: string) =>
    `  - { id: ${id}, name: 女党员, where: { gender: female }, min: 1, max: 2 }\n`;
  writeFileSync(
    join(folder, 'plan.yaml'),
    `year: 2016\norganization: { name: 某镇党委 }\nquota: { total: 9 }\nstructure:\n${requirement('a')}${requirement('b')}`,
  );
  const { code, out } = await answer(['check', '-f', 'json'], 'zh');
  const { findings } = JSON.parse(out).plans[0] as { findings: { code: string; line: number }[] };
  expect(findings.filter(each => each.code === 'input/schema').map(({ line }) => line)).toEqual([5, 6]);
  expect(code).toBe(1);
});

it('a folder that may not be entered is told of, where one is not root', async () => {
  symlinkSync('loop', join(folder, 'loop'));
  const { code, out } = await answer(['check', 'loop'], 'zh');
  expect(code).toBe(2);
  expect(out).toContain('不是普通文件');
});

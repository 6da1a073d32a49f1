import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// As programs get it: the built package, with its declarations.
import { type CheckOptions, check, type Result, version } from '../../dist/index.cjs';
import { runPlan } from '../support/io.ts';
import { thorough } from '../support/runs.ts';

let folder: string;
let packed: { filename: string; files: { path: string }[] };
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-package-'));
  mkdirSync(join(folder, 'node_modules'));
  [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  );
  execFileSync('tar', ['-xzf', packed.filename], { cwd: folder });
  symlinkSync(join(folder, 'package'), join(folder, 'node_modules/fazhan-plan'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the library', () => {
  const options: CheckOptions = { asOf: '2016-06-01', lang: 'en' };

  it('gives what plan check -f json prints', async () => {
    const result: Result = await check(['examples/township-2016', 'nowhere'], options);
    const { out } = await runPlan([
      ...['check', 'examples/township-2016', 'nowhere', '-f', 'json', '--lang', 'en'],
    ]);
    expect(result).toEqual(JSON.parse(out));
    expect(result.tool.version).toBe(version);
    expect(result.plans.map(({ verdict }) => verdict)).toEqual(['pass', 'unreadable']);
  });

  it('names nobody when told to', async () => {
    const result = await check('examples/township-2016', { ...options, redact: true });
    expect(JSON.stringify(result)).not.toContain('古丽');
  });

  it('refuses what is no day and no language', async () => {
    await expect(check('.', { asOf: '2016-02-30' })).rejects.toThrow(RangeError);
    await expect(check('.', { lang: 'fr' as 'en' })).rejects.toThrow(RangeError);
  });

  it('is found by its name in the packed file, by import and by require, and says nothing', () => {
    writeFileSync(
      join(folder, 'program.mjs'),
      `import { check } from 'fazhan-plan';
       import { createRequire } from 'node:module';
       const required = createRequire(import.meta.url)('fazhan-plan');
       for (const each of [check, required.check]) {
         const { plans } = await each(${JSON.stringify(resolve('examples/township-2016'))}, { asOf: '2016-06-01' });
         console.log(plans[0].verdict);
       }`,
    );
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'program.mjs')], {
      encoding: 'utf8',
    });
    expect([stdout, stderr]).toEqual(['pass\npass\n', '']);
  });
});

describe('the package', () => {
  it('holds what it needs and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const kinds = new Set(paths.map(path => path.split('/')[0]));
    expect([...kinds].sort()).toEqual([
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'README.zh.md', 'bin', 'dist', 'examples', 'package.json'],
      'schemas',
    ]);
    for (const path of [
      'dist/index.d.cts',
      'dist/plan.html',
      'schemas/result.schema.json',
      'schemas/README.zh.md',
    ])
      expect(paths).toContain(path);
    expect(paths.filter(path => /\.(ts|map|test\.|tgz)$/.test(path))).toEqual([]);
  });

  // Below, the packed file runs without npm. That npm links what package.json names is npm's own.
  it.runIf(thorough)(
    'runs by npx from the packed file, without a network or a word on the error stream',
    () => {
      const { status, stdout, stderr } = spawnSync(
        'npx',
        [
          ...['--yes', '--offline', '--package', join(folder, packed.filename), 'plan', 'check'],
          ...[resolve('examples/township-2016'), '-f', 'json', '--as-of', '2016-06-01'],
        ],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, npm_config_cache: join(folder, 'cache') } },
      );
      expect([status, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout).plans[0].verdict).toBe('pass');
    },
  );

  it('runs without anything beside it, without a word on the error stream, and brings the page along', () => {
    const { bin } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
    const program = join(folder, 'package', bin.plan);
    // npm links the program itself.
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    const ran = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      return { stdout, stderr };
    };
    if (thorough) {
      const result = ran('check', resolve('examples/township-2016'), '-f', 'json', '--as-of', '2016-06-01');
      expect(result.stderr).toBe('');
      expect(JSON.parse(result.stdout).plans[0].verdict).toBe('pass');
    }
    expect(ran('page', '-o', '核对.html', '--lang', 'zh')).toEqual({
      stdout: '',
      stderr: expect.stringMatching(/^已写入 核对\.html[^\n]*\n$/),
    });
    // Buffers compare in no time; toEqual takes ten seconds for as many bytes.
    expect(readFileSync(join(folder, '核对.html')).equals(readFileSync('dist/plan.html'))).toBe(true);
  });

  it('has no dependencies, and the licence of all that is bundled', () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync('package.json', 'utf8'),
    );
    expect({ dependencies, optionalDependencies, peerDependencies }).toEqual({});
    const licences = readFileSync('dist/LICENSES.txt', 'utf8');
    for (const name of ['commander', 'js-yaml', 'chalk', 'cli-table3', 'date-fns', 'docx', 'yalps', 'highs'])
      for (const line of [`^${name} \\d`, `^ +\\d+ kB  ${name} \\d`])
        expect(licences).toMatch(new RegExp(line, 'm'));
    // None that would bind a department which passes the tool on.
    const kinds = [...licences.matchAll(/^\S+ \d\S* \((.*)\)$/gm)].map(([, kind]) => kind);
    for (const kind of kinds)
      expect(kind).toMatch(/MIT|ISC|BSD|Apache-2\.0|0BSD|Unlicense|CC0|BlueOak-1\.0\.0/);
  });
});

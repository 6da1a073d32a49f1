import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  batch,
  check,
  checkFiles,
  importRoster,
  plansAmong,
  report,
  selectNominees,
} from '../src/library/core.ts';
import type { InputFile } from '../src/read/input-file.ts';
import { memoryFiles } from '../src/read/memory-files.ts';
import { runPlan } from './support/io.ts';

const AS_OF = { asOf: '2016-06-01' };

/** All files below a folder, as a page or a program has them at hand. */
function filesBelow(folder: string): InputFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => ({ path: path.replaceAll('\\', '/'), bytes: new Uint8Array(readFileSync(path)) }));
}

const examples = filesBelow('examples');

describe('files at hand', () => {
  it.each(readdirSync('examples').filter(name => statSync(join('examples', name)).isDirectory()))(
    'are judged as those on the disk: %s',
    async name => {
      const { out } = await runPlan(['check', `examples/${name}`, '-f', 'json']);
      expect(await check(memoryFiles(examples), [`examples/${name}`], AS_OF)).toEqual(JSON.parse(out));
    },
  );

  it('are searched for plans, the outermost first', async () => {
    const paths = ['b/plan.yaml', 'b/c/plan.yml', 'plan.yaml', 'a/plan.yaml', 'a/candidates.yaml'];
    const files = paths.map(path => ({ path, bytes: new TextEncoder().encode('year: 2016\n') }));
    expect(await plansAmong(files)).toEqual(['.', 'a', 'b', 'b/c']);
    const { plans } = await checkFiles(files, AS_OF);
    expect(plans.map(({ path }) => path)).toEqual(['.', 'a', 'b', 'b/c']);
  });

  it('are a file system: folders by their paths, one file by each of its names', () => {
    const bytes = new Uint8Array(3e6);
    const files = memoryFiles([
      { path: './甲镇//plan.yaml', bytes },
      { path: '甲镇/村/名册.xlsx', bytes },
    ]);
    expect(files.list('.')).toEqual([{ name: '甲镇', kind: 'directory' }]);
    expect(files.list('甲镇/')).toEqual([
      { name: 'plan.yaml', kind: 'file' },
      { name: '村', kind: 'directory' },
    ]);
    expect(files.kind('甲镇/村/../plan.yaml')).toBe('file');
    expect(files.kind('../甲镇')).toBeUndefined();
    expect(files.same('甲镇/.', '甲镇')).toBe(true);
    expect(files.read('甲镇/plan.yaml')).toBe(bytes);
    for (const [path, megabytes, reason] of [
      ['甲镇', 20, 'directory'],
      ['乙镇', 20, 'missing'],
      ['甲镇/plan.yaml', 2, 'too-large'],
    ] as const)
      expect(() => files.read(path, megabytes)).toThrow(reason);
  });
});

describe('the other commands', () => {
  const files = memoryFiles(examples);

  it('give what the command line writes', async () => {
    const path = 'examples/township-2016';
    const selected = await runPlan(['select', path, '-f', 'json', '--resilience']);
    expect(await selectNominees(files, path, { ...AS_OF, resilience: true })).toEqual(
      JSON.parse(selected.out),
    );
    const reported = await runPlan(['report', path, '-f', 'markdown']);
    expect(await report(files, path, { ...AS_OF, format: 'markdown' })).toBe(reported.out);
  });

  it.each([
    [['examples/county-2026'], ['--statistics', '--redact', '--lang', 'en']],
    [['examples/township-2016', 'examples/county-*/*乡'], []],
  ])('judge many plans together: %j %j', async (paths, options) => {
    const { out } = await runPlan(['batch', ...paths, '-f', 'json', '--no-cache', ...options], {
      now: '2026-05-06',
    });
    const result = await batch(files, paths, {
      asOf: '2026-05-06',
      lang: options.includes('en') ? 'en' : 'zh',
      redact: options.includes('--redact'),
      statistics: options.includes('--statistics'),
    });
    expect(result).toEqual(JSON.parse(out));
  });

  it('give nothing for what is no plan', async () => {
    expect(await selectNominees(files, 'nowhere', AS_OF)).toBeUndefined();
    expect(await report(files, 'nowhere', AS_OF)).toBeUndefined();
    expect((await batch(files, ['nowhere'], AS_OF)).plans).toEqual([]);
    await expect(check(files, ['.'], { asOf: '2016-02-30' })).rejects.toThrow(RangeError);
  });

  it('read rosters, and say what is none', async () => {
    const csv = new TextEncoder().encode('姓名,性别,出生年月\n古丽,女,1990.05\n买买提,难,1991.06\n');
    const rosters = memoryFiles([{ path: '名册.csv', bytes: csv }]);
    const { roster, findings } = await importRoster(rosters, '名册.csv', AS_OF);
    expect(roster?.candidates.map(({ name }) => name)).toEqual(['古丽', '买买提']);
    expect(findings.map(({ code, cell }) => [code, cell])).toEqual([['input/schema', '[Sheet1] B3']]);
    const missing = await importRoster(rosters, 'no.xlsx', AS_OF);
    expect(missing.roster).toBeUndefined();
    expect(missing.findings.map(({ code }) => code)).toEqual(['input/unreadable']);
  });
});

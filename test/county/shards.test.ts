import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan, type TestOptions } from '../support/io.ts';

const COUNTY = resolve(import.meta.dirname, '../../examples/county-2026');
const PARTS = ['1.ndjson', '2.ndjson', '3.ndjson'];

let cwd = '';
/** One run of the whole county, as JSON in `was.json` too. */
let whole = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-shards-'));
  cpSync(COUNTY, join(cwd, 'county'), { recursive: true });
  whole = (await batch(['county', '--as-of', '2026-05-06', '-f', 'json'])).out;
  writeFileSync(join(cwd, 'was.json'), whole);
  for (const [at, part] of PARTS.entries())
    await batch(['county', '--as-of', '2026-05-06', '--shard', `${at + 1}/3`, '--statistics', '-o', part]);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const batch = (args: string[], options: TestOptions = {}) =>
  runPlan(['batch', ...args, ...(args[0] === 'merge' ? [] : ['--no-cache'])], { cwd, ...options });
const merge = (args: string[] = [], options: TestOptions = {}) =>
  batch(['merge', ...PARTS, ...args], options);

const changed = (part: string, change: (header: Record<string, unknown>) => object) => {
  const [header = '', ...rows] = readFileSync(join(cwd, part), 'utf8').split('\n');
  writeFileSync(
    join(cwd, 'changed.ndjson'),
    [JSON.stringify({ ...JSON.parse(header), ...change(JSON.parse(header)) }), ...rows].join('\n'),
  );
};

describe('parts', () => {
  it('merge on another day and in another language than those in which they were made', async () => {
    for (const options of [{ now: '2027-01-01' }, { env: { PLAN_LANG: 'en' } }])
      expect((await merge(['-f', 'json'], options)).out).toBe(whole);
  });

  it('hold the statistics of all columns, of which merging may choose', async () => {
    const chosen = ['--columns', '大专,女', '-f', 'csv'];
    const whole = await batch(['county', '--as-of', '2026-05-06', ...chosen]);
    expect((await merge(chosen)).out).toBe(whole.out);
  });

  it('take --sort, --since and --reports as one run does', async () => {
    const more = ['--sort', 'urgency', '--since', 'was.json', '--reports-format', 'markdown'];
    const whole = await batch(['county', '--as-of', '2026-05-06', ...more, '--reports', 'pages']);
    expect((await merge([...more, '--reports', 'merged'])).out).toBe(whole.out);
    const pages = readdirSync(join(cwd, 'pages'));
    expect(pages).toHaveLength(25);
    expect(readdirSync(join(cwd, 'merged'))).toEqual(pages);
    for (const page of pages)
      expect(readFileSync(join(cwd, 'merged', page), 'utf8')).toBe(
        readFileSync(join(cwd, 'pages', page), 'utf8'),
      );
  });

  it.each([
    ['version', { version: '9.9.9' }, '程序版本不同：9.9.9，', '同一版本'],
    ['day', { asOf: '2026-05-07' }, '核对日期不同：2026-05-07，2026-05-06', '--as-of'],
    ['language', { language: 'en' }, '语言不同：en，zh', '--lang'],
    ['pseudonyms', { redacted: true }, '--redact', '都不加'],
    [
      'county',
      { county: '/data/county.yaml' },
      '县级文件的路径不同：/data/county.yaml，county/county.yaml',
      '路径',
    ],
    [
      'what stands in the county file',
      { countyFile: 'abc' },
      '县级文件的内容（校验值）不同：abc，',
      '重新生成',
    ],
    ['number of plans', { plans: 99 }, '单位数不同：99，22', '重新生成'],
    ['list of plans', { list: 'abc' }, '单位清单不同', '同样的路径'],
    ['key of the digests', { key: 'abc' }, 'PLAN_BATCH_KEY不同', '同样的 PLAN_BATCH_KEY'],
    ['columns', { columns: ['women'] }, '统计栏目不同：women，', '--columns'],
    ['number of parts', { shard: { number: 2, of: 4 } }, '4份中的一份', '3份中的一份'],
    ['part', { shard: { number: 1, of: 3 } }, '第 1/3 份', '去掉一份'],
  ])('of another %s are told by the value, and what to do', async (_what, change, told, remedy) => {
    changed('2.ndjson', () => change);
    const { err, code } = await batch(['merge', '1.ndjson', 'changed.ndjson', '3.ndjson']);
    expect(code).toBe(2);
    expect(err).toContain('changed.ndjson');
    expect(err).toContain(told);
    expect(err).toContain(remedy);
  });

  it('are held against what merging asks for, and against the county file as it is now', async () => {
    const day = await merge(['--as-of', '2026-05-09']);
    expect(day.err).toContain('核对日期不同：2026-05-06，2026-05-09');
    const language = await merge(['--lang', 'en']);
    expect(language.err).toContain('differ in the language: zh, en');
    const file = join(cwd, 'county/county.yaml');
    const text = readFileSync(file, 'utf8');
    // Written otherwise it is the same file; with another number it is not.
    writeFileSync(file, `\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect((await merge(['-f', 'csv'])).err).toBe('');
    writeFileSync(file, text.replace('held: 3', 'held: 4'));
    expect((await merge()).err).toContain('县级文件已经改过');
    rmSync(file);
    const { err, code } = await merge();
    writeFileSync(file, text);
    expect(err).toContain('找不到 county/county.yaml');
    expect(code).toBe(2);
  });

  it('know whether they were made with one key', async () => {
    await batch(['county', '--as-of', '2026-05-06', '--shard', '1/3', '--statistics', '-o', 'keyed.ndjson'], {
      env: { PLAN_BATCH_KEY: 'another' },
    });
    const { err } = await batch(['merge', 'keyed.ndjson', '2.ndjson', '3.ndjson']);
    expect(err).toContain('PLAN_BATCH_KEY不同');
    expect(err).not.toContain('another');
  });
});

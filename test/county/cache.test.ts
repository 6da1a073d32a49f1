import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';
import { some } from '../support/runs.ts';

let cwd = '';
const env = () => ({ PLAN_CACHE_DIR: join(cwd, 'cache') });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-cache-'));
  for (const name of ['a', 'b', 'c']) township(join(cwd, 'all', name));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const township = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'plan.yaml'),
    `year: 2016
organization: { name: 某镇党委 }
quota: { total: 2, categories: [{ id: farmer, name: 农牧民, count: 2 }] }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 1 }]
`,
  );
  writeFileSync(
    join(folder, 'candidates.yaml'),
    `candidates:
  - { id: c01, name: 阿依古丽, gender: female, birth: 1990-05-03, category: farmer, slot: farmer-1, role: nominee }
  - { id: c02, name: 周明, gender: male, birth: 1989-01-04, category: farmer, role: reserve }
`,
  );
};

const batchOf = async (path: string, ...args: string[]) =>
  (await runPlan(['batch', path, '-f', 'json', '--as-of', '2016-06-01', ...args], { cwd, env: env() })).out;
const batch = (...args: string[]) => batchOf('all', ...args);

/** The file of the rows that were kept. */
const kept = (folder = 'cache') => {
  const [name, ...others] = readdirSync(join(cwd, folder));
  expect(others).toEqual([]);
  return join(cwd, folder, name!);
};
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const write = (file: string, lines: readonly string[]) =>
  writeFileSync(file, lines.map(line => `${line}\n`).join(''));
/** A line begins with two digests: that of all that follows, and that of the plan's path. */
const KEY = 44;
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const sealed = (content: string) => `${digest(content)} ${content}`;
const contentOf = (line: string) => line.slice(KEY);
const jsonIn = (line: string) => line.slice(2 * KEY).split('\t')[0]!;
/** Those of the people and of the result. */
const textsIn = (line: string) => line.slice(2 * KEY + jsonIn(line).length);

it('a cache changes nothing but the time: cold, warm, damaged, after a change, on another day', async () => {
  const bare = await batch('--no-cache');
  expect(() => kept()).toThrow();
  expect(await batch()).toBe(bare);
  const file = kept();
  const lines = linesOf(file);
  expect(lines.map(line => JSON.parse(jsonIn(line)).summary.path)).toEqual(['all/a', 'all/b', 'all/c']);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await batch()).toBe(bare);
  expect(linesOf(file)).toEqual(lines);

  // What is kept is really used …
  const other = (line: string) => contentOf(line).replaceAll('某镇党委', '另一镇党委');
  write(
    file,
    lines.map(line => sealed(other(line))),
  );
  expect(await batch()).toContain('另一镇党委');
  // … unless it is damaged, cut off, or of something else.
  const [first, second] = lines as [string, string];
  const instead = (json: string) => () =>
    lines.map(line => `${line === first ? sealed(contentOf(line).slice(0, KEY) + json) : line}\n`).join('');
  const entry = JSON.parse(jsonIn(first));
  const damage: ((text: string) => string)[] = [
    () => lines.map(line => `${line.slice(0, KEY)}${other(line)}\n`).join(''),
    text => text.slice(0, 500),
    text => text.slice(500),
    text => text.replaceAll('\n', ''),
    text => text.replaceAll('\n', '\n\n'),
    text => text.replace('"verdict":"', '"verdict":"un'),
    () => '\n\n\n',
    () => 'null',
    () => 'x'.repeat(3_000_000),
    instead('null'),
    instead('no JSON'),
    instead('{}'),
    instead(JSON.stringify({ ...entry, asked: null }) + textsIn(first)),
    instead(JSON.stringify({ ...entry, asked: [['read', ['nothing'], 'x']] }) + textsIn(first)),
    instead(JSON.stringify({ ...entry, asked: [['constructor', ['x'], 'x']] }) + textsIn(first)),
    instead(JSON.stringify({ ...entry, summary: undefined }) + textsIn(first)),
    // without the people, or the result
    instead(JSON.stringify(entry)),
    instead(`${JSON.stringify(entry)}\t[]`),
    // the row of another plan
    text => text.replace(first, sealed(contentOf(first).slice(0, KEY) + second.slice(2 * KEY))),
  ];
  for (const [number, spoil] of some([...damage.entries()], 3)) {
    writeFileSync(file, spoil(lines.map(line => `${line}\n`).join('')));
    expect(await batch(), String(number)).toBe(bare);
    // It is as good as new.
    const mended = readFileSync(file, 'utf8');
    expect(await batch(), String(number)).toBe(bare);
    expect(readFileSync(file, 'utf8'), String(number)).toBe(mended);
  }

  const roster = join(cwd, 'all/b/candidates.yaml');
  writeFileSync(roster, readFileSync(roster, 'utf8').replace('gender: female', 'gender: male'));
  const changed = await batch();
  expect(changed).not.toBe(bare);
  expect(changed).toBe(await batch('--no-cache'));
  expect(await batch('--as-of', '2016-06-20')).not.toBe(changed);
  expect(await batch('--lang', 'en')).toContain('"message": "');
  expect(readdirSync(join(cwd, 'cache'))).toHaveLength(3);
});

it('people are those of their roster as it is, also where they were last compared when it was another', async () => {
  const roster = join(cwd, 'all/c/candidates.yaml');
  const text = readFileSync(roster, 'utf8');
  await batch();
  for (const changed of [text.replace('阿依古丽', '阿依夏木'), text]) {
    expect(await batch()).toContain('batch/duplicate-person');
    writeFileSync(roster, changed);
    // The plan alone: nobody is compared.
    expect(await batchOf('all/c')).not.toContain('batch/duplicate-person');
    expect(await batch()).toBe(await batch('--no-cache'));
  }
});

it('a file that was not there and is there now is read', async () => {
  township(join(cwd, 'later/townships/d'));
  const alone = await batchOf('later/townships');
  expect(await batchOf('later/townships')).toBe(alone);
  writeFileSync(
    join(cwd, 'later/county.yaml'),
    `schema: county/v1
year: 2016
organization: { name: 某县委组织部 }
quota: { total: 5 }
townships:
  - { name: 某镇, quota: 5, path: townships/d }
`,
  );
  const ofCounty = await batchOf('later/townships', '--no-cache');
  expect(ofCounty).not.toBe(alone);
  expect(await batchOf('later/townships')).toBe(ofCounty);
});

it('a township of the county is the one to which its link leads now', async () => {
  const county = join(cwd, 'county');
  for (const name of ['a', 'b']) township(join(county, name));
  writeFileSync(
    join(county, 'county.yaml'),
    'year: 2016\norganization: { name: 某县委组织部 }\nquota: { total: 7 }\ntownships: [{ name: 某镇, quota: 7, path: link }]\n',
  );
  for (const name of ['a', 'b', 'a']) {
    rmSync(join(county, 'link'), { force: true });
    symlinkSync(name, join(county, 'link'));
    expect(await batchOf('county')).toBe(await batchOf('county', '--no-cache'));
  }
});

it('what nobody asks for any more is taken out of the folder', async () => {
  const on = (day: string) =>
    runPlan(['batch', 'all', '--as-of', day], { cwd, env: { PLAN_CACHE_DIR: join(cwd, 'days') } });
  await on('2016-06-01');
  const old = kept('days');
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  utimesSync(old, longAgo, longAgo);
  await on('2016-07-01');
  expect(kept('days')).not.toBe(old);
});

it('a cache that cannot be written is none', async () => {
  writeFileSync(join(cwd, 'no-folder'), '');
  const { out, err } = await runPlan(['batch', 'all', '--as-of', '2016-06-01'], {
    cwd,
    env: { PLAN_CACHE_DIR: join(cwd, 'no-folder/cache') },
  });
  expect(err).toBe('');
  expect(out).toContain('某镇党委');
});

it('workers give the same bytes as one thread', async () => {
  const plan = join(import.meta.dirname, '../../bin/plan.js');
  for (const format of some(['json', 'text', 'ndjson'], 3)) {
    const args = ['batch', 'all', '--as-of', '2016-06-01', '--no-cache', '--lang', 'zh', '-f', format];
    const one = await runPlan([...args, '--jobs', '1'], { cwd });
    const two = spawnSync(process.execPath, [plan, ...args, '--jobs', '2'], { cwd, encoding: 'utf8' });
    expect(two.stderr).toBe('');
    expect(two.stdout).toBe(one.out);
    expect(two.status).toBe(one.code);
  }
});

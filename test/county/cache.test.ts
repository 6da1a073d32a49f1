import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskStore } from '../../src/cli/store.ts';
import { digest } from '../../src/county/origin.ts';
import { runPlan } from '../support/io.ts';

let cwd = '';
const env = () => ({ PLAN_CACHE_DIR: join(cwd, 'cache') });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-cache-'));
  for (const name of ['a', 'b', 'c'])
    cpSync('examples/township-2016', join(cwd, 'all', name), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

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
/** A line begins with two digests: that of all that follows, and its key. */
const KEY = 43;
const sealed = (content: string) => digest(content) + content;
const keyIn = (line: string) => line.slice(KEY, 2 * KEY);
const textIn = (line: string) => line.slice(2 * KEY);

it('a cache changes nothing but the time: cold, warm, damaged, after a change, on another day', async () => {
  const bare = await batch('--no-cache');
  expect(() => kept()).toThrow();
  expect(await batch()).toBe(bare);
  const file = kept();
  // Three plans, and the people of all of them, who are the same; and what all of them have in common.
  const lines = linesOf(file);
  const isPart = (line: string) => textIn(line).split('\t').length === 1;
  expect(lines.filter(line => !isPart(line))).toHaveLength(6);
  expect(lines.filter(isPart).map(line => keyIn(line))).toEqual(
    lines.filter(isPart).map(line => digest(textIn(line))),
  );
  expect(new Set(lines.map(keyIn)).size).toBe(lines.length);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await batch()).toBe(bare);
  expect(linesOf(file)).toEqual(lines);

  // What is kept is really used …
  const inAscii = (text: string) =>
    text.replace(/[^ -~]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const other = (line: string) => textIn(line).replaceAll(inAscii('某镇党委'), inAscii('另一镇党委'));
  write(
    file,
    lines.map(line => sealed(keyIn(line) + other(line))),
  );
  expect(await batch()).toContain('另一镇党委');
  // … unless it is damaged, cut off, or of something else.
  write(
    file,
    lines.map(line => line.slice(0, 2 * KEY) + other(line)),
  );
  expect(await batch()).toBe(bare);
  const [first, second] = lines as [string, string];
  const fields = textIn(first).split('\t');
  expect(fields).toHaveLength(9);
  const nowhere = 'x'.repeat(KEY);
  const part = lines.find(isPart)!;
  const instead = (line: string, text: string) =>
    lines.map(each => `${each === line ? sealed(keyIn(line) + text) : each}\n`).join('');
  const damage: ((text: string) => string)[] = [
    text => text.slice(0, 500),
    text => text.slice(500),
    text => text.replaceAll('\n', ''),
    text => text.replaceAll('\n', '\n\n'),
    () => '\n\n\n',
    () => 'null',
    () => instead(first, 'null'),
    () => instead(first, 'no JSON'),
    () => instead(first, '\t{"reads":[],"kinds":[]}'),
    () => instead(first, '\t{"reads":[],"kinds":[]}\tnull\t\tnull\tnull\tnull'),
    () => instead(first, fields.slice(0, -1).join('\t')),
    ...fields
      .map((_, at) => () => instead(first, fields.with(at, nowhere).join('\t')))
      .filter((_, at) => at > 2),
    () => instead(part, 'no JSON'),
    () => instead(part, ''),
    text => text.replace(textIn(part), `${textIn(part)} `),
    // the text of another plan
    text => text.replace(first, first.slice(0, 2 * KEY) + textIn(second)),
    text => text.replace(first, second),
    () => 'x'.repeat(3_000_000),
  ];
  for (const spoil of damage) {
    writeFileSync(file, spoil(lines.map(line => `${line}\n`).join('')));
    expect(await batch()).toBe(bare);
    // It is as good as new.
    const mended = readFileSync(file);
    expect(await batch()).toBe(bare);
    expect(readFileSync(file)).toEqual(mended);
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
  cpSync('examples/township-2016', join(cwd, 'later/townships/d'), { recursive: true });
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

it('what later lines have replaced is taken out of the file, and what nobody asks for out of the folder', () => {
  const folder = join(cwd, 'packs');
  const other = diskStore(folder, 'other');
  other.put('o'.repeat(KEY), 'x');
  other.close();
  const text = (number: number) => `${number} ${'中'.repeat(1000)}`;
  const key = (number: number) => String(number).padStart(KEY, '0');
  for (let time = 0; time < 5; time++) {
    const store = diskStore(folder, 'rows');
    for (let number = 0; number < 600; number++) {
      expect(store.get(key(number))).toBe(time === 0 ? undefined : text(number + time - 1));
      store.put(key(number), text(number + time));
    }
    expect(store.get('none')).toBeUndefined();
    store.close();
    expect(store.get(key(1))).toBeUndefined();
  }
  // Three times as many lines as keys were two times too many.
  expect(linesOf(join(folder, 'rows.rows')).length).toBeLessThanOrEqual(1800);
  expect(readdirSync(folder).sort()).toEqual(['other.rows', 'rows.rows']);
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  utimesSync(join(folder, 'other.rows'), longAgo, longAgo);
  diskStore(folder, 'another').get(key(1));
  expect(readdirSync(folder)).toEqual(['rows.rows']);
});

it('a line is kept for its key alone', () => {
  const folder = join(cwd, 'keys');
  const [one, other] = ['1', '2'].map(number => number.repeat(KEY)) as [string, string];
  const store = diskStore(folder, 'rows');
  store.put(one, 'of one');
  store.put(other, 'of the other');
  store.close();
  const file = join(folder, 'rows.rows');
  const [first, second] = linesOf(file) as [string, string];
  write(file, [first.slice(0, KEY) + other + textIn(first), second.replace(other, one)]);
  for (const key of [one, other]) expect(diskStore(folder, 'rows').get(key)).toBeUndefined();
  write(file, [second, first]);
  expect(diskStore(folder, 'rows').get(one)).toBe('of one');
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

it('workers give the same bytes as one thread', () => {
  const plan = join(import.meta.dirname, '../../bin/plan.js');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [plan, 'batch', 'all', '--as-of', '2016-06-01', ...args], {
      cwd,
      env: { ...process.env, PLAN_CACHE_DIR: join(cwd, 'other') },
      encoding: 'utf8',
    });
  for (const format of ['text', 'json', 'ndjson']) {
    const one = run('-f', format, '--jobs', '1', '--no-cache');
    const two = run('-f', format, '--jobs', '2', '--no-cache');
    expect(two.stderr).toBe('');
    expect(two.stdout).toBe(one.stdout);
    expect(two.status).toBe(one.status);
  }
});

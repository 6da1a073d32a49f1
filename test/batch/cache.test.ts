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
import { digest } from '../../src/batch/cache.ts';
import { diskStore } from '../../src/cli/store.ts';
import { runPlan } from '../support/io.ts';

let cwd = '';
const env = () => ({ PLAN_CACHE_DIR: join(cwd, 'cache') });

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-cache-'));
  for (const name of ['a', 'b', 'c'])
    cpSync('examples/township-2016', join(cwd, 'all', name), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const batch = async (...args: string[]) =>
  (await runPlan(['batch', 'all', '-f', 'json', '--as-of', '2016-06-01', ...args], { cwd, env: env() })).out;

/** The file of the rows that were kept. */
const kept = (folder = 'cache') => {
  const [name, ...others] = readdirSync(join(cwd, folder));
  expect(others).toEqual([]);
  return join(cwd, folder, name!);
};
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').slice(0, -1);
const write = (file: string, lines: readonly string[]) =>
  writeFileSync(file, lines.map(line => `${line}\n`).join(''));
/** A line begins with two digests: its key, and that of its text. */
const KEY = 43;
const sealed = (text: string) => digest(text) + text;

it('a cache changes nothing but the time: cold, warm, damaged, after a change, on another day', async () => {
  const bare = await batch('--no-cache');
  expect(() => kept()).toThrow();
  expect(await batch()).toBe(bare);
  const file = kept();
  // Three plans, and the people of all of them: they are the same.
  expect(linesOf(file)).toHaveLength(6);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(await batch()).toBe(bare);
  expect(linesOf(file)).toHaveLength(6);

  // What is kept is really used …
  const lines = linesOf(file);
  const otherOf = (line: string) => {
    const text = line.slice(2 * KEY).replaceAll('某镇党委', '另一镇党委');
    return { text, key: line.slice(0, KEY), seal: line.slice(KEY, 2 * KEY) };
  };
  write(
    file,
    lines.map(otherOf).map(({ key, text }) => key + sealed(text)),
  );
  expect(await batch()).toContain('另一镇党委');
  // … unless it is damaged, cut off, or of something else.
  write(
    file,
    lines.map(otherOf).map(({ key, seal, text }) => key + seal + text),
  );
  expect(await batch()).toBe(bare);
  const damage: ((text: string) => string)[] = [
    text => text.slice(0, 500),
    text => text.slice(500),
    text => text.replaceAll('\n', ''),
    text => text.replaceAll('\n', '\n\n'),
    () => '\n\n\n',
    () => 'null',
    () => `${lines[0]!.slice(0, KEY)}${sealed('null')}\n`,
    () => `${lines[0]!.slice(0, KEY)}${sealed('{}\tnull\tnull')}\n`,
    () => `${lines[0]!.slice(0, KEY)}${sealed('{"path":"all/a","reads":[],"kinds":[]}')}\n`,
    () => `${lines[0]!.slice(0, KEY)}${sealed('no JSON')}\n`,
    () => `${lines[0]!.slice(0, KEY)}${lines[1]!.slice(KEY)}\n`,
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

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealed } from '../../src/batch/cache.ts';
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

const kept = () =>
  readdirSync(join(cwd, 'cache'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.json'))
    .map(name => join(cwd, 'cache', name));

it('a cache changes nothing but the time: cold, warm, damaged, after a change, on another day', async () => {
  const bare = await batch('--no-cache');
  expect(() => kept()).toThrow();
  expect(await batch()).toBe(bare);
  expect(kept()).toHaveLength(3);
  for (const file of kept()) expect(statSync(file).mode & 0o077).toBe(0);
  expect(await batch()).toBe(bare);

  // What is kept is really used …
  const [first, second, third] = kept();
  const other = readFileSync(first!, 'utf8').replaceAll('某镇党委', '另一镇党委');
  writeFileSync(first!, sealed(other.slice(other.indexOf('\n') + 1)));
  expect(await batch()).toContain('另一镇党委');
  // … unless it is damaged, or of something else.
  writeFileSync(first!, other);
  expect(await batch()).toBe(bare);
  writeFileSync(first!, readFileSync(first!, 'utf8').slice(0, 500));
  writeFileSync(second!, '{"schema":"plan-cache/v1"}');
  writeFileSync(third!, 'null');
  expect(await batch()).toBe(bare);

  const roster = join(cwd, 'all/b/candidates.yaml');
  writeFileSync(roster, readFileSync(roster, 'utf8').replace('gender: female', 'gender: male'));
  const changed = await batch();
  expect(changed).not.toBe(bare);
  expect(changed).toBe(await batch('--no-cache'));
  expect(await batch('--as-of', '2016-06-20')).not.toBe(changed);
  expect(await batch('--lang', 'en')).toContain('"message": "');
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

import nodeFs, { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Scratch, withScratch } from '../../src/cli/batch/scratch.ts';

/** Bytes that the disk has room for. */
let room = Number.POSITIVE_INFINITY;
const { writeSync } = nodeFs;

beforeAll(() => {
  nodeFs.writeSync = ((handle: number, bytes: Uint8Array, from: number, length: number, at: number) => {
    if (room <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    // A disk that is nearly full takes a part of what it is given.
    const written = writeSync(handle, bytes, from, Math.min(length, room), at);
    room -= written;
    return written;
  }) as typeof writeSync;
  syncBuiltinESMExports();
});
afterAll(() => {
  nodeFs.writeSync = writeSync;
  syncBuiltinESMExports();
});

/** Lines of two megabytes together, in Chinese, with the longest longer than what is read at a time. */
const LINES = Array.from({ length: 40 }, (_, at) => `${at}号 ${'镇'.repeat(at === 7 ? 400_000 : 40_000)}`);

const kept = (space: number, lines: readonly string[]) => {
  room = space;
  return withScratch(async newLines => {
    const scratch = newLines();
    for (const line of lines) scratch.add(line);
    // As often as they are needed, and two at a time.
    expect([...scratch].length).toBe(lines.length);
    const [one, other] = [scratch[Symbol.iterator](), scratch[Symbol.iterator]()];
    return lines.map(() => [one.next().value, other.next().value]);
  });
};

describe('lines that are kept', () => {
  it.each([
    ['a few, in memory', 3, 0],
    ['many, in a file', 40, Number.POSITIVE_INFINITY],
    ['more than the disk has room for', 40, 5_000_000],
    ['where nothing can be written', 40, 0],
  ])('come back in their order: %s', async (_, count, room) => {
    const lines = LINES.slice(0, count);
    const found = await kept(room, lines);
    for (const [at, line] of lines.entries()) {
      expect(found[at]![0] === line && found[at]![1] === line, `line ${at}`).toBe(true);
    }
  });

  it('leave no file behind that has a name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scratch-'));
    vi.stubEnv('TMPDIR', folder);
    vi.stubEnv('TEMP', folder);
    room = Number.POSITIVE_INFINITY;
    const scratch = new Scratch();
    for (const line of LINES) scratch.add(line);
    expect(readdirSync(folder)).toEqual([]);
    scratch.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Scratch, withScratch } from '../../src/cli/batch/scratch.ts';

const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>();
  const writeSync = (handle: number, bytes: Uint8Array, from: number, length: number, at: number) => {
    if (disk.room <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    // A disk that is nearly full takes a part of what it is given.
    const written = fs.writeSync(handle, bytes, from, Math.min(length, disk.room), at);
    disk.room -= written;
    return written;
  };
  return { ...fs, writeSync };
});

/** Lines of two megabytes together, in Chinese, with the longest longer than what is read at a time. */
const LINES = Array.from({ length: 40 }, (_, at) => `${at}号 ${'镇'.repeat(at === 7 ? 400_000 : 40_000)}`);

const kept = (room: number, lines: readonly string[]) => {
  disk.room = room;
  return withScratch(async scratch => {
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
    disk.room = Number.POSITIVE_INFINITY;
    const scratch = new Scratch();
    for (const line of LINES) scratch.add(line);
    expect(readdirSync(folder)).toEqual([]);
    scratch.close();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
});

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Io, WritableFiles } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { testIo } from '../support/io.ts';
import { runs } from '../support/runs.ts';

/** A name that is composed in one way on the disk and may be typed in another. */
const NAMES = ['dong', 'Xi Zhen', '南镇', 'e\u0301-bei'];

let cwd = '';
const write = (path: string, content: string) => {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
};
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-paths-'));
  for (const [at, name] of NAMES.entries()) {
    const person = `{ id: c1, name: 人员${at}, gender: male, birth: 1990-01-0${at + 1}, category: farmer, role: nominee }`;
    write(
      `county/${name}/plan.yaml`,
      `year: 2026\norganization: { name: 第${at}镇 }\nquota: { total: 1, categories: [{ id: farmer, name: 农民, count: 1 }] }\ncandidates: [${person}]\n`,
    );
    symlinkSync(name, join(cwd, 'county', `link-${at}`));
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** A disk that does not tell capitals from small letters, as those of Windows and macOS. */
function insensitive(files: WritableFiles): WritableFiles {
  // Nothing is written meanwhile: what a path is called on the disk is looked up once.
  const seen = new Map<string, string>();
  const own = (path: string): string => {
    const name = seen.get(path) ?? lookedUp(path);
    seen.set(path, name);
    return name;
  };
  const lookedUp = (path: string): string => {
    if (files.kind(path) !== undefined) return path;
    const at = path.lastIndexOf('/');
    const [above, name] = at < 0 ? ['.', path] : [own(path.slice(0, at) || '/'), path.slice(at + 1)];
    const found = files.list(above).find(entry => entry.name.toLowerCase() === name.toLowerCase());
    return found ? (at < 0 ? found.name : `${above}/${found.name}`) : path;
  };
  return {
    ...files,
    kind: path => files.kind(own(path)),
    list: path => files.list(own(path)),
    read: (path, megabytes) => files.read(own(path), megabytes),
    real: path => files.real?.(own(path)),
    same: (a, b) => files.same(own(a), own(b)),
  };
}

async function batch(args: string[], files: (files: WritableFiles) => WritableFiles) {
  const { io, written } = testIo({ cwd, now: '2026-05-06' });
  const world: Io = { ...io, files: files(io.files) };
  await run(['batch', ...args, '--no-cache', '-f', 'json'], world);
  return JSON.parse(written.out);
}

/** Other spellings of a path to a township in the county's folder. */
const SPELLINGS: Record<string, (name: string, at: number) => string> = {
  plain: name => name,
  slash: name => `${name}/`,
  slashes: name => `${name}//`,
  dot: name => `./${name}`,
  inside: name => `.//${name}/.`,
  'up and down': name => `${NAMES[0]}/../${name}`,
  link: (_name, at) => `link-${at}`,
  composed: name => name.normalize('NFC'),
  decomposed: name => `./${name.normalize('NFD')}/`,
};
const CAPITALS: typeof SPELLINGS = {
  capitals: name => `${name.toUpperCase()}/`,
  small: name => name.toLowerCase(),
};

const spelling = (kinds: typeof SPELLINGS) => fc.constantFrom(...Object.values(kinds));

/** Each township once in the county's file, and again on the command line, however both are spelled. */
const isOnce = (kinds: typeof SPELLINGS, files: (files: WritableFiles) => WritableFiles) =>
  fc.asyncProperty(
    fc.tuple(...NAMES.map(() => spelling(kinds))),
    fc.array(fc.record({ at: fc.nat(NAMES.length - 1), spell: spelling(kinds), absolute: fc.boolean() }), {
      maxLength: 6,
    }),
    fc.boolean(),
    async (inFile, typed, asCounty) => {
      const townships = inFile.map((spell, at) => ({
        name: `第${at}镇`,
        quota: 1,
        path: spell(NAMES[at]!, at),
      }));
      write('county/county.yaml', JSON.stringify({ year: 2026, quota: { total: NAMES.length }, townships }));
      const paths = typed.map(({ at, spell, absolute }) => {
        const path = `county/${spell(NAMES[at]!, at)}`;
        return absolute ? `${cwd}/${path}` : path;
      });
      const { plans, county } = await batch([asCounty ? 'county/county.yaml' : './county/', ...paths], files);
      expect(plans).toHaveLength(NAMES.length);
      expect(county.findings).toEqual([]);
      expect(county.townships.map(({ state }: { state: string }) => state)).toEqual(NAMES.map(() => 'pass'));
    },
  );

describe('one folder is one township', () => {
  it('however its path is written', async () => {
    await fc.assert(
      isOnce(SPELLINGS, files => files),
      runs(40),
    );
  });

  it('in any capitals, where the system does not tell them apart', async () => {
    await fc.assert(isOnce({ ...SPELLINGS, ...CAPITALS }, insensitive), runs(40));
  });

  it('which two townships cannot share under two spellings', async () => {
    for (const [name, spell] of Object.entries({ ...SPELLINGS, ...CAPITALS })) {
      const path = spell(NAMES[1]!, 1);
      const townships = [
        { name: '甲镇', quota: 1, path: NAMES[1] },
        { name: '乙镇', quota: 1, path },
      ];
      write('county/county.yaml', JSON.stringify({ year: 2026, quota: { total: 2 }, townships }));
      const { plans, county } = await batch(['county/county.yaml'], insensitive);
      expect(plans, name).toHaveLength(1);
      expect(
        county.findings.filter(({ code }: { code: string }) => code === 'batch/township-twice'),
        `${name}: ${path}`,
      ).toHaveLength(1);
      expect(county.townships.map(({ name, state }: Record<string, string>) => `${name} ${state}`)).toEqual([
        '第1镇 pass',
        '乙镇 missing',
      ]);
    }
  });
});

describe('a list of paths', () => {
  it.each([
    '/',
    '//',
    '\\',
    'C:',
    'c:\\',
    'C:/',
    '/.',
    '/..',
    '\\..\\',
    '/*',
    '\\*',
    '/**',
    'C:\\**\\*',
    '"C:\\"',
  ])('never means a whole drive: %s', async line => {
    const { io, written } = testIo({ cwd, now: '2026-05-06', stdin: `${line}\r\ncounty/dong\r\n` });
    const looked: string[] = [];
    const files = {
      ...io.files,
      list: (path: string) => {
        looked.push(path);
        return io.files.list(path);
      },
    };
    await run(['batch', '--files-from', '-', '--no-cache', '-f', 'json', '--lang', 'zh'], { ...io, files });
    expect(JSON.parse(written.out).plans).toHaveLength(1);
    expect(written.err).toContain('是整个磁盘');
    expect(looked).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import nodeFs, {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import type { FileCalls } from '../../src/cli/file-calls.ts';
import { run } from '../../src/cli/run.ts';
import { userFileText } from '../../src/output/gate.ts';
import { gb18030 } from '../support/encode.ts';
import { runPlan, testIo } from '../support/io.ts';
import { some, thorough } from '../support/runs.ts';

const EXAMPLE = resolve('examples/township-2016');
const isRoot = process.getuid?.() === 0;
const HABIT = 'year: ２０１６\norganization: { name: 某镇党委 }\n';
const MENDED = HABIT.replace('２０１６', '2016');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-writing-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (path: string) => join(folder, path);
const text = (path: string) => readFileSync(at(path), 'utf8');
const plan = (...args: string[]) => runPlan([...args, '--lang', 'zh'], { cwd: folder });
const drafts = () => readdirSync(folder).filter(name => name.endsWith('.tmp'));
/** A file system of which some calls answer otherwise. */
const filesWith = (calls: Partial<FileCalls>) => diskFiles(folder, calls);
const fails = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

/** Ways to write over a file, with what it holds before and has to hold afterwards. */
const WAYS: [name: string, file: string, before: string, args: string[], done: (after: string) => void][] = [
  ['check --fix', 'plan.yaml', HABIT, ['check', '--fix'], after => expect(after).toBe(MENDED)],
  [
    'select --write',
    'candidates.yaml',
    readFileSync(join(EXAMPLE, 'candidates.yaml'), 'utf8').replace('role: nominee', 'role: reserve'),
    ['select', '--write'],
    after => expect(after.match(/role: nominee/g)).toHaveLength(9),
  ],
  [
    '-o --force',
    'result.json',
    'old',
    ['check', '-f', 'json', '-o', 'result.json', '--force'],
    after => expect(JSON.parse(after).schema).toBe('plan-result/v1'),
  ],
];

describe.each(WAYS)('%s', (_name, file, before, args, done) => {
  beforeEach(() => {
    if (file !== 'plan.yaml') cpSync(EXAMPLE, folder, { recursive: true });
    writeFileSync(at(file), before);
  });

  it('leaves a link a link, and writes the file behind it', async () => {
    mkdirSync(at('real'));
    nodeFs.renameSync(at(file), at(`real/${file}`));
    symlinkSync(`real/${file}`, at(file));
    expect((await plan(...args)).code).toBeLessThan(2);
    expect(readlinkSync(at(file))).toBe(`real/${file}`);
    done(text(`real/${file}`));
    expect(readdirSync(at('real'))).toEqual([file]);
  });

  it('leaves both names of a file that has two', async () => {
    linkSync(at(file), at('other'));
    expect((await plan(...args)).code).toBeLessThan(2);
    expect(statSync(at(file)).ino).toBe(statSync(at('other')).ino);
    done(text('other'));
    expect(drafts()).toEqual([]);
  });

  it.each(some([0o664, 0o600, 0o2664, 0o640], 2))('keeps the mode %o', async mode => {
    chmodSync(at(file), mode);
    expect((await plan(...args)).code).toBeLessThan(2);
    expect((statSync(at(file)).mode & 0o7777).toString(8)).toBe(mode.toString(8));
    done(text(file));
  });

  it.skipIf(!isRoot)('keeps owner and group', async () => {
    chownSync(at(file), 65534, 100);
    expect((await plan(...args)).code).toBeLessThan(2);
    expect([statSync(at(file)).uid, statSync(at(file)).gid]).toEqual([65534, 100]);
    done(text(file));
  });

  it('refuses a read-only file, for root too', async () => {
    chmodSync(at(file), 0o444);
    const { code, err } = await plan(...args);
    expect([code, err]).toEqual([2, expect.stringContaining('只读')]);
    expect(text(file)).toBe(before);
    expect(readdirSync(folder).filter(name => /bak|tmp$/.test(name))).toEqual([]);
  });
});

describe('what is no regular file', () => {
  beforeEach(() => writeFileSync(at('plan.yaml'), MENDED));
  const out = ['check', '-f', 'json', '--force', '-o', 'out'];

  it.skipIf(!isRoot)('is written to where it is a device, and stays one', async () => {
    if (spawnSync('mknod', [at('out'), 'c', '1', '3']).status !== 0) return;
    expect((await plan(...out)).code).toBe(0);
    expect(lstatSync(at('out')).isCharacterDevice()).toBe(true);
    expect(drafts()).toEqual([]);
  });

  it('is refused where it is a pipe that nobody reads', async () => {
    spawnSync('mkfifo', [at('out')]);
    expect((await plan(...out)).code).toBe(2);
    expect(lstatSync(at('out')).isFIFO()).toBe(true);
  });

  it('is refused where it is a folder', async () => {
    mkdirSync(at('out'));
    expect((await plan(...out)).code).toBe(2);
    expect(lstatSync(at('out')).isDirectory()).toBe(true);
  });

  it('is made through a link that leads nowhere yet', async () => {
    symlinkSync('later.json', at('out'));
    expect((await plan(...out)).code).toBe(0);
    expect(readlinkSync(at('out'))).toBe('later.json');
    expect(JSON.parse(text('later.json')).schema).toBe('plan-result/v1');
  });

  it('and links in a circle are refused', async () => {
    symlinkSync('out', at('out'));
    expect((await plan(...out)).code).toBe(2);
  });
});

describe('file systems that lack something', () => {
  const write = (calls: Partial<FileCalls>, replace: boolean) =>
    filesWith(calls).write('a.json', userFileText('new'), { replace });

  it.each(['EISDIR', 'EPERM', 'ENOTSUP', 'ENOSYS'])('links (%s): new files are made, old ones kept', code => {
    write({ linkSync: fails(code) }, false);
    expect(text('a.json')).toBe('new');
    writeFileSync(at('a.json'), 'mine');
    expect(() => write({ linkSync: fails(code) }, false)).toThrow(expect.objectContaining({ exists: true }));
    expect(text('a.json')).toBe('mine');
    expect(drafts()).toEqual([]);
  });

  it('modes: the file is replaced all the same', () => {
    writeFileSync(at('a.json'), 'old');
    chmodSync(at('a.json'), 0o664);
    write({ chmodSync: fails('EPERM') }, true);
    expect(text('a.json')).toBe('new');
  });

  it.skipIf(!isRoot)('the right to give a group: it is written where it stands', () => {
    writeFileSync(at('a.json'), 'old and long');
    chownSync(at('a.json'), 0, 100);
    const { ino } = statSync(at('a.json'));
    write({ fchownSync: fails('EPERM') }, true);
    expect(text('a.json')).toBe('new');
    expect(statSync(at('a.json'))).toMatchObject({ ino, gid: 100 });
    expect(drafts()).toEqual([]);
  });
});

describe('somebody else who writes at the same time', () => {
  const EDITED = 'year: 2016 # 编辑器里刚改的\n';
  beforeEach(() => writeFileSync(at('plan.yaml'), HABIT));

  /** The editor saves right before the n-th of these calls. */
  async function fixWhile(call: 'openSync' | 'fsyncSync' | 'readFileSync' | 'closeSync', nth: number) {
    let count = 0;
    let saved = false;
    const original = nodeFs[call] as (...args: unknown[]) => unknown;
    const files = filesWith({
      [call]: (...args: unknown[]) => {
        if (existsSync(at('plan.yaml.bak')) && ++count === nth) {
          writeFileSync(at('plan.yaml'), EDITED);
          saved = true;
        }
        return original(...args);
      },
    });
    const { io, written } = testIo({ cwd: folder });
    const code = await run(['check', '--fix', '--lang', 'zh'], { ...io, files });
    return { code, saved, ...written };
  }

  it.each(['openSync', 'fsyncSync', 'readFileSync', 'closeSync'] as const)(
    'after the copy was made, at %s: what was saved stays',
    async call => {
      const { code, saved, err } = await fixWhile(call, 1);
      expect(saved).toBe(true);
      expect([code, err]).toEqual([2, expect.stringContaining('刚才被别的程序改动')]);
      expect(text('plan.yaml')).toBe(EDITED);
      expect(readdirSync(folder)).toEqual(['plan.yaml']);
    },
  );

  it('another --fix: the copy gets the next name, and the loser is told what happened', async () => {
    const { io, written } = testIo({ cwd: folder });
    const files = { ...io.files };
    let isFirst = true;
    files.kind = path => {
      const kind = io.files.kind(path);
      // The other one makes its copy after this one has looked whether there is one, and writes.
      if (path.endsWith('.bak') && isFirst) {
        isFirst = false;
        writeFileSync(at('plan.yaml.bak'), HABIT);
        writeFileSync(at('plan.yaml'), MENDED);
      }
      return kind;
    };
    const code = await run(['check', '--fix', '--lang', 'zh'], { ...io, files });
    expect([code, written.err]).toEqual([2, expect.stringContaining('刚才被别的程序改动')]);
    expect(written.err).not.toContain('--force');
    expect(text('plan.yaml')).toBe(MENDED);
    expect(readdirSync(folder)).toEqual(['plan.yaml', 'plan.yaml.bak']);
  });
});

describe('drafts of a killed run', () => {
  let sum = 7;
  for (const char of hostname()) sum = (31 * sum + char.codePointAt(0)!) & 0xffff;
  const machine = sum.toString(16).padStart(4, '0');
  const gone = spawnSync(process.execPath, ['-e', '']).pid;

  it('are taken away by the next run, those of other machines and of running processes are not', async () => {
    const names = [
      `.candidates.yaml.${gone}-${machine}aaaa.tmp`,
      `.candidates.yaml.${process.pid}-${machine}aaaa.tmp`,
      `.candidates.yaml.${gone}-${machine === '0000' ? '0001' : '0000'}aaaa.tmp`,
    ];
    writeFileSync(at('plan.yaml'), MENDED);
    for (const name of names) writeFileSync(at(name), '');
    await plan('check');
    expect(drafts()).toEqual(names.slice(1).sort());
  });
});

describe('a result never takes the place of what it was made from', () => {
  const refused = async (file: string, ...args: string[]) => {
    const before = readFileSync(at(file));
    const { code, err } = await plan(...args);
    // Of a file that the command cannot make, the ending is told first.
    expect([args, code, err]).toEqual([args, 2, expect.stringMatching(/自己的文件|不能写成/)]);
    expect(readFileSync(at(file)).equals(before)).toBe(true);
  };
  beforeEach(() => cpSync(EXAMPLE, at('d'), { recursive: true }));

  it('for every command, by any name of the file', async () => {
    const commands = [
      ['check', 'd', '-f', 'json'],
      ['check', 'd', '-f', 'text', '-f'],
      ['report', 'd', '-f', 'markdown'],
      ['schedule', 'd', '-f', 'text'],
      ['checklist', 'd', '-f', 'json'],
      ['document', 'd', '-f', 'html'],
      ['notice', 'd', '-f', 'html'],
      ['select', 'd', '-f', 'json'],
      ['batch', 'd', '--no-cache', '-f', 'csv'],
    ];
    // Each command and each file by turns; in a long run each command with each file.
    for (const [turn, args] of commands.entries())
      for (const [index, file] of ['plan.yaml', 'candidates.yaml', 'timeline.yaml'].entries()) {
        if (!thorough && index !== turn % 3) continue;
        const path = `d/${file}`;
        await refused(
          path,
          ...(args.at(-1) === '-f' ? [...args, `json=${path}`] : [...args, '-o', path]),
          '--force',
        );
      }
  });

  it('nor by links and other spellings with the ending that the command makes', async () => {
    mkdirSync(at('out'));
    symlinkSync('../d', at('out/town'));
    const town = ['d', '--as-of', '2016-06-01'];
    // By one kind of link or the other by turns, in a long run by both.
    for (const [turn, [ending, ...args]] of (
      [
        ['json', 'check', ...town],
        ['docx', 'report', ...town],
        ['ics', 'schedule', ...town],
        ['xlsx', 'checklist', ...town],
        ['html', 'document', ...town],
        ['md', 'notice', ...town],
        ['docx', 'paper', 'filing', ...town],
        ['json', 'select', ...town],
        ['xlsx', 'export', ...town],
        ['xlsx', 'export', '--workbook', ...town],
        ['xlsx', 'export', '--template', ...town],
        ['csv', 'batch', 'd', '--no-cache'],
        ['md', 'explain', 'structure/not-met', 'd'],
        // These read nothing of the plan.
        ['json', 'schema'],
        ['yaml', 'import', resolve('test/rosters/1-积极分子名册.xlsx')],
      ] as const
    ).entries()) {
      const link = `out/soft.${ending}`;
      symlinkSync(resolve(folder, 'd/plan.yaml'), at(link));
      const isSoft = thorough || turn % 2 === 1 || args[0] === 'schema' || args[0] === 'import';
      if (isSoft) await refused('d/plan.yaml', ...args, '-o', link, '--force');
      rmSync(at(link));
      if (args[0] === 'schema' || args[0] === 'import' || (!thorough && isSoft)) continue;
      linkSync(at('d/candidates.yaml'), at(`out/hard.${ending}`));
      await refused('d/candidates.yaml', ...args, '-o', `./out/../out/hard.${ending}`, '--force');
      rmSync(at(`out/hard.${ending}`));
    }
    await refused('d/plan.yaml', 'check', 'd', '-f', 'json=out/town/plan.yaml', '--force');
    await refused('d/plan.yaml', 'check', 'd', '-f', `json=${at('d/./plan.yaml')}`, '--force');
  });

  it('nor with the pages for townships', async () => {
    expect((await plan('batch', 'd', '--no-cache', '--reports', 'r')).code).toBeLessThan(2);
    for (const page of readdirSync(at('r'))) {
      rmSync(at(`r/${page}`));
      symlinkSync('../d/candidates.yaml', at(`r/${page}`));
      await refused('d/candidates.yaml', 'batch', 'd', '--no-cache', '--reports', 'r', '--force');
      rmSync(at(`r/${page}`));
      writeFileSync(at(`r/${page}`), '');
    }
  });

  it('with a roster that is imported, but over a roster, by any name', async () => {
    const roster = resolve('test/rosters/1-积极分子名册.xlsx');
    writeFileSync(at('county.yaml'), 'year: 2016\n');
    symlinkSync('d', at('again'));
    for (const file of ['d/plan.yaml', 'd/timeline.yaml', 'county.yaml', 'again/../d/plan.yaml'])
      await refused(file, 'import', roster, '-o', file, '--force');
    await refused('d/timeline.yaml', 'import', roster, '-o', 'again/timeline.yaml', '--force');
    expect((await plan('import', roster, '-o', 'again/candidates.yaml', '--force')).code).toBe(0);
  });

  it('by threads, which read what the session knows nothing of', async () => {
    for (const town of ['a', 'b', 'c']) cpSync(EXAMPLE, at(`all/${town}`), { recursive: true });
    expect((await plan('export', 'd', '--personal', '-o', 'all/a/名册.xlsx')).code).toBe(0);
    const roster = '编号,姓名\nc1,张三\n';
    const names = { a: '名册.csv', b: 'link.csv', c: '名册.csv' };
    mkdirSync(at('all/b/data'));
    writeFileSync(at('all/a/名册.csv'), roster);
    writeFileSync(at('all/b/data/real.csv'), roster);
    symlinkSync('data/real.csv', at('all/b/link.csv'));
    writeFileSync(at('all/c/名册.csv'), roster);
    linkSync(at('all/c/名册.csv'), at('all/c/hard.csv'));
    for (const [town, name] of Object.entries(names)) {
      const text = readFileSync(at(`all/${town}/plan.yaml`), 'utf8');
      const named = text.replace(/^candidates:.*$/m, `candidates: ${name} # 名册`);
      const bytes = town === 'a' ? gb18030(named) : named;
      writeFileSync(at(`all/${town}/plan.yaml`), bytes);
    }
    for (const file of ['all/a/名册.csv', 'all/b/data/real.csv', 'all/b/link.csv', 'all/c/hard.csv']) {
      await refused(file, 'batch', 'all', '--no-cache', '--jobs', '2', '-f', `csv=${file}`, '--force');
      await refused(file, 'completion', 'bash', '-o', file, '--force');
    }
  });

  it('whatever folder of the plan it lies in, though nothing was read of it', async () => {
    mkdirSync(at('d/名册'));
    cpSync(at('d/candidates.yaml'), at('d/名册/2016.json'));
    writeFileSync(
      at('d/plan.yaml'),
      readFileSync(at('d/plan.yaml'), 'utf8').replace(/^candidates:.*$/m, 'candidates: 名册/2016.json'),
    );
    await refused('d/名册/2016.json', 'schema', '-o', 'd/名册/2016.json', '--force');
  });

  it('for export and import of a workbook', async () => {
    expect((await plan('export', 'd', '--personal', '-o', 'd/名册.xlsx')).code).toBe(0);
    rmSync(at('d/candidates.yaml'));
    writeFileSync(
      at('d/plan.yaml'),
      readFileSync(at('d/plan.yaml'), 'utf8').replace(/^candidates:.*$/m, 'candidates: 名册.xlsx'),
    );
    await refused('d/名册.xlsx', 'export', 'd', '-o', 'd/名册.xlsx', '--force');
    await refused('d/名册.xlsx', 'import', 'd/名册.xlsx', '-o', 'd/名册.xlsx', '--force');
    expect((await plan('export', 'd', '--workbook', '-o', 'd/whole.xlsx')).code).toBe(0);
    symlinkSync('whole.xlsx', at('d/whole.yaml'));
    await refused('d/whole.xlsx', 'import', 'd/whole.xlsx', '-o', 'd/whole.yaml', '--force');
    rmSync(at('d/whole.yaml'));
    await refused('d/名册.xlsx', 'batch', '.', '--no-cache', '-f', 'xlsx', '-o', 'd/名册.xlsx', '--force');
  });

  it('but over a result of its own it is written again', async () => {
    for (let time = 0; time < 2; time++)
      expect((await plan('report', 'd', '-o', 'd/report.md', '--force')).code).toBeLessThan(2);
  });
});

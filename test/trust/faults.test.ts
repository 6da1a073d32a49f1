import { spawn, spawnSync } from 'node:child_process';
import nodeFs, {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import type { FileCalls } from '../../src/cli/file-calls.ts';
import { BATCH_FORMATS } from '../../src/cli/formats.ts';
import { WriteError } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { formats } from '../../src/output/findings/index.ts';
import { userFileText } from '../../src/output/gate.ts';
import { FileError } from '../../src/read/files.ts';
import { runPlan, testIo } from '../support/io.ts';
import { some, thorough } from '../support/runs.ts';

const BIN = resolve('bin/plan.js');
const EXAMPLE = resolve('examples/township-2016');
/** A stack trace, or the ways in which Node tells of one. */
const TRACE = /\n\s+at .*[:(]|node:internal|Error: E[A-Z]+|UnhandledPromise|Node\.js v\d/;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the installed program in a shell, so that limits and redirections are those that users have. */
function shell(command: string, env: Record<string, string> = {}) {
  const { stdout, stderr, status, signal } = spawnSync('bash', ['-c', command], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, PLAN_LANG: 'zh', NODE: process.execPath, BIN, ...env },
    encoding: 'utf8',
    timeout: 240_000,
  });
  expect(stderr).not.toMatch(TRACE);
  return { stdout, stderr, status, signal };
}

/** The calls to the system, each counted; the `failing`-th does not happen, and after `dead` none does any more. */
function failingFs(failing: number, code: string, dead: boolean): FileCalls & { calls: () => number } {
  let calls = 0;
  const wrapped: Record<string, unknown> = { calls: () => calls };
  for (const name of [
    'accessSync',
    'chmodSync',
    'closeSync',
    'fchownSync',
    'fstatSync',
    'fsyncSync',
    'ftruncateSync',
    'linkSync',
    'lstatSync',
    'mkdirSync',
    'openSync',
    'readdirSync',
    'readFileSync',
    'readlinkSync',
    'readSync',
    'realpathSync',
    'renameSync',
    'statSync',
    'unlinkSync',
    'writeSync',
  ] as const)
    wrapped[name] = (...args: never[]) => {
      const number = calls++;
      if (number === failing || (dead && number > failing)) {
        // Half of what was to be written has reached the disk.
        if (name === 'writeSync') nodeFs.writeSync(args[0]!, args[1]!, 0, 10);
        throw Object.assign(new Error(`${code}: ${name}`), { code });
      }
      return (nodeFs[name] as (...all: never[]) => unknown)(...args);
    };
  return wrapped as unknown as FileCalls & { calls: () => number };
}

const OLD = userFileText('the old bytes\n');
const NEW = userFileText(`${'new '.repeat(1000)}\n`);
const drafts = (path = folder) => readdirSync(path).filter(name => /^\..*\.\d+-[0-9a-f]{8}\.tmp$/.test(name));

describe('a write that fails or is cut off at any call', () => {
  for (const [what, replace, dead] of [
    ['fails, over an old file', true, false],
    ['fails, where there was none', false, false],
    ['is cut off, over an old file', true, true],
    ['is cut off, where there was none', false, true],
  ] as const)
    it(what, () => {
      const target = join(folder, 'result.json');
      let tried = 0;
      for (let failing = 0; ; failing++) {
        rmSync(target, { force: true });
        if (replace) writeFileSync(target, OLD);
        const fs = failingFs(failing, 'ENOSPC', dead);
        let error: unknown;
        try {
          diskFiles(folder, fs).write('result.json', NEW, { replace });
        } catch (thrown) {
          error = thrown;
        }
        if (fs.calls() <= failing) break;
        tried++;
        const now = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
        expect([replace ? OLD : undefined, NEW]).toContain(now);
        if (error !== undefined) expect(error).toBeInstanceOf(WriteError);
        // Who is told of a failure finds the old bytes; a failed tidying up afterwards is none.
        const moved = fs.calls() - failing === 1 || now === NEW;
        if (error !== undefined && !dead && !moved) expect(now).toBe(replace ? OLD : undefined);
        for (const draft of drafts()) expect(statSync(join(folder, draft)).mode & 0o077).toBe(0);
        if (!dead && failing < fs.calls() - 2) expect(drafts().length).toBeLessThanOrEqual(1);
        for (const draft of drafts()) rmSync(join(folder, draft));
      }
      expect(tried).toBeGreaterThanOrEqual(6);
    });

  it('leaves a draft that a later write of the same file sweeps, once it is old', () => {
    const files = diskFiles(folder);
    for (const [draft, minutes] of [
      ['.a.json.123-0123abcd.tmp', 60],
      ['.a.json.124-0123abcd.tmp', 1],
      ['.b.json.123-0123abcd.tmp', 60],
      ['.a.json.notes.tmp', 60],
    ] as const) {
      writeFileSync(join(folder, draft), '');
      const then = Date.now() / 1000 - 60 * minutes;
      utimesSync(join(folder, draft), then, then);
    }
    files.write('a.json', NEW, { replace: true });
    expect(readdirSync(folder).sort()).toEqual([
      '.a.json.124-0123abcd.tmp',
      '.a.json.notes.tmp',
      '.b.json.123-0123abcd.tmp',
      'a.json',
    ]);
  });

  it('works on memory sticks, which have no links, and keeps what is there', () => {
    const linkSync = () => {
      throw Object.assign(new Error(), { code: 'EPERM' });
    };
    const files = diskFiles(folder, { ...nodeFs, linkSync });
    files.write('a.json', NEW, { replace: false });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(NEW);
    expect(() => files.write('a.json', OLD, { replace: false })).toThrow(
      expect.objectContaining({ exists: true }),
    );
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(NEW);
    expect(drafts()).toEqual([]);
  });
});

/** Every command that writes, with the file that it writes; `%` is its name. */
const ROSTER = resolve('test/rosters/1-积极分子名册.xlsx');
const WRITERS: [file: string, ...args: string[]][] = [
  ...formats.map((format): [string, ...string[]] => ['out.x', 'check', EXAMPLE, '-f', format, '-o', '%']),
  ...BATCH_FORMATS.map((format): [string, ...string[]] => [
    'out.x',
    'batch',
    EXAMPLE,
    '--no-cache',
    '-f',
    `${format}=%`,
  ]),
  ...(
    [
      ['checklist', 'text', 'markdown', 'html', 'docx', 'xlsx', 'json'],
      ['report', 'text', 'markdown', 'html', 'docx', 'xlsx', 'json'],
      ['schedule', 'text', 'markdown', 'html', 'docx', 'ics'],
      ['notice', 'text', 'markdown', 'html', 'docx'],
      ['document', 'text', 'markdown', 'html', 'docx'],
      ['select', 'text', 'markdown', 'html', 'docx', 'json'],
    ] as const
  ).flatMap(([command, ...formats]) =>
    formats.map((format): [string, ...string[]] => ['out.x', command, EXAMPLE, '-f', format, '-o', '%']),
  ),
  ['out.xlsx', 'export', EXAMPLE, '-o', '%'],
  ['out.xlsx', 'export', '--template', '-o', '%'],
  ['out.yaml', 'import', ROSTER, '-o', '%'],
  ['out.json', 'schema', '-o', '%'],
  ['out.x', 'completion', 'bash', '-o', '%'],
  ['out.txt', 'explain', '-o', '%'],
  ['out.x', 'explain', '-f', 'markdown', '-o', '%'],
  ['out.ndjson', 'batch', EXAMPLE, '--no-cache', '--shard', '1/1', '-o', '%'],
];

describe('a full disk', () => {
  /** Files where `room` bytes can be written before the disk is full. */
  const fullDisk = (cwd: string, room: number) => {
    let left = room;
    return diskFiles(cwd, {
      ...nodeFs,
      writeSync: ((handle: number, bytes: Uint8Array, from: number) => {
        const now = Math.min(left, bytes.length - from);
        if (now <= 0 && bytes.length > from) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        left -= now;
        return nodeFs.writeSync(handle, bytes, from, now);
      }) as typeof nodeFs.writeSync,
    });
  };
  const onFull = async (args: string[], room: number, lang = 'zh') => {
    const { io, written } = testIo({ cwd: folder });
    const code = await run([...args, '--lang', lang], { ...io, files: fullDisk(folder, room) });
    return { code, ...written };
  };

  it('is said, and the old file stays, for every format of every command', async () => {
    for (const [index, [file, ...args]] of some(WRITERS, 9).entries()) {
      const line = args.map(arg => arg.replace('%', file));
      const old = index % 2 === 0;
      if (old) writeFileSync(join(folder, file), OLD);
      const { code, err } = await onFull(old ? [...line, '--force'] : line, 100);
      expect([line, code, err]).toEqual([
        line,
        2,
        expect.stringMatching(/无法写入 out\.\w+：磁盘已满，请腾出空间后再试\n$/),
      ]);
      expect(readdirSync(folder)).toEqual(old ? [file] : []);
      if (old) expect(readFileSync(join(folder, file), 'utf8')).toBe(OLD);
      rmSync(join(folder, file), { force: true });
    }
    expect((await onFull(['schema', '-o', 'a.json'], 10, 'en')).err).toContain('the disk is full');
  });

  it('leaves no half of a new plan folder, wherever it happens', async () => {
    for (const room of some([0, 100, 3000, 5000, 20_000, 60_000], 2)) {
      const { code, err } = await onFull(['init', 'new', '--yes'], room);
      expect(err).toMatch(/无法写入 .*：磁盘已满/);
      expect(code).toBe(2);
      const left = nodeFs.readdirSync(join(folder, 'new'), { recursive: true, encoding: 'utf8' });
      expect(left.filter(name => name !== '.schema')).toEqual([]);
    }
    expect((await onFull(['init', 'new', '--yes'], 10_000_000)).code).toBe(0);
  });

  it('leaves the plan as it was under check --fix and select --write', async () => {
    const plan = 'year: ２０１６\norganization: { name: 某镇党委 }\n';
    for (const room of [0, 20, plan.length + 15]) {
      writeFileSync(join(folder, 'plan.yaml'), plan);
      const { code, err } = await onFull(['check', '--fix'], room);
      expect([code, readFileSync(join(folder, 'plan.yaml'), 'utf8')]).toEqual([2, plan]);
      expect(err).toContain('磁盘已满');
      rmSync(join(folder, 'plan.yaml.bak'), { force: true });
    }
    cpSync(EXAMPLE, folder, { recursive: true });
    const roster = readFileSync(join(folder, 'candidates.yaml'), 'utf8').replace(
      'role: nominee',
      'role: reserve',
    );
    writeFileSync(join(folder, 'candidates.yaml'), roster);
    const bytes = Buffer.byteLength(roster);
    for (const room of [100, bytes + 100]) {
      const { code, err } = await onFull(['select', '--write'], room);
      expect([code, err]).toEqual([2, expect.stringContaining('磁盘已满')]);
      expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).toBe(roster);
      rmSync(join(folder, 'candidates.yaml.bak'), { force: true });
    }
    expect((await onFull(['select', '--write'], 10_000_000)).code).toBe(0);
    expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).not.toBe(roster);
    expect(readFileSync(join(folder, 'candidates.yaml.bak'), 'utf8')).toBe(roster);
  });

  it.skipIf(!existsSync('/dev/full'))('as standard output is said, for a short and a long result', () => {
    for (const command of some(
      [`report ${EXAMPLE} -f json`, `check ${EXAMPLE}`, '--help', `batch ${EXAMPLE} -f ndjson`],
      4,
    )) {
      const { stderr, status } = shell(`"$NODE" "$BIN" ${command} > /dev/full`);
      expect([command, status, stderr]).toEqual([
        command,
        2,
        'plan: 结果没有输出完整：磁盘已满，请腾出空间后再试\n',
      ]);
    }
  });

  it('as a limit on the size of files is said', () => {
    const { stderr, status } = shell(`ulimit -f 1; "$NODE" "$BIN" report ${EXAMPLE} -o a.html`);
    expect([status, stderr]).toEqual([2, 'plan: 无法写入 a.html：超过允许的文件大小\n']);
    expect(existsSync(join(folder, 'a.html'))).toBe(false);
  });
});

describe('a file that changes while it is read', () => {
  const cleared = (path: string): string => {
    rmSync(path);
    return path;
  };
  /** A disk on which something happens right after a call with a path that ends so. */
  const during = (call: 'statSync' | 'openSync', ending: string, happens: (path: string) => void) => {
    let done = false;
    return diskFiles(folder, {
      ...nodeFs,
      [call]: (path: string, ...rest: never[]) => {
        const result = (nodeFs[call] as (...all: unknown[]) => unknown)(path, ...rest);
        if (!done && path.endsWith(ending)) {
          done = true;
          happens(path);
        }
        return result;
      },
    } as FileCalls);
  };
  beforeEach(() => cpSync(EXAMPLE, folder, { recursive: true }));
  const PLACES = (['statSync', 'openSync'] as const).flatMap(call =>
    ['plan.yaml', 'candidates.yaml', 'timeline.yaml'].map(name => [call, name] as const),
  );
  const HAPPENINGS: [what: string, happens: (path: string) => void][] = [
    ['truncated', (path: string) => truncateSync(path, 300)],
    ['emptied', (path: string) => truncateSync(path, 0)],
    ['grown', (path: string) => appendFileSync(path, '\nnarrative: []\n')],
    ['deleted', (path: string) => rmSync(path)],
    ['replaced by a folder', (path: string) => void mkdirSync(cleared(path))],
    ['replaced by a pipe', (path: string) => void spawnSync('mkfifo', [cleared(path)])],
  ];
  it.each(HAPPENINGS.map((each, turn) => [...each, turn] as const))(
    '%s: a verdict or a sentence, in every place',
    async (_what, happens, turn) => {
      // After each call and of each file by turns; in a long run all of them.
      for (const [index, [call, name]] of PLACES.entries()) {
        if (!thorough && index !== turn % 3 && index !== 5 - (turn % 3)) continue;
        rmSync(folder, { recursive: true });
        cpSync(EXAMPLE, folder, { recursive: true });
        const { io, written } = testIo({ cwd: folder });
        const code = await run(['check', '--lang', 'zh'], { ...io, files: during(call, name, happens) });
        expect([0, 1, 2]).toContain(code);
        expect(written.out + written.err).not.toMatch(TRACE);
        expect(written.err).not.toContain('内部错误');
      }
    },
  );

  it('is not read where it has become too large or no file', () => {
    const path = join(folder, 'plan.yaml');
    const files = during('openSync', 'plan.yaml', () => truncateSync(path, 30_000_000));
    expect(() => files.read('plan.yaml')).toThrow(new FileError('too-large'));
    // Parts of a run may be larger than plans.
    expect(diskFiles(folder).read('plan.yaml', 31)).toHaveLength(30_000_000);
    expect(() => diskFiles(folder).read('plan.yaml', 29)).toThrow(new FileError('too-large'));
    // Opening a pipe into which nobody writes would wait for ever.
    spawnSync('mkfifo', [cleared(path)]);
    expect(() => diskFiles(folder).read('plan.yaml')).toThrow(new FileError('special'));
    rmSync(path);
    mkdirSync(path);
    expect(() => diskFiles(folder).read('plan.yaml')).toThrow(new FileError('directory'));
  });

  it('is not overwritten by --fix or --write when an editor has saved it meanwhile', async () => {
    const edited = 'year: 2016 # 编辑器里刚改的\n';
    for (const [name, args, before] of [
      ['plan.yaml', ['check', '--fix'], 'year: ２０１６\n'],
      [
        'candidates.yaml',
        ['select', '--write'],
        readFileSync(join(folder, 'candidates.yaml'), 'utf8').replace('role: nominee', 'role: reserve'),
      ],
    ] as const) {
      const path = join(folder, name);
      writeFileSync(path, before);
      const { io, written } = testIo({ cwd: folder });
      let reads = 0;
      const files = { ...io.files };
      files.read = wanted => {
        const bytes = io.files.read(wanted);
        if (wanted === name && reads++ === 0) writeFileSync(path, edited);
        return bytes;
      };
      const code = await run([...args, '--lang', 'zh'], { ...io, files });
      expect([code, written.err]).toEqual([
        2,
        expect.stringContaining(`${name} 刚才被别的程序改动，没有写入`),
      ]);
      expect(readFileSync(path, 'utf8')).toBe(edited);
      expect(readdirSync(folder).filter(file => file.includes('.bak'))).toEqual([]);
      rmSync(folder, { recursive: true });
      cpSync(EXAMPLE, folder, { recursive: true });
    }
  });
});

describe('a plan that kills what checks it', () => {
  const county = () => {
    for (const name of ['a', 'b', 'killer', 'z'])
      cpSync(EXAMPLE, join(folder, 'all', name), { recursive: true });
  };
  const verdicts = (out: string): [string, string][] =>
    JSON.parse(out).plans.map(({ path, verdict }: { path: string; verdict: string }) => [path, verdict]);
  const EXPECTED = [
    ['all/a', 'pass'],
    ['all/b', 'pass'],
    ['all/killer', 'unreadable'],
    ['all/z', 'pass'],
  ];

  it.each(['json', 'junit', 'text'])('in one thread: it is named, the others go on (%s)', async format => {
    county();
    const { io, written } = testIo({ cwd: folder });
    const files = { ...io.files };
    files.read = path => {
      if (path.includes('killer')) throw new TypeError('boom');
      return io.files.read(path);
    };
    const code = await run(['batch', 'all', '-f', format, '--no-cache', '--lang', 'zh'], { ...io, files });
    expect(code).toBe(2);
    if (format === 'json') expect(verdicts(written.out)).toEqual(EXPECTED);
    expect(written.out).toContain('核对时程序出了故障');
    expect(written.out).toContain('killer');
  });

  /** The run with two workers in which something happens where the plans `killer` and `z` are opened. */
  async function inWorkers(death: string, atZ = '') {
    county();
    const program = join(folder, 'worker.cjs');
    writeFileSync(
      program,
      `const fs = require('node:fs'); const { openSync } = fs;
       fs.openSync = (path, ...rest) => {
         if (String(path).includes('killer')) { ${death} }
         if (/[\\\\/]z[\\\\/]/.test(path)) { ${atZ} }
         return openSync(path, ...rest);
       };
       require(${JSON.stringify(BIN)});`,
    );
    const { io, written } = testIo({ cwd: folder });
    const code = await run(['batch', 'all', '-f', 'json', '--jobs', '2', '--no-cache'], {
      ...io,
      workers: { program, cores: 2 },
    });
    return { code, verdicts: verdicts(written.out) };
  }

  it.each(
    some(
      [
        ['exits', 'process.exit(7)'],
        ['throws', 'process.nextTick(() => { throw new Error("boom") }); path = "/nowhere";'],
      ],
      2,
    ),
  )('in a worker that %s', async (_what, death) => {
    expect(await inWorkers(death)).toEqual({ code: 2, verdicts: EXPECTED });
  });

  it('in a worker that dies after its answer, while another works: the run ends', async () => {
    const { code, verdicts } = await inWorkers(
      'setImmediate(() => { throw new Error("boom") });',
      'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);',
    );
    expect(verdicts.map(([, verdict]) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(code).toBe(0);
  });

  it.runIf(thorough)('in a worker that runs out of memory', () => {
    county();
    writeFileSync(
      join(folder, 'program.cjs'),
      `const fs = require('node:fs'); const { openSync } = fs; const all = [];
       fs.openSync = (path, ...rest) => {
         while (String(path).includes('killer')) all.push(Array.from({ length: 1000 }, () => ({ all })));
         return openSync(path, ...rest);
       };
       require(${JSON.stringify(BIN)});`,
    );
    const { stdout, status } = shell(
      `"$NODE" --max-old-space-size=48 program.cjs batch all -f json --jobs 2 --no-cache 2>/dev/null`,
    );
    expect(verdicts(stdout)).toEqual(EXPECTED);
    expect(status).toBe(2);
  });

  it('where no worker starts at all, plans are checked without', async () => {
    county();
    rmSync(join(folder, 'all/killer'), { recursive: true });
    const { io, written } = testIo({ cwd: folder });
    const code = await run(['batch', 'all', '-f', 'json', '--jobs', '2', '--no-cache'], {
      ...io,
      workers: { program: join(folder, 'missing.cjs'), cores: 2 },
    });
    expect(verdicts(written.out).map(([, verdict]) => verdict)).toEqual(['pass', 'pass', 'pass']);
    expect(code).toBe(0);
  });
});

describe('what the process has or lacks', () => {
  it('a closed pipe changes neither exit code nor files', () => {
    const broken = resolve('examples/township-2016-broken');
    const { stdout, stderr } = shell(
      `"$NODE" "$BIN" check ${broken} -f text -f json=out.json | true; echo "\${PIPESTATUS[0]}"
       "$NODE" "$BIN" batch ${broken} nowhere -f ndjson 2> >(true) | head -c1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
    );
    expect(stdout).toBe('1\n2\n');
    expect(stderr).toBe('已写入 out.json\n');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).schema).toBe('plan-result/v1');
  });

  it('closed standard streams, no terminal, a folder that is gone, few files', () => {
    const check = `"$NODE" "$BIN" check ${EXAMPLE}`;
    expect(shell(`"$NODE" "$BIN" init new <&- >&-`).status).toBe(0);
    if (thorough) {
      expect(shell(`${check} <&- >&-`).status).toBe(0);
      expect(shell(`"$NODE" "$BIN" init other </dev/null`).status).toBe(0);
      expect(shell(`"$NODE" "$BIN" check - <&-`).status).toBe(2);
    }
    const gone = shell(`mkdir gone; cd gone; rmdir ../gone; "$NODE" "$BIN" check`);
    expect([gone.status, gone.stderr]).toEqual([2, expect.stringContaining('当前文件夹已经不存在')]);
    // Below 18 Node itself does not start.
    const few = [
      check,
      `"$NODE" "$BIN" report ${EXAMPLE} -o a.docx`,
      `"$NODE" "$BIN" report ${EXAMPLE} -o a.md`,
    ];
    for (const command of thorough ? few : few.slice(-1))
      expect(shell(`ulimit -n 18; ${command}`).status).toBeLessThan(3);
  });

  it('any environment: the same bytes', async () => {
    const args = ['check', EXAMPLE, '--as-of', '2016-06-01', '--lang', 'zh', '-f', 'json'];
    const usual = (await runPlan(args, { cwd: folder })).out;
    expect(JSON.parse(usual).plans).toHaveLength(1);
    const check = `"$NODE" "$BIN" ${args.join(' ')}`;
    expect(shell(`env -i LC_ALL=POSIX ${check}`).stdout).toBe(usual);
    if (thorough) expect(shell(check, { LANG: 'C', TERM: 'dumb', TZ: 'Nowhere/Land' }).stdout).toBe(usual);
  });

  it('no home, or a cache that is a file, a ruin or cannot be made: as if there was none', async () => {
    cpSync(EXAMPLE, join(folder, 'a'), { recursive: true });
    const batch = (env: Record<string, string>) =>
      runPlan(['batch', 'a', '-f', 'json'], { cwd: folder, env });
    const usual = await batch({});
    writeFileSync(join(folder, 'file'), '');
    const places: Record<string, string>[] = [
      { HOME: join(folder, 'nobody') },
      { HOME: '' },
      { PLAN_CACHE_DIR: join(folder, 'file') },
      { PLAN_CACHE_DIR: '/proc/nothing' },
      { PLAN_CACHE_DIR: '/dev/full' },
    ];
    for (const env of places) expect(await batch(env)).toEqual(usual);
    expect(readdirSync(folder).sort()).toEqual(['a', 'file']);
    const env = { PLAN_CACHE_DIR: join(folder, 'cache') };
    await batch(env);
    for (const name of readdirSync(env.PLAN_CACHE_DIR, { recursive: true, encoding: 'utf8' })) {
      const path = join(env.PLAN_CACHE_DIR, name);
      if (!name.endsWith('.json')) continue;
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll('pass', 'fail'));
    }
    expect(await batch(env)).toEqual(usual);
  });

  it('a signal ends it with its code and a sentence', async () => {
    cpSync(EXAMPLE, folder, { recursive: true });
    const SIGNALS = [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const;
    for (const [signal, code] of some(SIGNALS, 3)) {
      const child = spawn(process.execPath, [BIN, 'check', '--watch', '--lang', 'zh'], { cwd: folder });
      let err = '';
      child.stderr.on('data', chunk => {
        err += chunk;
        if (String(chunk).includes('Ctrl-C')) child.kill(signal);
      });
      const ended = await new Promise(done => child.on('close', done));
      expect([signal, ended, err]).toEqual([signal, code, expect.stringContaining('plan: 已中断')]);
    }
  });

  it.skipIf(process.getuid?.() === 0)(
    'a read-only folder is said (as root: in the nightly run)',
    async () => {
      chmodSync(folder, 0o500);
      const { code, err } = await runPlan(['schema', '-o', 'a.json'], { cwd: folder });
      chmodSync(folder, 0o700);
      expect([code, err]).toEqual([2, expect.stringContaining('没有写入权限')]);
    },
  );
});

describe('clocks and zones', () => {
  let zone: string | undefined;
  beforeAll(() => {
    zone = process.env.TZ;
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const ZONES = ['Etc/GMT+12', 'UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Etc/GMT-14'];

  it('no date moves with the zone, nor at a change of the clock', async () => {
    const outputs = new Set<string>();
    // The two that are farthest apart; in a long run those between them, too.
    for (const name of some(ZONES, 5)) {
      process.env.TZ = name;
      let all = '';
      for (const asOf of ['2016-03-13', '2018-11-04'])
        for (const args of [
          ['check', EXAMPLE, '-f', 'json'],
          ['checklist', EXAMPLE, '-f', 'json'],
        ])
          all += (await runPlan([...args, '--as-of', asOf])).out;
      outputs.add(all);
    }
    expect(outputs.size).toBe(1);
  });

  it('nor do the bytes of what is printed', async () => {
    const printed = new Set<string>();
    for (const name of ['Etc/GMT+12', 'Etc/GMT-14']) {
      process.env.TZ = name;
      const args = ['--force', '--as-of', '2016-06-01'];
      await runPlan(['schedule', EXAMPLE, '-o', 'a.docx', ...args], { cwd: folder });
      await runPlan(['export', EXAMPLE, '-o', 'a.xlsx', ...args], { cwd: folder });
      printed.add(['a.docx', 'a.xlsx'].map(file => readFileSync(join(folder, file), 'base64')).join(' '));
    }
    expect(printed.size).toBe(1);
  });

  it('today is the local date, to the minute, also where midnight does not exist', async () => {
    for (const [name, moment, day] of [
      ['Etc/GMT-14', '2016-06-01T09:59:00Z', '2016-06-01'],
      ['Etc/GMT-14', '2016-06-01T10:00:00Z', '2016-06-02'],
      ['Etc/GMT+12', '2016-06-01T11:59:00Z', '2016-05-31'],
      ['Asia/Shanghai', '2015-12-31T16:00:00Z', '2016-01-01'],
      ['America/Sao_Paulo', '2018-11-04T03:00:00Z', '2018-11-04'],
      ['America/New_York', '2016-11-06T04:00:00Z', '2016-11-06'],
      ['UTC', '2099-12-31T23:59:59Z', '2099-12-31'],
      ['UTC', '1969-12-31T23:59:59Z', '1969-12-31'],
    ] as const) {
      process.env.TZ = name;
      const { io, written } = testIo({ stdin: 'year: 2016\n' });
      await run(['check', '-', '-f', 'json'], { ...io, now: () => new Date(moment) });
      expect([name, JSON.parse(written.out).asOf]).toEqual([name, day]);
    }
  });

  it('every command answers in 2099, in a long run in 1969 too', async () => {
    for (const now of some(['2099-02-28', '1969-07-20'], 2))
      for (const args of [
        ['check'],
        ['checklist'],
        ['report'],
        ['schedule'],
        ['notice'],
        ['document'],
        ['select'],
        ['batch'],
      ]) {
        const { code, err } = await runPlan([...args, EXAMPLE], { now });
        expect([0, 1]).toContain(code);
        expect(err).not.toContain('内部错误');
      }
  });
});

describe('no network', () => {
  const dist = resolve('dist');
  const chunks = readdirSync(dist).filter(name => name.endsWith('.cjs'));
  const matches = (pattern: RegExp) =>
    chunks.filter(name => pattern.test(readFileSync(join(dist, name), 'utf8')));

  it('nothing in the package asks for a module that opens it', () => {
    expect(chunks.length).toBeGreaterThan(20);
    const MODULES = 'net|http|https|http2|dns|dns/promises|tls|dgram|inspector|child_process|cluster|quic';
    expect(matches(new RegExp(`(["'\`])(node:)?(${MODULES})\\1`))).toEqual([]);
  });

  it('nothing uses what browsers have for it, but the part of HiGHS that only browsers run', () => {
    const BROWSER =
      /\b(fetch|importScripts)\(|\b(WebSocket|XMLHttpRequest|EventSource|sendBeacon|RTCPeerConnection)\b/;
    expect(matches(BROWSER).map(name => name.replace(/-.*/, ''))).toEqual(['highs']);
  });

  it('the solver loads and answers where all of that throws', () => {
    const trap = join(folder, 'trap.cjs');
    writeFileSync(
      trap,
      `const refuse = name => () => { throw new Error('NETWORK ' + name); };
       globalThis.fetch = refuse('fetch');
       for (const name of ['XMLHttpRequest', 'WebSocket', 'EventSource']) globalThis[name] = class { constructor() { refuse(name)(); } };
       const Module = require('node:module'); const load = Module._load;
       Module._load = (id, ...rest) => /^(node:)?(net|https?2?|dns|tls|dgram)$/.test(id) ? refuse(id)() : load(id, ...rest);
       const file = require('node:fs').readdirSync(${JSON.stringify(dist)}).find(name => /^highs-.*.cjs$/.test(name) && require('node:fs').readFileSync(${JSON.stringify(dist)} + '/' + name, 'utf8').includes('XMLHttpRequest'));
       const made = require(${JSON.stringify(dist)} + '/' + file);
       const given = { locateFile: () => ${JSON.stringify(join(dist, 'highs.wasm'))} };
       let loading = made.default(given); if (typeof loading === 'function') loading = loading(given);
       loading.then(highs => {
         const { ObjectiveValue } = highs.solve('Maximize\\n obj: x\\nSubject To\\n c: x <= 3\\nEnd');
         console.log(ObjectiveValue);
       });`,
    );
    const { stdout, stderr } = shell(`"$NODE" ${trap}`);
    expect([stderr, stdout]).toEqual(['', '3\n']);
  });
});

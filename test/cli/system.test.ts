import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import { run } from '../../src/cli/run.ts';
import { languageOf } from '../../src/cli/settings.ts';
import { canBeMade, typedPath, typedValue } from '../../src/cli/system.ts';
import { watchOnDisk } from '../../src/cli/watch.ts';
import { userFileText } from '../../src/output/gate.ts';
import { expandPattern } from '../../src/read/patterns.ts';
import { runPlan, type TestOptions, testIo } from '../support/io.ts';
import { memoryFiles } from '../support/memory.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-system-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const onWindows = (args: string[], options: TestOptions = {}) =>
  runPlan([...args, '--lang', 'zh'], { cwd: folder, system: 'windows', ...options });

describe('a path as it is typed', () => {
  it.each([
    ['东镇\\plan.yaml', '东镇/plan.yaml', undefined],
    ['.\\东镇\\', './东镇/', undefined],
    ['D:\\东 镇\\plan.yaml', 'D:/东 镇/plan.yaml', undefined],
    ['\\\\server\\share\\县', '//server/share/县', undefined],
    ['东镇/plan.yaml', '东镇/plan.yaml', undefined],
    ['-', '-', undefined],
    ['D:\\东 镇"', 'D:/东 镇', 'quote'],
    ['D:\\东 镇" ', 'D:/东 镇', 'quote'],
    ['D:\\东 镇" --lang en', 'D:/东 镇', 'swallowed'],
  ])('%s on Windows', (typed, path, fault) => {
    expect(typedPath(typed, 'windows')).toEqual({ path, ...(fault && { fault }) });
  });

  it.each([
    ['a\\b', 'a\\b'],
    ['a"', 'a"'],
    ['//srv/plans', '/srv/plans'],
    ['a//b', 'a//b'],
  ])('%s on POSIX', (typed, path) => {
    expect(typedPath(typed, 'posix')).toEqual({ path });
  });

  it.each([
    ['-o, --output <file>', 'a\\b.docx', 'a/b.docx'],
    ['--reports <dir>', 'a\\b', 'a/b'],
    ['--since <result>', 'a\\b.json', 'a/b.json'],
    ['[path...]', 'a\\b', 'a/b'],
    ['-f, --format <format>', 'json=a\\b.json', 'json=a/b.json'],
    ['-f, --format <format>', 'json', 'json'],
    // What is no path keeps its backslashes and quotes.
    ['--map [column=field]', '姓名\\职务=name', '姓名\\职务=name'],
    ['--name <name>', '“东\\镇"', '“东\\镇"'],
  ])('%s %s', (spelling, typed, value) => {
    expect(typedValue(spelling, typed, 'windows')).toEqual({ value });
  });
});

it.each([
  ['核对.docx', true],
  ['D:/东镇/核对.docx', true],
  ['D:核对.docx', true],
  ['//server/share/核对.docx', true],
  ['//?/D:/核对.docx', true],
  ['./../核对.docx', true],
  ['nullable.docx', true],
  ['.schema/plan.json', true],
  ['nul', false],
  ['CON.docx', false],
  ['com1.tar.gz', false],
  ['东镇/aux/a.docx', false],
  ['a<b.docx', false],
  ['报?告', false],
  ['东镇:核对.docx', false],
  ['核对.', false],
  ['核对 /a.docx', false],
])('on Windows %s can be made: %s', (path, expected) => {
  expect(canBeMade(path, 'windows')).toBe(expected);
  expect(canBeMade(path, 'posix')).toBe(true);
});

describe('on Windows', () => {
  beforeEach(() => cpSync('examples/township-2016', join(folder, '县/东 镇'), { recursive: true }));

  it('paths are taken with \\ and shown with /', async () => {
    const { out, code } = await onWindows(['check', '县\\东 镇', '-f', 'json']);
    const [plan] = JSON.parse(out).plans;
    expect([code, plan.path]).toEqual([0, '县/东 镇']);
    expect(plan.findings.map(({ file }: { file: string }) => file).join()).not.toContain('\\');
    expect(await onWindows(['batch', '县\\*镇', '-f', 'json'])).toMatchObject({ code: 0 });
    writeFileSync(join(folder, '名单.txt'), '县\\东 镇\r\n\\\r\n');
    const listed = await onWindows(['batch', '--files-from', '.\\名单.txt', '-f', 'json', '--no-cache']);
    expect(JSON.parse(listed.out).plans[0].path).toBe('县/东 镇');
    expect(listed.err).toContain('整个磁盘');
  });

  it('what is written is named with /', async () => {
    const { err } = await onWindows(['init', '新\\西镇', '--total', '3', '--name', '西镇党委']);
    expect(err).toContain('新/西镇/plan.yaml');
    expect(err).not.toContain('\\');
    const report = await onWindows(['report', '县\\东 镇', '-o', '县\\报告.docx']);
    expect([report.code, report.err]).toEqual([0, expect.stringContaining('县/报告.docx')]);
  });

  it('a quote that cmd leaves at the end is taken off and told; options behind it are asked for', async () => {
    expect(await onWindows(['check', '县\\东 镇"'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('末尾的 \\" 已略去'),
    });
    expect(await onWindows(['check', '县\\东 镇" --max-warnings 0'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('后面的选项会被当成路径的一部分'),
    });
  });

  it.each([
    ['report', '县\\东 镇', '-o', 'nul.md'],
    ['report', '县\\东 镇', '-o', '报?告.md'],
    ['batch', '县', '--reports', '报告.'],
    ['init', 'aux\\西镇', '--total', '3'],
    ['export', '县\\东 镇', '-o', '甲:乙.xlsx'],
  ])('a name that cannot be is refused in words: plan %s %s %s %s', async (...args) => {
    const { code, err } = await onWindows(args);
    expect([code, err]).toEqual([2, expect.stringContaining('Windows 不能有这样的文件名')]);
    expect(readdirSync(folder)).toEqual(['县']);
  });

  it('rows are kept in LOCALAPPDATA', async () => {
    mkdirSync(join(folder, 'local'));
    await onWindows(['batch', '县'], { env: { LOCALAPPDATA: join(folder, 'local'), USERPROFILE: folder } });
    expect(readdirSync(join(folder, 'local/plan/cache'))).toHaveLength(1);
  });

  it('who redirects before a console is told of -o; a script is told nothing', async () => {
    const { io, written } = testIo({ cwd: folder, system: 'windows' });
    const before = { ...io, stderr: { ...io.stderr, isTTY: true } };
    await run(['check', '县\\东 镇', '--lang', 'zh'], before);
    expect(written.err).toContain('改用 -o');
    expect((await onWindows(['check', '县\\东 镇'])).err).toBe('');
  });
});

it('a county names folders with \\ on every system', async () => {
  cpSync('examples/township-2016', join(folder, '乡/东镇'), { recursive: true });
  const county = (path: string) =>
    `year: 2016\norganization: { name: 某县委 }\nquota: { total: 9 }\ntownships: [{ name: 东镇, quota: 9, path: ${path} }]\n`;
  const batch = async (path: string) => {
    writeFileSync(join(folder, 'county.yaml'), county(path));
    return JSON.parse((await runPlan(['batch', '.', '-f', 'json', '--no-cache'], { cwd: folder })).out);
  };
  const expected = await batch('乡/东镇');
  expect(expected.plans).toHaveLength(1);
  expect(await batch('乡\\东镇')).toEqual(expected);
});

it('a county file in capitals is one where it is named', async () => {
  writeFileSync(
    join(folder, 'COUNTY.YAML'),
    'year: 2026\nquota: { total: 9 }\ntownships: [{ name: 东镇, quota: 9, path: dong }]\n',
  );
  const { out } = await runPlan(['batch', 'COUNTY.YAML', '-f', 'json', '--no-cache'], { cwd: folder });
  expect(JSON.parse(out).county.townships).toMatchObject([{ name: '东镇' }]);
});

it('shares of Windows can be searched', async () => {
  const files = memoryFiles({ '//server/share/东镇/plan.yaml': '' });
  const list = (path: string) =>
    path === '//server/share/' ? [{ name: '东镇', kind: 'directory' as const }] : [];
  expect(await expandPattern('\\\\server\\share\\*镇', { ...files, list })).toEqual(['//server/share/东镇']);
});

it.each([
  [{}, 'en-US', 'en'],
  [{}, 'zh-CN', 'zh'],
  [{}, 'de-DE', 'zh'],
  [{}, '', 'zh'],
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
  [{ LANG: 'C' }, 'en-US', 'zh'],
  [{ PLAN_LANG: 'zh' }, 'en-US', 'zh'],
])('%j on a system set to %s speaks %s', (env, locale, language) => {
  expect(languageOf([], env, () => locale)).toBe(language);
});

describe('files that another program has open', () => {
  const failing = (code: string, times: number, call: 'renameSync' | 'openSync') => {
    let left = times;
    const files = diskFiles(
      folder,
      {
        [call]: (...args: never[]) => {
          if (left-- > 0) throw Object.assign(new Error(code), { code });
          return ({ renameSync }[call as 'renameSync'] as (...args: never[]) => void)(...args);
        },
      },
      undefined,
      'windows',
    );
    return files;
  };

  it('a draft that is being looked at by a scanner is moved a little later', () => {
    writeFileSync(join(folder, 'a.txt'), 'before');
    failing('EPERM', 2, 'renameSync').write('a.txt', userFileText('after'), { replace: true });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('after');
  });

  it('one that Excel holds is told, and stays', async () => {
    writeFileSync(join(folder, 'a.json'), 'before');
    const { io, written } = testIo({ cwd: folder, system: 'windows' });
    const files = failing('EBUSY', Infinity, 'renameSync');
    expect(await run(['schema', '-o', 'a.json', '--force', '--lang', 'zh'], { ...io, files })).toBe(2);
    expect(written.err).toContain('正在 Excel、WPS 或别的程序中打开着');
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('one that cannot even be read is told with what to do', async () => {
    const { io, written } = testIo({ cwd: folder });
    const files = failing('EBUSY', Infinity, 'openSync');
    writeFileSync(join(folder, 'plan.yaml'), 'year: 2016\n');
    expect(await run(['check', '--lang', 'zh'], { ...io, files })).toBe(2);
    expect(written.out).toContain('正被别的程序占用');
    expect(written.out).toContain('请在那里保存并关闭');
  });
});

it('a path with / at its end is a folder', () => {
  expect(() => diskFiles(folder).write('a/', userFileText('a'), { replace: false })).toThrow('EISDIR');
  expect(readdirSync(folder)).toEqual([]);
});

describe('watching', () => {
  it.each([
    ['a folder', '.', '名册.yaml'],
    ['a companion of a file', 'plan.yaml', 'candidates.yaml'],
    ['a new file', 'plan.yaml', 'timeline.yaml'],
  ])('%s: what was saved since counts', async (_name, path, saved) => {
    for (const name of ['plan.yaml', 'candidates.yaml', '名册.yaml']) writeFileSync(join(folder, name), 'a');
    const changed = watchOnDisk(folder, [path]);
    writeFileSync(join(folder, saved), 'another');
    expect(await changed([])).toBe(true);
  });

  it('files that were read elsewhere are watched as well', async () => {
    mkdirSync(join(folder, 'packs'));
    mkdirSync(join(folder, 'plan'));
    const pack = join(folder, 'packs/县.yaml');
    writeFileSync(pack, 'a');
    const changed = watchOnDisk(folder, ['plan'])([resolve(pack)]);
    writeFileSync(pack, 'another');
    expect(await changed).toBe(true);
  });
});

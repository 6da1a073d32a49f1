import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';
import { thorough } from '../support/runs.ts';

const ROSTERS = 'test/rosters';
const AS_OF = ['--as-of', '2016-06-01', '--lang', 'zh'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...args: string[]) => runPlan([...args, ...AS_OF], { cwd: folder });
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

/** A workbook of one sheet. */
function workbook(rows: unknown[][], bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单');
  return write(book, { type: 'buffer', bookType, compression: true });
}

const HEAD = ['姓名', '性别', '出生年月', '申请入党时间'];

describe('plan import', () => {
  it.each(readdirSync(ROSTERS).filter(name => /\.(xlsx|xls|csv)$/.test(name)))(
    'reads %s without hand work (UPDATE_GOLDEN=1 rewrites what is expected)',
    async name => {
      // Beside the plan, so that lines break the same way wherever the project lies.
      copyFileSync(join(ROSTERS, name), join(folder, name));
      const { code, out: report } = await inFolder('import', name);
      expect(code).toBe(0);
      const yaml = readFileSync(join(folder, 'candidates.yaml'), 'utf8');
      for (const [ending, text] of [
        ['yaml', yaml],
        ['txt', report],
      ] as const) {
        const file = join(ROSTERS, name.replace(/\.\w+$/, `.${ending}`));
        if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
        expect(text).toBe(readFileSync(file, 'utf8'));
      }
      expect(report).not.toMatch(/\d{15}/);
    },
  );

  it.each(readdirSync(ROSTERS).filter(name => /\.(xlsx|xls|csv)$/.test(name)))(
    'writes of %s what the check reads without a finding about the form',
    async name => {
      await inFolder('import', resolve(ROSTERS, name));
      put('plan.yaml', 'year: 2016\norganization: { name: 某镇党委 }\n');
      const { out } = await inFolder('check', '-f', 'json');
      const [plan] = JSON.parse(out).plans;
      // What was lost before the roster came is said by every check.
      const lost = /末几位已丢失/.test(readFileSync(join(folder, 'candidates.yaml'), 'utf8'));
      const told = plan.findings.map(({ code }: { code: string }) => code);
      expect([...new Set(told.filter((code: string) => code.startsWith('input/')))]).toEqual(
        lost ? ['input/precision-lost'] : [],
      );
    },
  );

  it('keeps an existing file, and writes over it when told to', async () => {
    put('名册.xlsx', workbook([HEAD, ['王甲', '男', '1990.5', '2014.1.2']]));
    put('candidates.yaml', 'mine');
    expect(await inFolder('import', '名册.xlsx')).toMatchObject({ code: 2 });
    expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).toBe('mine');
    expect(await inFolder('import', '名册.xlsx', '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).toContain('王甲');
  });

  it('takes the meaning of a column from --map, and keeps it for the next time', async () => {
    put(
      '名册.xlsx',
      workbook([
        [...HEAD, '第三栏'],
        ['王甲', '男', '1990.5', '2014.1.2', '会计'],
      ]),
    );
    const first = await inFolder(
      'import',
      '名册.xlsx',
      '--map',
      '第三栏=单位及职务',
      '--save-map',
      '对照.json',
    );
    expect(first.code).toBe(0);
    expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).toContain('单位及职务: 会计');
    await inFolder('import', '名册.xlsx', '--map-file', '对照.json', '-o', 'b.yaml', '--keys', 'en');
    expect(readFileSync(join(folder, 'b.yaml'), 'utf8')).toContain('position: 会计');
  });

  it('refuses a field or a column that does not exist', async () => {
    put('名册.xlsx', workbook([HEAD, ['王甲', '男', '1990.5', '2014.1.2']]));
    const field = await inFolder('import', '名册.xlsx', '--map', '性别=性刖');
    expect(field).toMatchObject({ code: 2 });
    expect(field.err).toContain('没有字段“性刖”');
    const column = await inFolder('import', '名册.xlsx', '--map', '不存在=性别');
    expect(column.err).toContain('在表头中找不到');
  });

  it('leaves a month that may be January or October empty and says so', async () => {
    put(
      '名册.xlsx',
      workbook([HEAD, ['王甲', '男', '1990.1', '2014.1.2'], ['王乙', '男', '1990.5', '2014.1.2']]),
    );
    const { out } = await inFolder('import', '名册.xlsx');
    expect(out).toContain('[名单] C2');
    const yaml = readFileSync(join(folder, 'candidates.yaml'), 'utf8');
    expect(yaml.match(/出生日期: /g)).toHaveLength(1);
  });

  it('reads hundreds of rows, in a long run thousands', async () => {
    const length = thorough ? 5000 : 300;
    const rows = Array.from({ length }, (_, index) => [`王${index}`, '男', '1990.05', '2014-01-02']);
    put('名册.xlsx', workbook([HEAD, ...rows]));
    const { code, out } = await inFolder('import', '名册.xlsx');
    expect(code).toBe(0);
    expect(out).toContain(`${length} 人`);
  });
});

describe('a file that is no roster gets a sentence', () => {
  const compound = (...streams: string[]) => {
    const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    return Uint8Array.from([...magic, ...streams.flatMap(name => [...Buffer.from(name, 'utf16le')])]);
  };
  /** Just above what a workbook may unpack to here: packing more only takes longer. */
  const env = { PLAN_MAX_UNPACKED_MB: '1' };
  const bomb = () =>
    zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(1e6 + 1) });
  it.each([
    ['an encrypted workbook', () => compound('EncryptionInfo', 'EncryptedPackage'), '密码'],
    ['a renamed .doc', () => compound('WordDocument'), 'Word 文件'],
    ['a renamed .docx', () => zipSync({ 'word/document.xml': strToU8('<x/>') }), 'Word 文件'],
    ['a zip bomb', bomb, '大得不正常'],
    ['bytes that are nothing', () => new Uint8Array(300).fill(0xff), '不是有效的 Excel 文件'],
    ['a torn workbook', () => workbook([HEAD]).slice(0, 500), '损坏'],
    ['an old workbook torn', () => workbook([HEAD], 'biff8').slice(0, 600), '损坏'],
    [
      'no head',
      () =>
        workbook([
          ['一', '二'],
          ['三', '四'],
        ]),
      '表头',
    ],
    ['a head without people', () => workbook([HEAD]), '没有人员'],
    ['an empty file', () => new Uint8Array(), '空'],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), '这是图片'],
  ])('%s', async (_name, make, words) => {
    put('名册.xlsx', make());
    const { code, err } = await runPlan(['import', '名册.xlsx', ...AS_OF], { cwd: folder, env });
    expect(err).toContain(words);
    expect(err).not.toContain('内部错误');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['名册.xlsx']);
  });
});

describe('candidates: 名册.xlsx', () => {
  it('names sheet and cell in findings', async () => {
    put('plan.yaml', 'year: 2016\norganization: { name: 某镇党委 }\ncandidates: 名册.xlsx\n');
    put(
      '名册.xlsx',
      workbook([
        ['某镇名册'],
        HEAD,
        ['王甲', '男', '1990-02-30', '2014.1.2'],
        ['王乙', '男', '2010.3.1', '2014.1.2'],
      ]),
    );
    const text = await inFolder('check');
    expect(text.code).toBe(1);
    expect(text.out).toContain('名册.xlsx [名单] C3');
    const { out } = await inFolder('check', '-f', 'json');
    const findings: { code: string; cell?: string; line: number }[] = JSON.parse(out).plans[0].findings;
    expect(findings.find(({ code }) => code === 'input/schema')).toMatchObject({
      cell: '[名单] C3',
      line: 3,
    });
    expect(findings.find(({ code }) => code === 'candidate/underage')).toMatchObject({ cell: '[名单] D4' });
  });

  it('says when the file is missing or encrypted', async () => {
    put('plan.yaml', 'year: 2016\norganization: { name: 某镇党委 }\ncandidates: 名册.xlsx\n');
    expect((await inFolder('check')).code).toBe(2);
    put(
      '名册.xlsx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    );
    const { code, out } = await inFolder('check');
    expect(code).toBe(2);
    expect(out).toContain('密码');
  });
});

describe('candidates: { file, sheet, columns }', () => {
  const plan = (candidates: string) =>
    put('plan.yaml', `year: 2016\norganization: { name: 某镇党委 }\ncandidates: ${candidates}\n`);
  const findings = async () => {
    const { out } = await inFolder('check', '-f', 'json');
    return (JSON.parse(out).plans[0].findings as { code: string; message: string }[]).filter(
      ({ code }) => code === 'input/schema',
    );
  };
  beforeEach(() => {
    put(
      '名册.xlsx',
      workbook([
        [...HEAD, '现岗'],
        ['王甲', '男', '1990.5', '2014.1.2', '会计'],
      ]),
    );
  });

  it('says what a column is, as --map does', async () => {
    plan('{ file: 名册.xlsx, sheet: 名单, columns: { 现岗: 单位及职务 } }');
    expect(await findings()).toEqual([]);
    const { out } = await inFolder('check', '-f', 'json');
    expect(out).not.toContain('现岗');
  });

  it.each([
    [
      'a field that there is not',
      '{ file: 名册.xlsx, columns: { 现岗: 单位及职位 } }',
      '“现岗”不能是“单位及职位”',
    ],
    ['a column that there is not', '{ file: 名册.xlsx, columns: { 旧岗: 职务 } }', '“栏目”不能是“旧岗”'],
  ])('tells %s', async (_name, candidates, message) => {
    plan(candidates);
    expect((await findings()).map(each => each.message)).toEqual([message]);
  });

  it('lists the fields for --map alone', async () => {
    const { code, out } = await inFolder('import', '--map');
    expect(code).toBe(0);
    expect(out).toContain('递交入党申请书  events.application');
  });
});

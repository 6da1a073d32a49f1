import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/cli/disk.ts';
import { PROSE_FIELDS } from '../../src/model/plan-texts.ts';
import { planWorkbook } from '../../src/office/plan-workbook.ts';
import { wholePlanYaml } from '../../src/office/yaml-text.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { checkPlan } from '../../src/rules/check.ts';
import { messageOf } from '../../src/text/sentences.ts';
import { texts } from '../../src/text/zh/index.ts';
import { parseDay } from '../../src/values/day.ts';
import { memoryFiles } from '../support/memory.ts';
import { faultsOf, hasValidator } from '../support/office.ts';

const asOf = parseDay('2016-06-01')!;
type Loaded = Awaited<ReturnType<typeof loadPlan>>;
const load = (files: Record<string, string | Uint8Array>, path = '.') =>
  loadPlan(path, { files: memoryFiles(files), asOf });
const written = ({ data }: Loaded) =>
  planWorkbook(data!(), { texts: texts.workbook, made: asOf, emptyRows: 3 });
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const found = (loaded: Loaded) =>
  checkPlan(loaded, asOf)
    // A weekday beside a date is judged where it was written, and goes no further.
    .findings.filter(({ code }) => !code.startsWith('input/') && code !== 'timeline/weekday-mismatch')
    .map(({ code, subject, args }) => JSON.stringify({ code, subject, args }).replace(/"line":\d+/g, ''))
    .sort();

describe.each([
  'township-2016',
  'township-2016-broken',
  'township-2016-conflict',
  'phased-pilot',
  'youth-talent-2016',
])('examples/%s', name => {
  it('is the same from its folder, its workbook, and YAML made of that', async () => {
    const yaml = await loadPlan(`examples/${name}`, { files: diskFiles(process.cwd()), asOf });
    const bytes = written(yaml);
    const workbook = await load({ '计划.xlsx': bytes });
    expect(workbook.problems.all.map(({ args }) => args)).toEqual([]);
    expect(found(workbook)).toEqual(found(yaml));
    const again = await load({ 'plan.yaml': wholePlanYaml(workbook.data!(), 'zh') });
    expect(again.problems.all.map(({ args }) => args)).toEqual([]);
    expect(plain({ ...again.data!(), schema: '' })).toEqual(plain({ ...workbook.data!(), schema: '' }));
    if (hasValidator) expect(await faultsOf(bytes, 'xlsx')).toEqual([]);
  });
});

/** A workbook as a clerk fills it in. */
function workbook(sheets: Record<string, unknown[][]>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows) as WorkSheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

const PLAN = [
  ['某镇党委2016年度计划'],
  ['【基本情况】'],
  ['项目', '内容'],
  ['年度', 2016],
  ['【单位】'],
  ['项目', '内容'],
  ['名称', '某镇党委'],
  ['【指导性计划】'],
  ['总数', '2名'],
  ['【名额分配】'],
  ['名称', '名额'],
  ['农牧民', 2],
  ['【结构要求】'],
  ['名称', '条件', '要求', '比例或人数', '基数'],
  ['女党员', '性别=女', '不低于', { t: 'n', v: 0.5, z: '0%' }, '农牧民'],
];

const said = ({ problems }: Loaded) =>
  problems.all.map(problem => [problem.place.locate().cell, messageOf(problem as never, texts)]);

describe('a workbook that was filled in by hand', () => {
  it('refers to rows by their names, and needs no codes', async () => {
    const loaded = await load({
      '计划.xlsx': workbook({
        计划: PLAN,
        名册: [
          ['姓名', '性别', '名额类别', '名额', '列入方式'],
          ['古丽', '女', '农牧民', '农牧民1号名额', '拟发展对象'],
        ],
        时间安排: [
          ['名称', '类型', '日期', '时长', '前置步骤'],
          ['推荐', '推荐人选', '2016.6.8'],
          ['公示', '', '', '5个工作日', '推荐+2天'],
        ],
      }),
    });
    expect(said(loaded)).toEqual([]);
    expect(plain(loaded.data!())).toMatchObject({
      year: 2016,
      quota: { total: 2, categories: [{ id: '农牧民', name: '农牧民', count: 2 }] },
      structure: [{ id: '女党员', where: { gender: 'female' }, of: '农牧民' }],
      candidates: [{ id: 'c01', name: '古丽', category: '农牧民', slot: '农牧民-1', role: 'nominee' }],
      timeline: [
        { id: '推荐', kind: 'nomination', on: '2016-06-08' },
        { id: '公示', duration: '5wd', after: ['推荐+2d'] },
      ],
    });
  });

  it('tells everything that it did not understand at its cell, by its heading', async () => {
    const loaded = await load({
      '计划.xlsx': workbook({
        计划: [
          ...PLAN.slice(0, -1),
          ['女党员', '女的', '不低于', '50%'],
          ['青年', '年令不超过35', '不低于', '50%'],
          ['少数民族', '民族≠汉族', '差不多', '20%'],
          ['牧民', '职业=牧民', '', '20%', '', '另议'],
          ['【名额】'],
          ['农牧民', 1],
        ],
        时间安排: [
          ['名称', '日期', '地点'],
          ['公示', '2016-02-30', '村委会'],
        ],
        附件: [['别的']],
      }),
    });
    const told = said(loaded);
    const at = (cell: string) => told.filter(([own]) => own === cell).map(([, text]) => text);
    expect(at('[计划] B15')).toEqual(['“条件”栏“女的”没有读懂']);
    expect(at('[计划] B16')[0]).toContain('年令');
    expect(at('[计划] C17')[0]).toContain('差不多');
    expect(at('[计划] A18')[0]).toContain('一项结构要求要写');
    expect(at('[计划] F18')[0]).toContain('另议');
    expect(at('[计划] A19')[0]).toContain('【名额】');
    expect(at('[计划] A20')[0]).toContain('农牧民');
    expect(at('[时间安排] C1')[0]).toContain('地点');
    expect(at('[时间安排] B2')).toEqual(['“日期”栏没有“2016-02-30”这一天']);
    expect(at('[附件] A1')[0]).toContain('附件');
  });

  it.each(PROSE_FIELDS)('keeps the spaces of %s', async field => {
    const text = '甲大  乙系';
    const plan = {
      year: 2016,
      organization: { name: '某镇党委' },
      candidates: [{ id: 'c01', name: '张三', [field]: text }],
    };
    const yaml = await load({ 'plan.yaml': JSON.stringify(plan) });
    const again = await load({ '计划.xlsx': written(yaml) }, '计划.xlsx');
    expect(plain(again.data!().candidates)).toMatchObject([{ name: '张三', [field]: text }]);
  });

  it('takes the roster of an office in the place of its own', async () => {
    const loaded = await load({
      '计划.xlsx': workbook({
        计划: PLAN,
        名册: [
          ['入党积极分子名册'],
          ['序号', '姓名', '性别', '出生年月', '申请入党时间', '爱好'],
          [1, '古丽', '女', '1990.05', '2013.3.1', '唱歌'],
        ],
      }),
    });
    expect(plain(loaded.data!().candidates)).toMatchObject([
      { name: '古丽', gender: 'female', birth: '1990-05', events: { application: '2013-03-01' } },
    ]);
    expect(
      said(loaded)
        .map(([, text]) => text)
        .join(),
    ).toContain('爱好');
  });

  it('is told apart from a roster, and from others beside it', async () => {
    const roster = workbook({
      名册: [
        ['姓名', '性别'],
        ['古丽', '女'],
      ],
    });
    const plan = workbook({ 计划: PLAN });
    const reason = async (files: Record<string, Uint8Array>, path?: string) =>
      (await load(files, path)).problems.all.map(({ args }) => ('reason' in args ? args.reason : ''));
    expect(await reason({ '名册.xlsx': roster })).toEqual(['no-plan']);
    expect(await reason({ '名册.xlsx': roster }, '名册.xlsx')).toEqual(['roster']);
    expect(await reason({ '名册.xlsx': roster, '甲.xlsx': plan })).toEqual([]);
    expect(await reason({ '甲.xlsx': plan, '乙.xlsx': plan })).toEqual(['several-plans']);
  });
});

describe('the roster of a workbook', () => {
  const HEAD = [
    '序号',
    '姓名',
    '性别',
    '出生日期',
    '文化程度',
    '公民身份号码',
    '培养联系人',
    '其他属性·评价',
    '代码',
  ];
  const roster = (...rows: unknown[][]) =>
    load({ '计划.xlsx': workbook({ 计划: PLAN, 名册: [['人员名册'], HEAD, ...rows] }) });

  it('is read with the tolerance that any office has, and says so', async () => {
    const loaded = await roster(
      [1, '①张三', '1', '90.05', '中等专科', '6.5E+17', '王五 支部书记、赵六', '是', 'a1'],
      [2, '李四', '女', '一九九一年五月', '大专/本科', '', '（无）', 5, ''],
      ['合计', '2人'],
      ['审核：', '李某', null, '制表：', '王某'],
    );
    expect(loaded.data!().candidates).toMatchObject([
      {
        id: 'a1',
        name: '张三',
        gender: 'male',
        birth: '1990-05',
        education: 'senior-high',
        contacts: ['王五（支部书记）', '赵六'],
        attributes: { 评价: '是' },
      },
      { name: '李四', birth: '1991-05', contacts: [], attributes: { 评价: '5' } },
    ]);
    const told = loaded.problems.all.map(({ args, place }) => [
      place.locate().cell,
      'kind' in args ? args.kind : '',
    ]);
    for (const each of [
      ['[名册] B3', 'name-tidied'],
      ['[名册] C3', 'code'],
      ['[名册] D3', 'two-digit-year'],
      ['[名册] E3', 'classed'],
      ['[名册] F3', ''],
      ['[名册] E4', 'unclear'],
      ['[名册] A5', 'total'],
      ['[名册] A6', 'footer'],
    ])
      expect(told).toContainEqual(each);
  });

  it('that has no head does not take the plan with it', async () => {
    const loaded = await load({
      '计划.xlsx': workbook({ 计划: PLAN, 名册: [['人员名册'], ['张三', '男']] }),
    });
    expect(loaded.data!().year).toBe(2016);
    expect(said(loaded)).toContainEqual(['[名册] A1', expect.stringContaining('没有找到写着“姓名”的表头')]);
  });
});

it('tells of hidden sheets, rows and columns that count', async () => {
  const book = utils.book_new();
  const plan = utils.aoa_to_sheet(PLAN);
  plan['!rows'] = [];
  plan['!rows'][14] = { hidden: true };
  plan['!cols'] = [{}, {}, { hidden: true }];
  utils.book_append_sheet(book, plan, '计划');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['名称', '日期'],
      ['公示', '2016-06-16'],
    ]),
    '时间安排',
  );
  book.Workbook = { Sheets: [{ name: '计划' }, { name: '时间安排', Hidden: 1 }] };
  const loaded = await load({
    '计划.xlsx': new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' })),
  });
  expect(said(loaded)).toEqual(
    expect.arrayContaining([
      ['[计划] A15', '该行是隐藏的，也读取了'],
      ['[计划] C14', '“C”栏是隐藏的，也读取了'],
      ['[时间安排] A1', '工作表“时间安排”是隐藏的，也读取了'],
    ]),
  );
});

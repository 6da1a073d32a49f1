import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Candidate } from '../../src/generated/types.ts';
import { checkDigit } from '../../src/model/id-number.ts';
import { choices } from '../../src/office/roster-columns.ts';
import { rosterWorkbook } from '../../src/office/roster-workbook.ts';
import { Problems } from '../../src/read/problem.ts';
import { readRosterDocument } from '../../src/read/roster/document.ts';
import { parseDay } from '../../src/values/day.ts';
import { runPlan } from '../support/io.ts';
import { runs } from '../support/runs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-export-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...args: string[]) =>
  runPlan([...args, '--lang', 'zh', '--as-of', '2016-06-01'], { cwd: folder });
const EXAMPLE = resolve('examples/township-2016');
const AS_OF = parseDay('2016-06-01')!;

const day = fc
  .tuple(
    fc.integer({ min: 1950, max: 2016 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
const month = day.map(iso => iso.slice(0, 7));
const date = fc.oneof(day, month);
const name = fc.constantFrom('张三', '李四', '王小梅', '阿依古丽', '买买提·艾力', '古丽');
const words = fc.constantFrom('东村党支部', '西村二组', '合作社会计', '致富带头人', '懂电脑', '2015年转入');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const idNumber = fc.tuple(day, fc.integer({ min: 0, max: 999 })).map(([iso, order]) => {
  const body = `650000${iso.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return body + checkDigit(body);
});

const event = maybe(date);
/** Every field that a cell can hold: the compiler asks for a new one, and what has no column does not come back. */
const person = fc.record({
  name,
  role: fc.constantFrom('nominee' as const, 'reserve' as const),
  // Where they are empty, import takes them from the ID number: more than was exported.
  gender: fc.constantFrom('male' as const, 'female' as const),
  birth: date,
  ethnicity: maybe(fc.constantFrom('汉族' as const, '维吾尔族' as const, '回族' as const, '蒙古族' as const)),
  education: maybe(
    fc.constantFrom('primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'),
  ),
  occupation: maybe(
    fc.constantFrom('farmer', 'herder', 'worker', 'official', 'teacher', 'medical', 'self-employed', 'other'),
  ),
  stage: maybe(fc.constantFrom('applicant', 'activist', 'prospective', 'probationary', 'full')),
  category: maybe(fc.constantFrom('farmer', 'office')),
  slot: maybe(fc.constantFrom('farmer-1', 'office-1')),
  branch: maybe(fc.constantFrom('东村党支部', '西村党支部')),
  position: maybe(words),
  nativePlace: maybe(fc.constantFrom('某县', '某市')),
  note: maybe(words),
  leagueMember: maybe(fc.boolean()),
  mobile: maybe(fc.boolean()),
  fixed: maybe(fc.boolean()),
  idNumber: maybe(idNumber),
  phone: maybe(fc.constantFrom('13800000000', '0990-0000000')),
  tags: maybe(fc.uniqueArray(words, { minLength: 1, maxLength: 3 })),
  contacts: maybe(fc.uniqueArray(name, { minLength: 1, maxLength: 2 })),
  introducers: maybe(fc.uniqueArray(name, { minLength: 1, maxLength: 2 })),
  attributes: maybe(fc.record({ 院校: words })),
  events: maybe(
    fc
      .record({
        application: event,
        talk: event,
        leagueRecommendation: event,
        activist: event,
        activistNotice: maybe(fc.record({ from: day, to: day })),
        activistFiling: event,
        contactsAssigned: event,
        inspections: maybe(fc.array(date, { minLength: 1, maxLength: 3 })),
        prospectiveNotice: maybe(fc.record({ from: day, to: day })),
        prospective: event,
        prospectiveFiling: event,
        introducersAssigned: event,
        politicalReview: event,
        training: maybe(fc.record({ start: day, end: day, hours: maybe(fc.integer({ min: 1, max: 99 })) })),
        branchReview: event,
        preReview: event,
        form: event,
        branchMeeting: event,
        acceptanceNotice: maybe(fc.record({ from: day, to: day })),
        committeeTalk: event,
        approval: event,
        countyFiling: event,
        assigned: event,
        oath: event,
        probationInspections: maybe(fc.array(date, { minLength: 1, maxLength: 2 })),
        transferredIn: event,
        probation: maybe(fc.record({ from: day, to: day })),
        probationExtension: maybe(fc.record({ on: date, months: fc.integer({ min: 1, max: 24 }) })),
        conversionApplication: event,
        conversionMeeting: event,
        conversionNotice: maybe(fc.record({ from: day, to: day })),
        conversionApproval: event,
        archived: event,
        leaving: event,
      } satisfies Record<keyof NonNullable<Candidate['events']>, fc.Arbitrary<unknown>>)
      .filter(events => Object.values(events).some(value => value !== undefined)),
  ),
} satisfies Record<Exclude<keyof Candidate, 'id' | 'materials'>, fc.Arbitrary<unknown>>);

const byId = (people: readonly (Candidate | null)[]) =>
  JSON.parse(JSON.stringify([...people].sort((a, b) => (a!.id < b!.id ? -1 : 1))));

describe('plan export', () => {
  it('gives what plan import reads back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { minLength: 1, maxLength: 4, selector: ({ name }) => name }),
        async drawn => {
          const people = drawn.map((each, index) => ({ id: `p${index}`, ...each })) as Candidate[];
          const bytes = await rosterWorkbook(people, {
            title: sheet => sheet,
            signed: '填报单位（盖章）：某镇党委',
            made: AS_OF,
            personal: true,
            emptyRows: 3,
          });
          const problems = new Problems();
          const document = readRosterDocument('名册.xlsx', bytes, problems, { asOf: AS_OF });
          // Told are gaps and members whose approval has no column; nothing else is guessed. Of one name on two sheets may be one person.
          const told = problems.all.map(({ code, args }) => ({ code, ...args }));
          const asked = new Set(['gaps-column', 'approval-unasked']);
          expect(told.filter(note => !('kind' in note && asked.has(note.kind)))).toEqual([]);
          const called = told.some(note => 'kind' in note && note.kind === 'approval-unasked');
          const withoutStage = new Set(people.filter(({ stage }) => stage === undefined).map(({ id }) => id));
          const read = document!.value.candidates.map(each =>
            called && each && withoutStage.has(each.id!) ? { ...each, stage: undefined } : each,
          );
          expect(byId(read as Candidate[])).toEqual(byId(people));
        },
      ),
      runs(60),
    );
  });

  it('gives the same bytes again, in the order of columns of the offices', async () => {
    expect((await inFolder('export', EXAMPLE, '-o', 'a.xlsx')).code).toBe(0);
    expect((await inFolder('export', EXAMPLE, '-o', 'b.xlsx')).code).toBe(0);
    const a = readFileSync(join(folder, 'a.xlsx'));
    expect(a.equals(readFileSync(join(folder, 'b.xlsx')))).toBe(true);
    const book = read(a);
    expect(book.SheetNames).toEqual(['积极分子', '拟发展对象']);
    const rows = utils.sheet_to_json<string[]>(book.Sheets.积极分子!, { header: 1 });
    expect(rows[0]![0]).toBe('某镇党委积极分子名册');
    expect(rows[1]![0]).toMatch(/^填报单位（盖章）：某镇党委　+填表人：　+联系电话：/);
    expect(rows[2]!.slice(0, 10)).toEqual([
      '序号',
      '姓名',
      '性别',
      '民族',
      '出生年月',
      '公民身份号码',
      '文化程度',
      '工作单位及职务（村组）',
      '申请入党时间',
      '确定积极分子时间',
    ]);
    const files = unzipSync(a);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<formula1>"男,女"</formula1>');
    expect(sheet.includes('fitToPage="1"')).toBe(true);
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"/);
    expect(strFromU8(files['xl/workbook.xml']!)).toContain("'积极分子'!$1:$3");
  });

  it('writes no ID number unless it is asked for', async () => {
    const id = '650000199005030025';
    writeFileSync(
      join(folder, 'plan.yaml'),
      `year: 2016\norganization: { name: 某镇党委 }\ncandidates: [{ id: c1, name: 王甲, idNumber: "${id}" }]\n`,
    );
    const { err } = await inFolder('export');
    expect(err).toContain('--personal');
    const text = (file: string) =>
      Object.values(unzipSync(readFileSync(join(folder, file))))
        .map(each => strFromU8(each))
        .join();
    expect(text('名册.xlsx')).not.toContain(id);
    await inFolder('export', '--personal', '-o', 'b.xlsx');
    expect(text('b.xlsx')).toContain(id);
    expect((await inFolder('export')).code).toBe(2);
  });

  it('gives an empty sheet with --template, which needs no plan', async () => {
    expect((await inFolder('export', '--template', '-o', '空表.xlsx')).code).toBe(0);
    expect(readdirSync(folder)).toEqual(['空表.xlsx']);
    expect((await inFolder('import', '空表.xlsx')).err).toContain('没有人员');
  });
});

describe('plan export --template', () => {
  it('has the categories of the plan, roles and instructions; filled in it is read without a guess', async () => {
    const { read: open, utils: tools, write: save } = await import('@e965/xlsx');
    expect((await inFolder('export', EXAMPLE, '--template', '-o', '空表.xlsx')).code).toBe(0);
    const sheetXml = strFromU8(
      unzipSync(readFileSync(join(folder, '空表.xlsx')))['xl/worksheets/sheet1.xml']!,
    );
    expect(sheetXml).toContain('农牧民');
    const book = open(readFileSync(join(folder, '空表.xlsx')));
    expect(book.SheetNames).toEqual(['积极分子', '拟发展对象', '填写说明']);
    const sheet = book.Sheets.拟发展对象!;
    const [, , head = []] = tools.sheet_to_json<string[]>(sheet, { header: 1 });
    const filled: Record<string, string> = {
      姓名: '王甲',
      性别: '女',
      民族: '汉族',
      出生年月: '1990.05',
      文化程度: '高中',
      列入方式: '拟发展对象',
      名额类别: '农牧民',
      职业类别: '农民',
      确定积极分子时间: '2014.06',
    };
    for (const field of Object.keys(filled)) expect(head).toContain(field);
    tools.sheet_add_aoa(sheet, [head.map(heading => filled[heading] ?? '')], { origin: 'A4' });
    writeFileSync(join(folder, '名册.xlsx'), save(book, { type: 'buffer', bookType: 'xlsx' }));
    const { code, out } = await inFolder('import', '名册.xlsx', '--keys', 'en');
    expect(code).toBe(0);
    expect(out).toContain('各栏都已读懂，没有推测');
    expect(readFileSync(join(folder, 'candidates.yaml'), 'utf8')).toContain('category: 农牧民');
  });

  it('gives a plan that passes once its people are in it as it is headed', async () => {
    const { read: open, utils: tools, write: save } = await import('@e965/xlsx');
    cpSync(EXAMPLE, join(folder, '镇'), { recursive: true });
    expect((await inFolder('export', '镇', '--template', '-o', '空表.xlsx')).code).toBe(0);
    const book = open(readFileSync(join(folder, '空表.xlsx')), { cellStyles: true });
    const people = parse(readFileSync(join(folder, '镇/candidates.yaml'), 'utf8')).candidates as Candidate[];
    const { categories } = parse(readFileSync(join(folder, '镇/plan.yaml'), 'utf8')).quota;
    const nameOf = (id: string | undefined) =>
      categories.find((each: { id: string }) => each.id === id)?.name ?? '';
    const word = (field: string, value: unknown) => choices(field).find(([own]) => own === value)?.[1] ?? '';
    for (const [name, role] of [
      ['积极分子', 'reserve'],
      ['拟发展对象', 'nominee'],
    ] as const) {
      const sheet = book.Sheets[name]!;
      const [, head = []] = tools.sheet_to_json<string[]>(sheet, { header: 1 });
      const rows = people
        .filter(person => (person.role ?? 'reserve') === role)
        .map(person => {
          const { events = {}, slot = '' } = person as { events?: Record<string, string>; slot?: string };
          const [category, number] = slot.split('-');
          const cells: Record<string, unknown> = {
            姓名: person.name,
            性别: word('gender', person.gender),
            民族: person.ethnicity,
            出生年月: person.birth,
            文化程度: word('education', person.education),
            申请入党时间: events.application,
            确定积极分子时间: events.activist,
            是否团员: person.leagueMember ? '是' : '否',
            培养联系人1: person.contacts?.[0],
            培养联系人2: person.contacts?.[1],
            所在支部: person.branch,
            列入方式: word('role', role),
            名额类别: nameOf(person.category),
            名额: slot && `${nameOf(category)}${number}号名额`,
            职业类别: word('occupation', person.occupation),
          };
          return head.map(heading => String(cells[heading] ?? ''));
        });
      tools.sheet_add_aoa(sheet, rows, { origin: 'A3' });
    }
    writeFileSync(join(folder, '镇/candidates.xlsx'), save(book, { type: 'buffer', bookType: 'xlsx' }));
    const plan = readFileSync(join(folder, '镇/plan.yaml'), 'utf8');
    writeFileSync(join(folder, '镇/plan.yaml'), plan.replace('candidates.yaml', 'candidates.xlsx'));
    const { code, out } = await inFolder('check', '镇', '-f', 'json');
    const [{ counts, reserve, findings }] = JSON.parse(out).plans;
    expect([code, counts.error]).toEqual([0, 0]);
    expect(findings.filter((each: { code: string }) => each.code.startsWith('input/'))).toEqual([]);
    const slotOf = (id: string) => reserve.slots.find((each: { id: string }) => each.id === id);
    expect(slotOf('office-1').nominee).toBeDefined();
  });

  it('has the slots and what comes before a step as drop-downs', async () => {
    await inFolder('export', EXAMPLE, '--template', '-o', '空表.xlsx');
    await inFolder('export', EXAMPLE, '--workbook', '-o', '计划.xlsx');
    const xml = (file: string, sheet: number) =>
      strFromU8(unzipSync(readFileSync(join(folder, file)))[`xl/worksheets/sheet${sheet}.xml`]!);
    expect(xml('空表.xlsx', 1)).toContain('机关、事业单位干部职工1号名额,农牧民1号名额');
    expect(xml('计划.xlsx', 2)).toContain('机关、事业单位干部职工1号名额,农牧民1号名额');
    expect(xml('计划.xlsx', 3)).toMatch(/<formula1>'时间安排'!\$B\$3:\$B\$\d+<\/formula1>/);
  });
});

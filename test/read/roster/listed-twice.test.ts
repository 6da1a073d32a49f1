import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../support/runs.ts';
import { type Made, readSheets } from '../../support/sheets.ts';

const HEAD = ['姓名', '性别', '出生年月', '确定积极分子时间', '学历'];
const list = (title: string, ...people: unknown[][]) => [[title], HEAD, ...people];
const people = (made: Made) =>
  readSheets(made).people.map(({ name, role = '', birth = '' }) => [name, role, birth].join(' ').trim());
const told = (made: Made) =>
  readSheets(made)
    .told.map(note => note.split(' ')[0])
    .filter(kind => kind !== 'role-from-title');

const ZHANG = ['张三', '男', '1990.05', '2024.06', '大专'];
const LI = ['李四', '女', '1991.06', '2024.07', '大专'];

describe('somebody on the list of activists and on that of nominees is one', () => {
  it.each<[string, unknown[], unknown[], string[], string[]]>([
    ['alike', ZHANG, ZHANG, ['张三 nominee 1990-05'], ['listed-twice']],
    [
      'without a birth date on one list',
      ['张三', '男', null, '2024.06', null],
      ZHANG,
      ['张三 nominee 1990-05'],
      ['listed-twice'],
    ],
    [
      'with the day on one list',
      ZHANG,
      ['张三', '男', '1990.05.12', '2024.06', '大专'],
      ['张三 nominee 1990-05-12'],
      ['listed-twice'],
    ],
    [
      'with another education',
      ZHANG,
      ['张三', '男', '1990.05', '2024.06', '高中'],
      ['张三 nominee 1990-05'],
      ['listed-twice', 'listed-differs'],
    ],
    [
      'unless their births differ',
      ZHANG,
      ['张三', '男', '1988.01', '2024.06', '大专'],
      ['张三 reserve 1990-05', '张三 nominee 1988-01'],
      [],
    ],
    [
      'unless nothing but the name tells',
      ['张三', '男', null, '2024.06', null],
      ['张三', '男', '1990.05', null, '大专'],
      ['张三 reserve', '张三 nominee 1990-05'],
      ['maybe-twice'],
    ],
  ])('%s', (_, activist, nominee, expected, notes) => {
    const sheets = {
      积极分子: list('东镇积极分子名册', activist, LI),
      拟发展对象: list('东镇拟发展对象名册', nominee),
    };
    expect(people({ sheets }).filter(own => own.startsWith('张三'))).toEqual(expected);
    expect(told({ sheets })).toEqual(notes);
  });

  it('on two tables of one sheet, and below two sections', () => {
    const sheets = [
      ['一、拟发展对象'],
      HEAD,
      ZHANG,
      [],
      ['二、入党积极分子'],
      ['姓名', '性别', '出生年月', '民族'],
      ['张三', '男', '1990.05', '回'],
      ['李四', '女', '1991.06', '汉'],
    ];
    expect(people({ sheets })).toEqual(['张三 nominee 1990-05', '李四 reserve 1991-06']);
    expect(readSheets({ sheets }).people[0]).toMatchObject({ ethnicity: '回族', education: 'college' });
    const sections = [HEAD, ['一、拟发展对象'], ZHANG, ['二、入党积极分子'], ZHANG, LI];
    expect(people({ sheets: sections })).toEqual(['张三 nominee 1990-05', '李四 reserve 1991-06']);
  });

  it('whatever the order of the lists', () => {
    const person = fc.constantFrom(ZHANG, LI, ['王五', '女', '1992.07', '2024.08', '本科']);
    fc.assert(
      fc.property(
        fc.uniqueArray(person),
        fc.uniqueArray(person),
        fc.boolean(),
        (activists, nominees, first) => {
          const lists: [string, unknown[][]][] = [
            ['积极分子', list('积极分子', ...activists)],
            ['拟发展对象', list('拟发展对象', ...nominees)],
          ];
          const sheets = Object.fromEntries(first ? lists : lists.reverse());
          const expected = [...new Set([...activists, ...nominees].map(([name]) => name))].map(name =>
            [name, nominees.some(own => own[0] === name) ? 'nominee' : 'reserve'].join(' '),
          );
          if (expected.length === 0) return;
          const found = readSheets({ sheets }).people.map(({ name, role }) => `${name} ${role}`);
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      runs(30),
    );
  });
});

describe('a list of another year', () => {
  const now = list('东镇2027年拟发展对象名册', ZHANG);
  it.each<[string, Record<string, unknown[][]>, string[], string[]]>([
    ['by the name of its sheet', { 本年: now, '2026年': list('', LI) }, ['张三'], ['other-year-sheet']],
    ['by its title', { 本年: now, 旧: list('东镇2026年发展对象名册', LI) }, ['张三'], ['other-year-sheet']],
    ['of activists is still read', { 本年: now, '2026年入党积极分子': list('', LI) }, ['张三', '李四'], []],
    ['alone is read', { '2026年': list('', LI) }, ['李四'], []],
    ['of this year', { 本年: now, '2027年': list('', LI) }, ['张三', '李四'], []],
  ])('%s', (_, sheets, names, notes) => {
    const made = { sheets };
    expect(readSheets(made).people.map(({ name }) => name)).toEqual(names);
    expect(told(made)).toEqual(notes);
  });
});

it.each([
  ['1991.6', ['maybe-twice']],
  ['1992.5', ['maybe-twice']],
  ['1985.11', []],
])('asks of a namesake whose birth differs in one part: %s', (birth, notes) => {
  const sheets = {
    入党积极分子: [
      ['姓名', '性别', '出生年月'],
      ['张三', '女', '1991.5'],
    ],
    发展对象: [
      ['姓名', '性别', '出生年月'],
      ['张三', '女', birth],
    ],
  };
  expect(readSheets({ sheets }).people).toHaveLength(2);
  expect(told({ sheets })).toEqual(notes);
});

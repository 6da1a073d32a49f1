import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/generated/types.ts';
import { type Attributes, meets } from '../../src/model/condition.ts';
import { isPartOf } from '../../src/model/implication.ts';
import { parseDay } from '../../src/values/day.ts';

const on = parseDay('2016-12-31')!;
const person: Attributes = {
  gender: 'female',
  birth: '1981-12-31',
  ethnicity: '维吾尔族',
  education: 'college',
  occupation: 'farmer',
  tags: ['致富带头人', '退役军人'],
  attributes: { 院校排名: 12 },
  events: { application: '2013-03-01', activist: { on: '2014-06' } },
};

const cases: [Where, boolean | undefined][] = [
  [{ gender: 'female' }, true],
  [{ gender: { not: 'female' } }, false],
  // 35 on the very day: 以下 includes the number
  [{ age: { max: 35 } }, true],
  [{ age: { max: 34 } }, false],
  [{ age: { min: 35, max: 35 } }, true],
  [{ age: { min: 36 } }, false],
  [{ age: { min: 18 } }, true],
  [{ age: { min: 18, max: 34 } }, false],
  [{ education: { min: 'senior-high' } }, true],
  // 大专以上, 大专以下: both have 大专 in them
  [{ education: { min: 'college' } }, true],
  [{ education: { max: 'college' } }, true],
  [{ education: { min: 'bachelor' } }, false],
  [{ education: { min: 'college', not: 'college' } }, false],
  [{ education: { max: 'senior-high' } }, false],
  [{ education: ['primary', 'college'] }, true],
  [{ occupation: ['worker', 'manager'] }, false],
  [{ ethnicity: { not: '汉族' } }, true],
  [{ ethnicity: { not: ['汉族', '维吾尔族'] } }, false],
  [{ tags: '退役军人' }, true],
  [{ tags: ['大学生村官', '致富带头人'] }, true],
  [{ attributes: { 院校排名: { max: 20 } } }, true],
  [{ attributes: { 院校排名: { min: 13 } } }, false],
  [{ attributes: { 院校排名: { min: 12, max: 12 } } }, true],
  [{ attributes: { 院校排名: { max: 9 } } }, false],
  [{ attributes: { 年龄段: '青年' } }, undefined],
  [{ events: { application: { max: '2013-03-01' } } }, true],
  // only the month is known
  [{ events: { activist: { max: '2014-06-15' } } }, undefined],
  [{ events: { activist: { max: '2014-06-30' } } }, true],
  [{ any: [{ gender: 'male' }, { age: { max: 40 } }] }, true],
  [{ all: [{ gender: 'female' }, { age: { max: 30 } }] }, false],
  // unknown meets neither a condition nor its negation
  [{ branch: '东村党支部' }, undefined],
  [{ branch: { not: '东村党支部' } }, undefined],
  [{ any: [{ branch: '东村党支部' }, { gender: 'female' }] }, true],
  [{ all: [{ branch: '东村党支部' }, { gender: 'male' }] }, false],
];

describe('conditions on a person', () => {
  it.each(cases)('%j is %s', (where, expected) => {
    expect(meets(person, where, on)).toBe(expected);
  });

  it('leave everything open of somebody of whom nothing is known', () => {
    for (const where of [
      { attributes: { 院校排名: { max: 20 } } },
      { events: { application: { max: '2013-03-01' } } },
      { birth: { max: '1981-12-31' } },
      { age: { max: 35 } },
      { tags: '退役军人' },
      { education: { min: 'college' } },
    ] satisfies Where[])
      expect(meets({}, where, on)).toBeUndefined();
  });

  it('leave the age open when only a month of birth decides it', () => {
    const born = { birth: '1981-12' };
    expect(meets(born, { age: { max: 35 } }, parseDay('2016-12-31')!)).toBe(true);
    expect(meets(born, { age: { max: 34 } }, parseDay('2016-12-15')!)).toBeUndefined();
  });

  it.each<[string, { min?: string; max?: string }, boolean | undefined]>([
    ['1981-06-15', { min: '1981-06-15' }, true],
    ['1981-06-15', { max: '1981-06-15' }, true],
    ['1981-06-15', { min: '1981-06-16' }, false],
    ['1981-06-15', { max: '1981-06-14' }, false],
    ['1981-06-15', { min: '1981-06-01', max: '1981-06-30' }, true],
    // a bound that is a month: the whole month is within
    ['1981-06-01', { min: '1981-06' }, true],
    ['1981-06-30', { max: '1981-06' }, true],
    ['1981-05-31', { min: '1981-06' }, false],
    ['1981-07-01', { max: '1981-06' }, false],
    // a birth of which only the month is known
    ['1981-06', { min: '1981-06', max: '1981-06' }, true],
    ['1981-06', { min: '1981-06-01', max: '1981-06-30' }, true],
    ['1981-06', { min: '1981-06-02' }, undefined],
    ['1981-06', { max: '1981-06-29' }, undefined],
    ['1981-06', { min: '1981-06-10', max: '1981-06-20' }, undefined],
    ['1981-06', { min: '1981-06-30' }, undefined],
    ['1981-06', { max: '1981-06-01' }, undefined],
    ['1981-06', { min: '1981-07-01' }, false],
    ['1981-06', { max: '1981-05-31' }, false],
  ])('born %s within %o: %s', (birth, bounds, truth) => {
    expect(meets({ birth }, { birth: bounds }, on)).toBe(truth);
    expect(meets({ events: { application: birth } }, { events: { application: bounds } }, on)).toBe(truth);
  });
});

describe('what follows from what', () => {
  it.each<[Where, Where, boolean]>([
    [{ education: { min: 'college' } }, { education: { min: 'senior-high' } }, true],
    [{ education: { min: 'senior-high' } }, { education: { min: 'college' } }, false],
    [{ occupation: 'farmer' }, { occupation: ['farmer', 'worker'] }, true],
    [{ occupation: ['farmer', 'student'] }, { occupation: ['farmer', 'worker'] }, false],
    [{ age: { max: 30 } }, { age: { max: 35 } }, true],
    [{ age: { min: 20, max: 30 }, gender: 'female' }, { age: { max: 35 } }, true],
    [{ gender: 'female' }, { age: { max: 35 } }, false],
    [{ age: { max: 35 } }, { age: { max: 35 }, gender: 'female' }, false],
    [{ age: { max: 35 } }, { age: { max: 30 } }, false],
    [{ age: { max: 30 } }, { age: { min: 18, max: 35 } }, false],
    [{ age: { min: 18 } }, { age: { min: 16 } }, true],
    [{ occupation: ['farmer', 'worker'] }, { occupation: 'farmer' }, false],
    [{ occupation: 'student' }, { occupation: ['farmer', 'worker'] }, false],
    [{ leagueMember: true }, { leagueMember: true, gender: 'female' }, false],
    [{ leagueMember: false }, { leagueMember: true }, false],
    [{ education: { min: 'college' } }, { education: { max: 'bachelor' } }, false],
    [{ education: { max: 'college' } }, { education: { min: 'primary' } }, true],
    [{ education: { max: 'college' } }, { education: { max: 'college' } }, true],
    [{ education: { min: 'college', max: 'bachelor' } }, { education: { max: 'bachelor' } }, true],
    [{ education: { min: 'college', max: 'bachelor' } }, { education: { min: 'college' } }, true],
    [{ education: { min: 'college' } }, { education: ['college', 'bachelor'] }, false],
    [{ education: { min: 'college' } }, { education: { min: 'college', not: 'bachelor' } }, false],
    [{ education: { min: 'bachelor', not: 'bachelor' } }, { education: 'postgraduate' }, true],
    [
      { events: { application: { max: '2013-03-01' } } },
      { events: { activist: { max: '2014-06-01' } } },
      false,
    ],
    [{ attributes: { 院校排名: { max: 10 } } }, { attributes: { 竞赛名次: { max: 10 } } }, false],
    [{ ethnicity: '藏族' }, { ethnicity: { not: '汉族' } }, true],
    [{ ethnicity: { not: '汉族' } }, { ethnicity: { not: '汉族' } }, true],
    [{ birth: { min: '1985-06-01' } }, { birth: { min: '1985-06' } }, true],
    [{ birth: { min: '1985-06' } }, { birth: { min: '1985-06-01' } }, true],
    [{ birth: { min: '1985-06' } }, { birth: { min: '1985-06-02' } }, false],
    [{ birth: { max: '1985-06' } }, { birth: { max: '1985-06-30' } }, true],
    [{ birth: { max: '1985-06' } }, { birth: { max: '1985-06-01' } }, false],
    [{ birth: { min: '1985-06' } }, { birth: { min: '1985-01', max: '1990-12' } }, false],
  ])('%j within %j: %s', (part, whole, expected) => {
    expect(isPartOf(part, whole)).toBe(expected);
  });
});

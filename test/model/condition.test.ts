import { describe, expect, it } from 'vitest';
import type { Where } from '../../src/generated/types.ts';
import { type Attributes, meets } from '../../src/model/condition.ts';
import { parseDay } from '../../src/model/day.ts';
import { isPartOf } from '../../src/model/implication.ts';

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
  [{ education: { min: 'senior-high' } }, true],
  [{ education: { max: 'senior-high' } }, false],
  [{ education: ['primary', 'college'] }, true],
  [{ occupation: ['worker', 'manager'] }, false],
  [{ ethnicity: { not: '汉族' } }, true],
  [{ ethnicity: { not: ['汉族', '维吾尔族'] } }, false],
  [{ tags: '退役军人' }, true],
  [{ tags: ['大学生村官', '致富带头人'] }, true],
  [{ attributes: { 院校排名: { max: 20 } } }, true],
  [{ attributes: { 院校排名: { min: 13 } } }, false],
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

  it('leave the age open when only a month of birth decides it', () => {
    const born = { birth: '1981-12' };
    expect(meets(born, { age: { max: 35 } }, parseDay('2016-12-31')!)).toBe(true);
    expect(meets(born, { age: { max: 34 } }, parseDay('2016-12-15')!)).toBeUndefined();
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
  ])('%j within %j: %s', (part, whole, expected) => {
    expect(isPartOf(part, whole)).toBe(expected);
  });
});

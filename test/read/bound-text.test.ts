import { describe, expect, it } from 'vitest';
import { readBounds } from '../../src/read/fields/bound-text.ts';
import { checkInMemory } from '../support/memory.ts';

describe('a bound written with its value', () => {
  it.each([
    ['大专以上', { min: '大专' }],
    ['大专及以上', { min: '大专' }],
    ['大专（含）以上学历', { min: '大专' }],
    ['高中及以上文化程度', { min: '高中' }],
    ['不低于大专', { min: '大专' }],
    ['≥大专', { min: '大专' }],
    ['高中以下', { max: '高中' }],
    ['不高于高中', { max: '高中' }],
    ['大专至本科', { min: '大专', max: '本科' }],
    ['35岁以下', { max: '35' }],
    ['35周岁及以下', { max: '35' }],
    ['不超过35岁', { max: '35' }],
    ['不超过35岁以下', { max: '35' }],
    ['18—35岁', { min: '18', max: '35' }],
    ['18-35岁', { min: '18', max: '35' }],
    ['18岁至35岁', { min: '18', max: '35' }],
    ['不早于1990-01-01', { min: '1990-01-01' }],
    ['1990-01-01至1999-12-31', { min: '1990-01-01', max: '1999-12-31' }],
  ])('reads %s', (text, bounds) => expect(readBounds(text)).toEqual(bounds));

  it.each(['大专', '35', '1990-01-01', '', '以上', '不超过35岁以上'])('leaves %s alone', text =>
    expect(readBounds(text)).toBeUndefined(),
  );
});

const people = [
  { id: 'c1', education: 'college', birth: '1990-01-01' },
  { id: 'c2', education: 'bachelor', birth: '1980-01-01' },
  { id: 'c3', education: 'primary', birth: '1999-01-01' },
].map((person, index) => ({ ...person, name: `王${index}`, role: 'nominee' }));

async function counted(where: object) {
  const { facts, findings } = await checkInMemory(
    {
      year: 2026,
      organization: { name: '某镇党委' },
      quota: { total: 3, categories: [{ id: 'farmer', name: '农民', count: 3 }] },
      structure: [{ id: 'own', name: '要求', where, min: 1 }],
      candidates: people,
    },
    '2026-06-01',
  );
  const input = findings.filter(({ code }) => code.startsWith('input/'));
  return { heads: facts?.structure[0]?.counted.length, faults: input.map(({ args }) => args) };
}

describe('a condition', () => {
  it.each([
    [{ 文化程度: '大专以上' }, 2],
    [{ education: '大专及以上学历' }, 2],
    [{ 文化程度: '初中以下' }, 1],
    [{ 文化程度: '大专' }, 1],
    [{ 年龄: '36岁以下' }, 2],
    [{ 年龄: '三十至四十岁' }, 1],
    [{ 出生日期: '不早于1985年1月1日' }, 2],
    [{ 任一: [{ 文化程度: '本科以上' }, { 年龄: '30岁以下' }] }, 2],
    [{ 经历: { 递交入党申请书: '不晚于2020-01-01' } }, 0],
  ])('takes the bound beside its value: %j', async (where, heads) => {
    expect(await counted(where)).toEqual({ heads, faults: [] });
  });

  it('does not guess a value that is none', async () => {
    const { faults } = await counted({ 文化程度: '高专以上' });
    expect(faults).toMatchObject([{ problem: 'value' }]);
  });
});

import { expect, it } from 'vitest';
import type { Category } from '../../src/model/plan.ts';
import { categoryNamed } from '../../src/read/plan/category.ts';

const called = (...names: string[]) =>
  names.map((name, index) => ({ id: `c${index}`, name, implicit: false }) as Category);

it.each([
  ['农牧民', ['农牧民', '学校党组织'], '农牧民'],
  ['c1', ['农牧民', '学校党组织'], '学校党组织'],
  ['一、农牧民（2人）', ['农牧民', '学校党组织'], '农牧民'],
  ['（二）学校党组织', ['农牧民', '学校党组织'], '学校党组织'],
  ['农牧民党员', ['农牧民', '学校党组织'], '农牧民'],
  ['农牧民类', ['农牧民', '学校党组织'], '农牧民'],
  ['学校', ['农牧民', '学校党组织'], '学校党组织'],
  ['机关事业单位', ['机关、事业单位干部职工', '企业职工'], '机关、事业单位干部职工'],
  ['机关和事业单位人员', ['机关、事业单位干部职工', '企业职工'], '机关、事业单位干部职工'],
  ['农民', ['农牧民', '学校党组织'], undefined],
  ['农民工', ['农民', '学校'], undefined],
  ['企业', ['企业职工', '企业干部'], undefined],
  ['企业职工', ['企业职工', '企业干部'], '企业职工'],
  ['党员', ['农牧民', '学校'], undefined],
])('the category %s of %j is %s', (written, names, meant) => {
  expect(categoryNamed(written, called(...names))?.name).toBe(meant);
});

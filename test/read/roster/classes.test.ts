import { describe, expect, it } from 'vitest';
import { affiliationOf } from '../../../src/read/roster/classes/affiliation.ts';
import { classOf } from '../../../src/read/roster/classes.ts';
import { splitNames, tidyName } from '../../../src/read/roster/name-text.ts';

function classed(field: string, text: string): string {
  const found = classOf(field, text);
  return typeof found === 'object' ? found.value : (found ?? '');
}

describe('a value is classed as a whole', () => {
  it.each([
    ['中等专科', 'senior-high'],
    ['中等专业学校', 'senior-high'],
    ['技工学校', 'senior-high'],
    ['职业高级中学', 'senior-high'],
    ['中等师范', 'senior-high'],
    ['高中肄业', 'senior-high'],
    ['高中/中专', 'senior-high'],
    ['大学专科', 'college'],
    ['函授大专', 'college'],
    ['大学本科（专科起点）', 'bachelor'],
    ['专升本', 'bachelor'],
    ['大本', 'bachelor'],
    ['在职研究生', 'postgraduate'],
    ['在读硕士', 'postgraduate'],
    ['九年义务教育', 'junior-high'],
    ['41', 'senior-high'],
    ['21', 'bachelor'],
    ['大专/本科', 'unclear'],
    ['□高中 ☑大专 □本科', 'college'],
    ['高中□ 大专□ 本科√', 'bachelor'],
    ['□高中 □大专', 'unclear'],
    ['专业技术', ''],
  ])('education %s: %s', (text, expected) => expect(classed('education', text)).toBe(expected));

  it.each([
    ['企业负责人', 'manager'],
    ['技术工人', 'worker'],
    ['务农（种植大户）', 'farmer'],
    ['村医', 'medical'],
    ['村干部', 'unclear'],
    ['大学生村官', 'unclear'],
    ['社区工作者', 'unclear'],
    ['农村党员', ''],
  ])('occupation %s: %s', (text, expected) => expect(classed('occupation', text)).toBe(expected));

  it.each([
    ['1', 'male'],
    ['2', 'female'],
    ['M', 'male'],
    ['男□女☑', 'female'],
    ['男√ 女', 'male'],
    ['□男☑女', 'female'],
    ['□男 ■女', 'female'],
    ['○男●女', 'female'],
    ['□男 √女', 'female'],
    ['☑男□女', 'male'],
    ['男□ 女√', 'female'],
    ['男☑、女□', 'male'],
    ['☑女', 'female'],
    ['□男□女', 'unclear'],
    ['☑男☑女', 'unclear'],
    ['□女', 'unclear'],
    ['男/女', 'unclear'],
    ['不详', ''],
  ])('gender %s: %s', (text, expected) => expect(classed('gender', text)).toBe(expected));

  it.each([
    ['其它', '其他'],
    ['维', '维吾尔族'],
    ['汉', '汉族'],
    ['柯尔克孜', '柯尔克孜族'],
  ])('ethnicity %s: %s', (text, expected) => expect(classed('ethnicity', text)).toBe(expected));

  it.each([
    ['中共预备党员', 'probationary'],
    ['中共党员（预备）', 'probationary'],
    ['中共党员', 'full'],
    ['入党积极分子', 'activist'],
    ['民盟盟员', ''],
  ])('stage %s: %s', (text, expected) => expect(classed('stage', text)).toBe(expected));

  it('members of other parties are none of the Party', () => {
    for (const text of ['民盟盟员', '民革党员', '九三学社社员', '无党派人士'])
      expect(affiliationOf(text)).toBe('other-party');
    expect(affiliationOf('共青团员')).toBe('league');
    expect(affiliationOf('中共党员')).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['张三*', '张三', ''],
    ['①张三', '张三', ''],
    ['“张三”', '张三', ''],
    ['1.张三', '张三', ''],
    ['张 三', '张三', ''],
    ['古丽（女）', '古丽', '女'],
    ['买买提 · 艾力', '买买提·艾力', ''],
    ['阿卜杜拉·阿布都热合曼', '阿卜杜拉·阿布都热合曼', ''],
  ])('%s is %s', (text, name, remark) => expect(tidyName(text)).toMatchObject({ name, remark }));

  it.each([
    ['王五（支部书记、村主任）、赵六（组织委员）', ['王五（支部书记、村主任）', '赵六（组织委员）']],
    ['王五和赵六', ['王五', '赵六']],
    ['张和平', ['张和平']],
    ['李和平、王五', ['李和平', '王五']],
    ['1.王五 2.赵六', ['王五', '赵六']],
    ['①王五②赵六', ['王五', '赵六']],
    ['王五 赵六', ['王五', '赵六']],
    ['王 五', ['王五']],
    ['王五（13800000001）、赵六 13900000002', ['王五', '赵六']],
    ['买买提·艾力', ['买买提·艾力']],
  ])('%s are %s', (text, names) => expect(splitNames(text).names).toEqual(names));
});

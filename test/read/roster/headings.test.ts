import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../src/read/roster/heading-meaning.ts';
import { allTargets, targetTitle } from '../../../src/read/roster/target.ts';

/** What a heading is read as, `?` where it is a guess, or why it is not read; empty where nothing is known of it. */
function meaning(...rows: string[]): string {
  const { meanings, refusal } = readHeading(rows);
  if (refusal) return refusal;
  return meanings.map(({ target, certain }) => target.join('.') + (certain ? '' : '?')).join(' ');
}

describe('a heading is read by what it means, not by a word in it', () => {
  it.each([
    ['出生地', ''],
    ['出生年月（岁）', 'birth'],
    ['入党积极分子培训时间', ''],
    ['确定积极分子时间', 'events.activist'],
    ['积极分子确定日期', 'events.activist?'],
    ['申请时间', 'events.application'],
    ['转正申请时间', 'events.conversionApplication'],
    ['转为正式党员时间', 'events.conversionApproval'],
    ['上级党组织谈话时间', 'events.committeeTalk'],
    ['发展对象谈话时间', ''],
    ['党支部意见', ''],
    ['所在党支部名称', 'branch'],
    ['党支部书记', ''],
    ['是否团员', 'leagueMember'],
    ['入团时间', ''],
    ['当前阶段', 'stage'],
    ['联系电话', 'phone'],
    ['毕业院校及专业', ''],
    ['学历取得时间', ''],
    ['参加工作时间', ''],
    ['入党志愿书编号', 'opinion'],
    ['年龄', 'needless'],
    ['出生日期（公历）', 'birth'],
    ['出生日期（农历）', 'lunar'],
    ['农历生日', 'lunar'],
    ['阴历出生日期', 'lunar'],
    ['接受为预备党员时间', 'events.branchMeeting?'],
    ['讨论为预备党员时间', 'events.branchMeeting?'],
    ['预备党员时间', 'events.branchMeeting'],
    ['正式党员时间', 'events.conversionApproval'],
    ['定为积极分子时间', 'events.activist?'],
    ['确认为入党积极分子时间', 'events.activist?'],
    ['推荐和确定入党积极分子时间', 'events.activist'],
    ['培养考察期', ''],
    ['纳入积极分子时间', 'events.activist?'],
    ['列入考察时间', 'events.activist?'],
    ['定为发展对象时间', 'events.prospective?'],
    ['要求入党时间', 'events.application'],
    ['结对联系人', 'contacts'],
    ['联系党员', 'contacts'],
    ['培养教育人', 'contacts'],
    ['预备期满时间', 'events.probation.to'],
    ['是否少数民族', ''],
    ['是否少数民族干部', ''],
  ])('%s is %s', (heading, expected) => expect(meaning(heading)).toBe(expected));

  it.each([
    '预计入党时间',
    '拟列为发展对象时间',
    '拟接收预备党员时间',
    '计划培训时间',
    '入党时间（预计）',
    '拟转正时间',
  ])('%s is hoped for and has not happened', heading => expect(meaning(heading)).toBe('planned'));

  it.each(['政审情况', '支部大会票数', '是否确定为发展对象', '确定积极分子方式', '预审意见', '政审结论'])(
    '%s is no day',
    heading => expect(meaning(heading)).toBe('opinion'),
  );

  it.each(['联系人', '培养联系人', '第一联系人', '第二联系人', '培养联系人2', '联系人一', '联系人姓名'])(
    '%s are contacts',
    heading => expect(meaning(heading)).toBe('contacts'),
  );

  it.each([
    '联系人电话',
    '培养联系人职务',
    '介绍人单位',
    '介绍人联系方式',
    '父亲姓名',
    '配偶政治面貌',
    '紧急联系人',
    '家庭成员',
  ])('%s is about somebody else', heading => expect(meaning(heading)).toBe('others'));

  it.each([
    [['培养联系人', '姓名'], 'contacts'],
    [['培养联系人', '职务'], 'others'],
    [['培养情况', '培养联系人', '姓名'], 'contacts'],
    [['入党介绍人', '电话'], 'others'],
    [['家庭主要成员', '出生年月'], 'others'],
    [['重要时间', '申请入党'], 'events.application'],
    [['时间', '确定为积极分子'], 'events.activist'],
    [['基本情况', '姓名'], 'name'],
    [['培训', '起止时间'], 'events.training'],
  ])('under a group: %s is %s', (rows, expected) => expect(meaning(...rows)).toBe(expected));

  it.each([
    ['培训起止时间', 'events.training'],
    ['培训时间', 'events.training'],
    ['发展对象培训开始时间', 'events.training.start'],
    ['培训结束', 'events.training.end'],
    ['培训学时', 'events.training.hours'],
    ['发展对象公示起止时间', 'events.prospectiveNotice'],
    ['发展对象公示止', 'events.prospectiveNotice.to'],
    ['转正公示时间', 'events.conversionNotice'],
  ])('what lasts: %s is %s', (heading, expected) => expect(meaning(heading)).toBe(expected));

  it('reads every field by the name that the list of fields gives it', () => {
    for (const target of allTargets()) {
      if (target.length > 2) continue;
      const { meanings } = readHeading([targetTitle(target)]);
      expect(meanings[0]?.target, targetTitle(target)).toEqual(target);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { standingIn } from '../../src/model/remarks.ts';

describe('a remark says that somebody is gone, or a member already', () => {
  it.each([
    '已转出',
    '2026年5月转出',
    '取消资格',
    '已取消',
    '2026.3 去世',
    '已调离，联系人王某',
    '停止培养',
    '本人放弃入党',
    '暂缓发展',
    '不予发展',
    '主动退出',
    '从公司调出',
    '婚后已迁出',
    '取消发展资格',
    '因违纪取消',
    '本人放弃',
    '已故',
    '已调走',
    '调往县城',
    '关系转走',
    '服刑',
    '受处分',
    '受过党内警告处分',
  ])('%s: gone', remark => expect(standingIn(remark)?.standing).toBe('gone'));

  it.each([
    '党员',
    '预备党员',
    '中共党员',
    '正式党员',
    '2026年已发展',
    '已发展',
    '已发展为预备党员',
    '2025年已入党',
    '已转正',
    '已是党员',
    '已接收为预备党员',
    '现为预备党员',
    '已于2026年接收为预备党员',
    '外出务工；已发展',
  ])('%s: a member', remark => expect(standingIn(remark)?.standing).toBe('member'));

  it.each([
    '',
    '储备',
    '拟发展',
    '去世联系人已更换',
    '父亲去世，家庭困难',
    '原联系人已调出',
    '配偶为中共党员',
    '党员家庭',
    '党员推荐',
    '已发展为积极分子',
    '已列为发展对象',
    '已吸收为入党积极分子',
    '2027年拟发展',
    '待转正',
    '尚未入党',
    '外出务工（杭州）',
    '退伍军人',
    '退役士兵',
    '致富带头人',
    '从外地调往本镇',
    '未受过处分',
    '撤销处分后表现好',
    '放弃高薪返乡',
    '考察满一年',
  ])('%s: neither', remark => expect(standingIn(remark)).toBeUndefined());

  it.each([
    '暂缓',
    '缓发展',
    '延期',
    '未成熟',
    '不符合条件',
    '考察不满一年',
    '列入下一批',
    '2027年发展',
    '27年度再发展',
  ])('%s: later', remark => expect(standingIn(remark, { year: 2026 })?.standing).toBe('later'));

  it.each(['2026年发展', '2026年上半年拟发展'])('%s is the plan’s own year', remark =>
    expect(standingIn(remark, { year: 2026 })).toBeUndefined(),
  );

  it('the part that says so is told, without what else stands there', () =>
    expect(standingIn('外出务工；已转出，联系人王某')?.text).toBe('已转出'));

  it('a word in a column of its own says enough', () =>
    expect(
      ['转出', '取消', '不合格', '已发展', '在册', '正常'].map(
        text => standingIn(text, { isStatus: true })?.standing,
      ),
    ).toEqual(['gone', 'gone', 'gone', 'gone', undefined, undefined]));
});

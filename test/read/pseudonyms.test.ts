import { expect, it } from 'vitest';
import { approvingPeople, responsiblePeople } from '../../src/read/plan/people-named.ts';
import { Pseudonyms } from '../../src/read/plan/pseudonyms.ts';

function named(...names: string[]): Pseudonyms {
  const people = new Pseudonyms();
  for (const name of names) people.add(name, 'candidate');
  return people;
}

it.each([
  ['王小明和王小', '人员02和人员01'],
  ['王 小 明', '人员02'],
  ['关于王　小 的材料', '关于人员01 的材料'],
  ['王\u200d小\u2003明', '人员02'],
  ['王\u00ad小明\n王小', '人员02\n人员01'],
  ['王小庄村', '人员01庄村'],
  ['阿卜杜拉･买买提', '人员03'],
  ['阿卜杜拉。买\u2002买提', '人员03'],
  ['阿卜杜拉·买买提', '人员03'],
  ['阿卜杜拉•买买提等', '人员03等'],
  ['Wang Wei is here', '人员04 is here'],
  ['李、人；(李)', '人员05、人；(人员05)'],
  ['name: 李, role', 'name: 人员05, role'],
  ['李村的桃李', '李村的桃李'],
  ['a.b(c', '人员06'],
  ['Anna-Maria', '人员07'],
])('in %s names are replaced: %s', (text, shown) => {
  const people = named('王小', '王小明', '阿卜杜拉·买买提', 'Wang Wei', '李', 'a.b(c', 'Anna-Maria');
  expect(people.inText(text)).toBe(shown);
});

it.each([
  ['LI MING、li ming、Ｌｉ Ｍing', '人员01、人员01、人员01'],
  ['limit、Liming', 'limit、人员01'],
  ['He said: he is an An.', '人员05 said: he is an 人员06.'],
  ['阿依古丽买买提、阿依古丽-买买提', '人员02、人员02'],
  ['与王\n庄、李\r\n 四谈话', '与人员03、人员04谈话'],
])('in %j the same names are written otherwise: %j', (text, shown) => {
  const people = named('Li Ming', '阿依古丽·买买提', '王庄', '李四', 'He', 'An');
  expect(people.inText(text)).toBe(shown);
});

it('in a finished text a name ends with its line', () => {
  expect(named('王庄').inText('由王\n  庄稼人', true)).toBe('由王\n  庄稼人');
});

it('what is named by the whole name makes no word of a part of it', () => {
  const people = named('阿依古丽·买买提');
  people.spare(['阿依古丽·买买提的自传']);
  expect(people.inText('与阿依古丽谈话，阿依古丽·买买提的自传')).toBe('与人员01谈话，人员01的自传');
});

it('contacts have numbers of their own, unless they stand on the roster', () => {
  const people = named('王小');
  people.add('张三', 'member');
  people.add('王小', 'member');
  expect(people.inText('张三、王小')).toBe('党员01、人员01');
});

it.each([
  // What people write of a name with a dot: the part before it, and the father's name where it is long enough.
  ['阿依古丽之父住院', '人员01之父住院'],
  ['同阿依古丽谈话', '同人员01谈话'],
  ['买买提家在东村', '人员01家在东村'],
  ['古丽之父', '人员02之父'],
  // The whole name of somebody is that person, a part that two have is nobody's in particular.
  ['帕提古丽来了', '人员04来了'],
  ['阿卜杜拉请假', '某人员请假'],
  ['艾力请假', '艾力请假'],
  // Words of the plan stay.
  ['玛纳镇党委与玛纳', '玛纳镇党委与玛纳'],
  ['由王大明批准', '由党员01批准'],
  ['阿依古丽·买买提、古丽·艾力', '人员01、人员02'],
])('in %s parts of names are replaced: %s', (text, shown) => {
  const people = named(
    '阿依古丽·买买提',
    '古丽·艾力',
    '帕提古丽·阿卜杜拉',
    '帕提古丽',
    '阿卜杜拉·卡迪尔',
    '玛纳·某',
  );
  people.add('县委组织部部长王大明（已同意）', 'approver');
  people.spare(['玛纳镇党委']);
  expect(people.inText(text)).toBe(shown);
});

it('another plan has its own parts, and its whole names come first', () => {
  const [one, other] = [named('古丽·艾合买提'), named('王小', '古丽')];
  one.include(other);
  expect(one.inText('古丽、艾合买提')).toBe('人员02、人员01');
  const fourth = named('玛纳·某');
  fourth.spare(['玛纳镇党委']);
  const third = named('李四');
  third.include(one);
  third.include(fourth);
  expect(third.inText('玛纳镇')).toBe('玛纳镇');
  expect(third.inText('古丽、艾合买提')).toBe('人员02、人员01');
});

it.each<[string, string[]]>([
  ['镇党委会', []],
  ['镇党委书记', []],
  ['县委组织部', []],
  ['乡党委扩大会集体研究决定', []],
  ['镇里', []],
  ['市委组织部2026年第3次部务会议', []],
  ['Town committee', []],
  ['批准某', ['批准某']],
  ['张三', ['张三']],
  ['镇党委书记张三', ['张三']],
  ['张三书记', ['张三']],
  ['张三（镇党委副书记）、李四', ['张三', '李四']],
  ['组织委员 古丽·艾力', ['古丽·艾力']],
  ['Wang Wei', ['Wang Wei']],
])('who approved, %s, names %j', (approver, people) => {
  expect(approvingPeople(approver)).toEqual(people);
});

it.each<[string, string[]]>([
  ['各党支部', []],
  ['镇组织办、各村', []],
  ['高校、石村、方案组', []],
  ['入党介绍人', []],
  ['派出所', []],
  ['党建指导员', []],
  ['文书', []],
  ['组织委员', []],
  ['张三', ['张三']],
  ['镇组织委员张三', ['张三']],
  ['党建办 王小明、李四', ['王小明', '李四']],
  ['欧阳某', ['欧阳某']],
  ['组织委员 古丽·艾力', ['古丽·艾力']],
])('who does a step, %s, names %j', (owner, people) => {
  expect(responsiblePeople(owner)).toEqual(people);
});

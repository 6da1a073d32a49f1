import { expect, it } from 'vitest';
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

it('contacts have numbers of their own, unless they stand on the roster', () => {
  const people = named('王小');
  people.add('张三', 'member');
  people.add('王小', 'member');
  expect(people.inText('张三、王小')).toBe('党员01、人员01');
});

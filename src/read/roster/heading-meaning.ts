import { memoize } from '../../values/memo.ts';
import { HEADING_WORDS, LASTING_WORDS } from './heading-words.ts';
import { exactTarget, isDate, partsOf, type Target, targetShape } from './target.ts';

/** What a heading may mean. */
export interface Meaning {
  target: Target;
  /** by its name; otherwise by words in it */
  certain: boolean;
}

/** A column that is understood, and not read: why. */
export type Refusal = 'needless' | 'planned' | 'opinion' | 'others' | 'lunar';

export interface Heading {
  meanings: Meaning[];
  refusal?: Refusal;
  /** what an opinion's column is where dates stand below it: 政审时间及结论 */
  ifDated?: Meaning[];
}

const NOTHING: Heading = { meanings: [] };

/** Whom a column is about, where it is not the person of the row. */
type Owner = 'contact' | 'introducer' | 'other';

const OWNERS: readonly (readonly [RegExp, Owner])[] = [
  [/紧急联系人|家庭联系人|填表|制表|审核人|经办人|户主/, 'other'],
  [/家庭(成员|电话|主要)|父亲|母亲|配偶|爱人|亲属|家属|家长|子女|社会关系|监护人/, 'other'],
  [/联系人|培养(教育)?人|帮带人|帮扶人|(结对|联系)党员/, 'contact'],
  [/介绍人/, 'introducer'],
];

const ownerOf = (text: string): Owner | undefined => OWNERS.find(([pattern]) => pattern.test(text))?.[1];

/** What is left of a heading about contacts when only their names are meant. */
const NAMES_ONLY =
  /培养教育人?|培养人|培养|联系人|帮带人|帮扶人|(结对|联系)党员|结对|入党|介绍人|正式党员|党员|姓名|名单|名字|人员|第?[一二三1-3]名?|[ab①②③]|及|和|、|\(|\)/gi;

/** A step that is hoped for has not happened. */
const PLANNED =
  /^拟(?!发展对象$)|预计|预期|预定|计划(?!生育)|争取|下一步|期满|届满|到期|最早|最迟|应于|将于|可(发展|转正|列为|确定)|^应(?!届)|待(转正|发展|入党)/;

/** 入党时间（预计）: what stands in brackets is as good. */
const HOPED = /[（(【[](拟|预计|计划|预定|预期|应|待)/;

/** Opinions, results and the ways of a step are not its day. */
const OPINION =
  /意见|情况|结果|结论|是否|与否|方式|原因|理由|材料|证书|证明|编号|文号|地点|地址|人数|票(?!决)|内容|标准|要求|次数|成绩|分数|考核|签字|签名|盖章|依据|有无|单位$|部门$|书记|班次|期数|名称$|类型$/;

const NEEDLESS = /^(序号|序|行号|顺序号|no\.?|号|年龄|周岁|实足年龄|现年龄|年龄周岁|虚岁|党龄)$/i;

/** Nobody means more than this by a heading; longer texts are titles and notes. */
const LONGEST_HEADING = 40;

/** A heading without what offices vary: spaces, brackets and what is in them, full-width letters. */
const plainHeading = (text: string): string =>
  unspaced(text)
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[:：*★※]/g, '');

const unspaced = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** `村(社区)` is `村社区`. */
const withBrackets = (text: string): string => unspaced(text).replace(/[（(【[）)】\]:：*★※]/g, '');

const DATE_NOUN = /的?(时间|日期|年月日|年月|具体时间)$/;

/** `确定积极分子时间` is `确定积极分子`; `培养联系人2` is `培养联系人`. */
const bare = (heading: string): string => heading.replace(DATE_NOUN, '').replace(/\d$/, '');

/**
 * What the heading of a column means. `rows` are its cells in the rows of the head, from the top: a group such as
 * 培养联系人 over 姓名 says whose name it is, a group such as 时间 over 申请入党 only what kind of thing stands there.
 */
export const readHeading = (rows: readonly string[]): Heading =>
  meaningOf(rows.filter((text, index) => text !== '' && text !== rows[index - 1]).join(BETWEEN));

/** No cell's text holds it. */
const BETWEEN = '\0';

/** Cell after cell of a sheet is asked whether it could be a heading, and the sheets of a county have the same headings. */
const meaningOf = memoize(2000, (joined: string): Heading => {
  const parts = joined.split(BETWEEN);
  const own = parts.at(-1) ?? '';
  const whole = parts.join('');
  const attribute = /^其他属性\.(.+)$/.exec(own)?.[1];
  if (attribute !== undefined) return { meanings: [{ target: ['attributes', attribute], certain: true }] };
  const plain = plainHeading(whole);
  if (plain === '' || plain.length > LONGEST_HEADING) return NOTHING;
  if (NEEDLESS.test(plainHeading(own)) && ownerOf(whole) === undefined)
    return { meanings: [], refusal: 'needless' };
  const owner = ownerOf(plain);
  // Under 培养联系人 the 姓名 and 电话 are not those of the row's person, whatever they are called.
  const spellings =
    owner === undefined
      ? [...innerOf(parts), plainHeading(parts.toReversed().join('')), plainHeading(own), withBrackets(own)]
      : [plain];
  if (/农历|阴历/.test(unspaced(whole))) return { meanings: [], refusal: 'lunar' };
  if (HOPED.test(unspaced(whole))) return { meanings: [], refusal: 'planned' };
  const certain = certainMeanings(spellings);
  if (certain.length > 0) return { meanings: certain };
  if (owner !== undefined) {
    // What stands over the group says nothing of whose name it is: 培养情况 over 培养联系人 over 姓名.
    const from = parts.findIndex(part => ownerOf(part) !== undefined);
    return ofOthers(plainHeading(parts.slice(Math.max(0, from)).join('')), owner);
  }
  const planned = [whole, ...parts].some(text => PLANNED.test(unspaced(text)));
  // 培养教育情况 over 列为发展对象时间 is only what a group is called: below it stand days.
  const asksDay = DATE_NOUN.test(plainHeading(own)) && bare(plainHeading(own)) !== '';
  const opinion = OPINION.test(asksDay ? plainHeading(own) : plain);
  // 发展过程 over 发展对象 over 确定时间 speaks of 发展对象: what stands nearer says more than the word alone.
  const guesses =
    innerOf(parts)
      .map(text => guessesOf(text, whole))
      .find(found => found.length > 0) ?? [];
  const happens = guesses.some(({ target }) => target[0] === 'events');
  if (planned && (happens || /入党|发展|转正|积极分子|预备/.test(plain)))
    return { meanings: [], refusal: 'planned' };
  if (!opinion) return { meanings: guesses };
  const meanings = guesses.filter(({ target }) => target[0] !== 'events');
  return meanings.length === 0 && happens ? { meanings, refusal: 'opinion', ifDated: guesses } : { meanings };
});

/** The heading with all that stands over it, then without the outermost group, and so on to its own text. */
const innerOf = (parts: readonly string[]): string[] =>
  parts.map((_, from) => plainHeading(parts.slice(from).join(''))).filter(text => text !== '');

/** Every field by its names, without regard to how a date is called. */
const certainMeanings = (spellings: readonly string[]): Meaning[] => {
  for (const spelling of spellings)
    for (const name of [spelling, bare(spelling)]) {
      const targets = [exactTarget(name), ...namedBy(name), ...lastingBy(spelling, true)];
      const found = targets.filter(target => target !== undefined);
      const once = found.filter(
        (target, at) => found.findIndex(other => other.join() === target.join()) === at,
      );
      if (once.length > 0) return once.map(target => ({ target, certain: true }));
    }
  return [];
};

const namedBy = (name: string): Target[] =>
  HEADING_WORDS.filter(({ names }) => names?.includes(name)).map(({ target }) => target);

function guessesOf(spelling: string, whole: string): Meaning[] {
  const found: Meaning[] = [];
  for (const { target, like, not } of HEADING_WORDS) {
    const text = target[0] === 'events' ? bare(spelling) : spelling;
    if (!like?.test(text) || not?.test(plainHeading(whole))) continue;
    // A step in a heading is meant where the heading asks for its day, or is nothing but the step.
    if (!exists(target)) continue;
    found.push({ target, certain: false });
  }
  for (const target of lastingBy(spelling, false)) found.push({ target, certain: false });
  return found.filter(
    ({ target }, index) => found.findIndex(other => other.target.join() === target.join()) === index,
  );
}

const exists = (target: Target): boolean => (isDate(target) ? targetShape(target).title !== undefined : true);

const ENDS = [
  [/(起止|起讫)?(时间|日期|年月)?$/, undefined],
  [/(开始|起始|起)(时间|日期)?$/, 0],
  [/(?<!起)(结束|截止|终止|止)(时间|日期)?$/, 1],
  [/(学时|课时|学时数)$/, 'hours'],
] as const;

/** `培训起止时间`, `发展对象公示起`, `培训学时`: which part of something that lasts. */
function lastingBy(spelling: string, exactly: boolean): Target[] {
  const found: Target[] = [];
  for (const [ending, part] of ENDS.toReversed()) {
    const match = ending.exec(spelling);
    if (!match || (part !== undefined && match[0] === '')) continue;
    const name = spelling.slice(0, match.index).replace(/的$/, '');
    for (const { event, names, like, not } of LASTING_WORDS) {
      const isMeant = exactly
        ? names.includes(name) || exactTarget(name)?.join() === `events,${event}`
        : like.test(name) && !not?.test(name);
      const whole: Target = ['events', event];
      const parts = partsOf(whole);
      if (!isMeant || !parts) continue;
      if (part === 'hours') {
        if (event === 'training') found.push([...whole, 'hours']);
      } else found.push(part === undefined ? whole : [...whole, parts[part]]);
    }
    if (found.length > 0) return found;
  }
  return exactly && /^(学时|学时数|课时)$/.test(spelling) ? [['events', 'training', 'hours']] : found;
}

/** Names of contacts and introducers are read; their phones, posts and birthdays are other people's. */
function ofOthers(plain: string, owner: Owner): Heading {
  if (owner === 'other') return { meanings: [], refusal: 'others' };
  const event = owner === 'contact' ? 'contactsAssigned' : 'introducersAssigned';
  if (/指定|确定|明确|落实|安排|分配|选定/.test(plain))
    return OPINION.test(plain)
      ? { meanings: [], refusal: 'opinion' }
      : { meanings: [{ target: ['events', event], certain: false }] };
  const rest = plain.replace(NAMES_ONLY, '').replace(/\d/g, '');
  if (rest !== '') return { meanings: [], refusal: 'others' };
  return { meanings: [{ target: [owner === 'contact' ? 'contacts' : 'introducers'], certain: true }] };
}

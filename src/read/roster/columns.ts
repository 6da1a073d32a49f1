import { fieldShape, itemShape, rootShape, type Shape } from '../fields/shape.ts';

/** What a column is read into: a field of a person, an event's, or an attribute of the user's own. */
export type Target = readonly [field: string, ...below: string[]];

export interface Column {
  /** from 0 */
  index: number;
  /** the heading as it stands, both rows of a two-row head joined by `/` */
  heading: string;
  target?: Target;
  /** read by what the heading contains, not by its name */
  guessed?: true;
  /** a serial number or a formula's age: understood, and not needed */
  needless?: true;
}

const person: Shape = itemShape(fieldShape(rootShape('candidates'), 'candidates'));
const events: Shape = fieldShape(person, 'events');

/**
 * Headings of offices' rosters by what they contain, where they are not simply a field's Chinese name. The order
 * matters: the first that fits decides. Compiled from the columns of domain practice (activist and prospective rosters).
 */
const PATTERNS: readonly (readonly [RegExp, Target])[] = [
  [/身份证|身份号码|证件号/, ['idNumber']],
  [/培训.*(学时|课时)|^学时/, ['events', 'training', 'hours']],
  [/培训.*(开始|起)|培训起/, ['events', 'training', 'start']],
  [/培训.*(结束|止)/, ['events', 'training', 'end']],
  [/积极分子公示.*(起|开始)/, ['events', 'activistNotice', 'from']],
  [/积极分子公示.*(止|结束)/, ['events', 'activistNotice', 'to']],
  [/转正公示.*(起|开始)/, ['events', 'conversionNotice', 'from']],
  [/转正公示.*(止|结束)/, ['events', 'conversionNotice', 'to']],
  [/延长.*(月数|几个月)/, ['events', 'probationExtension', 'months']],
  [/延长.*预备期|预备期.*延长/, ['events', 'probationExtension', 'on']],
  [/(组织关系)?转入(本单位|时间|日期)?$/, ['events', 'transferredIn']],
  [/发展对象公示.*(起|开始)/, ['events', 'prospectiveNotice', 'from']],
  [/发展对象公示.*(止|结束)/, ['events', 'prospectiveNotice', 'to']],
  [/接收.*公示.*(起|开始)/, ['events', 'acceptanceNotice', 'from']],
  [/接收.*公示.*(止|结束)/, ['events', 'acceptanceNotice', 'to']],
  [/(指定|确定|明确).*联系人/, ['events', 'contactsAssigned']],
  [/(指定|确定|明确).*介绍人.*(时间|日期)/, ['events', 'introducersAssigned']],
  [/培养联系人|联系人姓名|^联系人\d?$|培养人|帮带人/, ['contacts']],
  [/介绍人/, ['introducers']],
  [/积极分子.*备案/, ['events', 'activistFiling']],
  [/发展对象.*备案/, ['events', 'prospectiveFiling']],
  [/转正.*申请/, ['events', 'conversionApplication']],
  [/转正.*大会/, ['events', 'conversionMeeting']],
  [/转正/, ['events', 'conversionApproval']],
  [/申请.*(入党|书)|入党申请|(递交|提交|提出|书写).*申请|^申请$/, ['events', 'application']],
  [/推优/, ['events', 'leagueRecommendation']],
  [
    /(确定|列为|确立|成为|转为|吸收|列入).*积极分子|积极分子.*(确定|时间|日期)|^积极分子$/,
    ['events', 'activist'],
  ],
  [/(确定|列为|确立|成为|转为|列入).*发展对象|发展对象.*(确定|时间|日期)/, ['events', 'prospective']],
  [/谈话/, ['events', 'talk']],
  [/政审|政治审查/, ['events', 'politicalReview']],
  [/预审/, ['events', 'preReview']],
  [/支部大会|接收.*预备|(吸收|列为|成为).*预备|入党(时间|日期)?$/, ['events', 'branchMeeting']],
  [/党委(审批|批准)|审批/, ['events', 'approval']],
  [/宣誓/, ['events', 'oath']],
  [/(培养)?考察(时间|日期|情况)?$/, ['events', 'inspections']],
  [/籍贯/, ['nativePlace']],
  [/出生|生日|生年/, ['birth']],
  [/学历|文化程度|教育程度|文化水平/, ['education']],
  [/党支部|所在支部|所属支部|支部名称|所在党组织|所属党组织|党组织名称/, ['branch']],
  [/政治面貌|面貌/, ['stage']],
  [/团员/, ['leagueMember']],
  [/名额类别|占用名额/, ['category']],
  [/职业|人员类别|身份类别|一线情况/, ['occupation']],
  [/^(所在)?单位$/, ['position']],
  [/工作单位|单位.*职务|现任职务|职务|岗位|村组|工作岗位/, ['position']],
  [/电话|手机|联系方式/, ['phone']],
  [/民族|族别/, ['ethnicity']],
  [/性别/, ['gender']],
  [/姓名|名字/, ['name']],
  [/流动/, ['mobile']],
  [/特长|特点|标签/, ['tags']],
  [/备注|说明/, ['note']],
];

const NEEDLESS = /^(序号|序|行号|no\.?|号|年龄|周岁|实足年龄|现年龄)$/i;

/** Nobody means more than this by a heading; longer texts are titles and notes. */
const LONGEST_HEADING = 40;

/** A heading without what offices vary: spaces, brackets and what is in them, full-width letters. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[\s:：*★]/g, '');

/** `确定积极分子时间` is `确定积极分子`; `申请入党日期` is `申请入党`. */
const bare = (heading: string): string =>
  heading.replace(/(的?(时间|日期|年月日|年月))$/, '').replace(/\d$/, '');

/** What a heading means; undefined where it means nothing known. */
export function targetOf(heading: string): { target?: Target; guessed?: true; needless?: true } | undefined {
  const plain = plainHeading(heading);
  if (heading.startsWith('其他属性.')) return { target: ['attributes', heading.slice('其他属性.'.length)] };
  if (plain === '' || plain.length > LONGEST_HEADING) return undefined;
  if (NEEDLESS.test(plain)) return { needless: true };
  const exact = exactTarget(plain) ?? exactTarget(bare(plain));
  if (exact) return { target: exact };
  const found = PATTERNS.find(([pattern]) => pattern.test(plain));
  return found && { target: found[1], guessed: true };
}

/** A field by its Chinese name, an alias, or its English name. */
export function exactTarget(name: string): Target | undefined {
  const own = lookUp(person, name);
  // A column of whole `events` or `materials` has nothing that a cell could say.
  if (own !== undefined && !['events', 'materials', 'attributes'].includes(own)) return [own];
  const event = lookUp(events, name.replace(/^events\./, ''));
  if (event !== undefined && event !== 'training') return ['events', event];
  const [, of, part] = /^(?:events\.)?(\w+)\.(\w+)$/.exec(name) ?? [];
  if (of && part && lookUp(fieldShape(events, of), part) !== undefined) return ['events', of, part];
  const attribute = /^(?:attributes|其他属性)\.(.+)$/.exec(name)?.[1];
  return attribute === undefined ? undefined : ['attributes', attribute];
}

function lookUp({ keys = {}, props = {} }: Shape, name: string): string | undefined {
  if (Object.hasOwn(props, name)) return name;
  return Object.hasOwn(keys, name) ? keys[name] : undefined;
}

/** The Chinese name of a target, for messages: `申请入党时间` → `递交入党申请书`. */
export function targetTitle([field, ...below]: Target): string {
  let shape = fieldShape(person, field);
  let title = shape.title ?? field;
  for (const name of below) {
    shape = fieldShape(shape, name);
    title = shape.title ?? name;
  }
  return title;
}

/** `events.application`: how a target is written with `--map`. */
export const targetName = (target: Target): string => target.join('.');

/** The shape of what a target holds. */
export function targetShape([field, ...below]: Target): Shape {
  return below.reduce(fieldShape, fieldShape(person, field));
}

/** Whether several columns may feed one field. */
export const isList = (target: Target): boolean =>
  target[0] === 'contacts' ||
  target[0] === 'introducers' ||
  target[0] === 'tags' ||
  target[1] === 'inspections' ||
  target[1] === 'probationInspections';

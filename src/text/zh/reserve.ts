import type { Unfitness } from '../../facts/reserve/fitness.ts';
import type { Waiting } from '../../rules/waiting.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { date, fullDate, list, people, person, slot, slots } from './words.ts';

const ROLE = { nominee: '拟发展对象', reserve: '储备' };

const UNFIT: Record<
  Unfitness,
  (args: { category: string; day: string; months: number; ripeOn: string }) => string
> = {
  category: ({ category }) => `不属于“${category}”`,
  'unknown-category': ({ category }) => `没有写明名额类别，不能确定属于“${category}”`,
  'not-activist': ({ day }) => `到${date(day)}还不是入党积极分子`,
  'unknown-activist': () => '没有写明确定为入党积极分子的日期',
  member: () => '已经是党员（预备党员）',
  'not-ripe': ({ day, months, ripeOn }) => `到${date(day)}培养考察不满${months}个月，${fullDate(ripeOn)}才满`,
};

/** `；郑明明（c12）、赵勇（c13）到10月23日培养考察不满12个月，没有计入` */
const unripe = ({ people: who, day, months }: Waiting): string =>
  who.length === 0 ? '' : `；${people(who)}到${fullDate(day)}培养考察不满${months}个月，没有计入`;

const later = ({ people: who }: Waiting): string =>
  who.length === 0
    ? ''
    : `；或推迟确定人选，届时即可计入：${list(
        who.map(each => `${person(each)}${fullDate(each.ripeOn)}起`),
        '人',
      )}`;

export const reserve: GroupTexts<'reserve'> = {
  'reserve/too-few': {
    title: '储备不足',
    demand: '每个名额要有规定人数的入党积极分子作储备；拟发展对象本人默认不计。',
    message: ({ slotName, have, min, waiting }) =>
      `${slot(slotName)}有储备${have}人，至少要${min}人，还差${min - have}人${unripe(waiting)}`,
    remedy: ({ waiting }) => `请从本类别已满培养期的积极分子中补充${later(waiting)}`,
  },
  'reserve/no-safe-substitute': {
    title: '没有可以替补的储备',
    demand: '拟发展对象退出时，本名额最好有储备可以替补，而各项结构要求仍然满足。',
    message: ({ slotName, person: who, reserves }) =>
      `${slot(slotName)}的${person(who)}如果退出，能作本名额储备的${reserves}人，由谁替补都会使某项结构要求达不到`,
    remedy: () => '请补充或调整储备；plan select --resilience 列出各名额可由谁替补',
  },
  'reserve/too-many': {
    title: '储备过多',
    demand: '每个名额的储备不超过规定人数。',
    message: ({ slotName, have, max }) => `${slot(slotName)}列了储备${have}人，最多${max}人`,
    remedy: ({ extra }, key) =>
      `请改列其他名额，或从他们名下删去“${key('candidates.candidates.slot')}”，由程序安排：${people(extra)}`,
  },
  'reserve/listed-twice': {
    title: '一人列了两处',
    demand: '一个人只能列在一个名额之下。',
    message: ({ person: who, slotName, first }) =>
      `${person(who)}列在${slot(slotName)}，又列在${slot(first.slotName)}（${ROLE[first.role as keyof typeof ROLE]}，第 ${first.line} 行）`,
    remedy: () => '请保留一处；如果是同名的两个人，请核对出生日期和身份号码',
  },
  'reserve/not-eligible': {
    title: '不能作储备',
    demand: '储备对象应是本类别、到时已培养考察满一年的入党积极分子，随时可以递补。',
    message: ({ person: who, slotName, why, ...args }) =>
      `${person(who)}列为${slot(slotName)}的储备，但${UNFIT[why](args)}`,
    remedy: ({ why }) =>
      why === 'unknown-activist' || why === 'unknown-category'
        ? '请补填有关信息'
        : '请换人，或改列合适的名额；日期有误的请更正',
  },
  'reserve/cannot-be-assigned': {
    title: '储备无法分配',
    demand: '未列名额的积极分子由程序分配；几个名额争用同一批人、怎么分都不够时，指出这些名额和人。',
    message: ({ slotNames, people: who, needed, have, waiting }) =>
      `${slots(slotNames)}共还需储备${needed}人，能用的只有${have}人：${people(who)}；还差${needed - have}人${unripe(waiting)}`,
    remedy: ({ waiting }) =>
      `请再培养符合条件的积极分子，或调整名额分配${later(waiting)}；plan select 列出最省的办法`,
  },
  'reserve/funnel-short': {
    title: '梯队不足',
    demand: '申请人、积极分子与新发展人数要达到计划规定的比例，如 5:4:1。',
    message: ({ what, have, need, ratio, members, total }) =>
      `${what === 'applicants' ? '入党申请人' : '入党积极分子'}现有${have}人，按${ratio}:${members}发展${total}名须有${need}人，还差${need - have}人`,
    remedy: () => '请加强培养；现有总数可在“梯队比例”中写明',
  },
};

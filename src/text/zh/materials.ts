import type { GroupTexts } from '../rule-texts.ts';
import { known, step as stepName } from './steps.ts';
import { date, fullDate, person } from './words.ts';

const quarter = (text: string) => `${text.slice(0, 4)}年第${text.slice(5)}季度`;

export const materials: GroupTexts<'materials'> = {
  'materials/missing': {
    title: '缺材料',
    demand: '拟发展对象要按材料清单交齐材料；过了上交日期还缺的为错误。',
    message: ({ person: who, material, due, overdue }) =>
      who === null
        ? '名册中没有登记已交材料，没有核对；要核对的，请在名册中填写各人的“已交材料”'
        : `${person(who)}缺“${material}”${due ? `，${overdue ? `应于${date(due)}前交` : `${date(due)}前交`}` : ''}`,
    remedy: ({ person: who, owner }) =>
      who === null
        ? '要核对的，请在名册中填写各人的“已交材料”'
        : `请补交后在名册中登记日期；不需要的写“不适用”${owner ? `（由${owner}收）` : ''}`,
  },
  'materials/late': {
    title: '材料迟交',
    demand: '材料要在时间安排规定的日期（含当日）之前交齐。',
    message: ({ person: who, material, on: day, due, step }) =>
      `${person(who)}的“${material}”${fullDate(day)}才交，“${step}”要求${date(due)}前交`,
    remedy: () => '请核对日期；确属迟交的，写入豁免并说明理由（写法见 plan explain materials/late）',
  },
  'materials/out-of-order': {
    title: '材料日期先后不对',
    demand:
      '材料的日期要与程序先后一致：申请书不晚于谈话，谈话记录在申请之后、确定为积极分子之前，政审、自传、培训证书不晚于预审，志愿书在预审之后、支部大会之前。',
    message: ({ person: who, material, on: day, event, eventOn, must }) =>
      `${person(who)}的“${material}”日期为${known(day)}，应在${stepName(event)}（${known(eventOn)}）之${must === 'before' ? '前' : '后'}`,
    remedy: () => '请核对日期；补办的，附说明，并写入豁免（写法见 plan explain materials/out-of-order）',
  },
  'materials/wrong-count': {
    title: '材料份数不对',
    demand: '需要几份的材料交几份；每季度一份的，一个季度一份，清单的份数是最少份数。',
    message: ({ person: who, material, have, need, quarter: twice }) =>
      twice
        ? `${person(who)}的“${material}”有两份都在${quarter(twice)}`
        : have > need
          ? `${person(who)}的“${material}”登记了${have}份，清单只要求${need}份`
          : `${person(who)}的“${material}”交了${have}份，应交${need}份，还差${need - have}份`,
    remedy: ({ have, need, quarter: twice }) => {
      if (twice) return '请核对日期，缺哪个季度补哪个季度';
      return have > need ? '重复登记的请删去；确需多份的，请改清单的“份数”' : '请补交';
    },
  },
  'materials/not-applicable': {
    title: '不需要的材料',
    demand: '按清单的适用条件，此人不需要这份材料；提醒核对条件和个人信息。',
    message: ({ person: who, material }) => `${person(who)}按条件不需要“${material}”，但已登记`,
    remedy: () => '请核对出生日期、是否团员等信息',
  },
};

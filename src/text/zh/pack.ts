import type { GroupTexts } from '../rule-texts.ts';
import { field, person } from './words.ts';

export const UNITS: Record<string, string> = {
  months: '个月',
  days: '天',
  hours: '学时',
  'working-days': '个工作日',
  people: '人',
  years: '年',
  copies: '份',
};

export const pack: GroupTexts<'pack'> = {
  'pack/unknown-norm': {
    title: '没有这项规范',
    demand: '地方规范中的项目代码要存在；plan explain 可以列出。',
    message: ({ norm }) => `没有代码为“${norm}”的规范`,
    remedy: ({ nearest }) => (nearest ? `是不是“${nearest}”？` : 'plan explain 可以列出全部规范'),
  },
  'pack/not-settable': {
    title: '不能另行规定的项目',
    demand: '地方规范只能设置有数值、并由规则核对的项目；设置别的项目不起作用，所以不采用。',
    message: ({ norm }) => `“${norm}”没有可以收紧的数值，没有采用`,
    remedy: ({ norm }) =>
      norm === 'growth'
        ? '请删除；增长上限写在计划的 指导性计划: { 增长上限: 120% }'
        : norm === 'structure' || norm === 'reserve'
          ? '请删除；结构要求、储备可以直接写在地方规范中'
          : '请删除；还应具备的条件写在“人选条件”，必备的步骤写在“必备步骤”',
  },
  'pack/loosens': {
    title: '放宽了规定',
    demand: '地方规范只能收紧或增加要求，不能低于全国规定；放宽的数值不采用。',
    message: ({ norm, value, inForce, unit, way }) =>
      `“${norm}”写为${value}${UNITS[unit] ?? ''}，而规定为${way === 'less' ? '不超过' : way === 'more' ? '不少于' : ''}${inForce}${UNITS[unit] ?? ''}，没有采用`,
    remedy: ({ way }) =>
      way === ''
        ? '这一项不能由地方另行规定，请删除'
        : `请改为${way === 'less' ? '更短' : '更多'}的数值，或删除这一项`,
  },
  'pack/condition': {
    title: '不符合地方规定的条件',
    demand: '拟发展对象要符合本地规范另外规定的条件。',
    message: ({ person: who, name, unknown }) =>
      unknown ? `${person(who)}是否符合“${name}”无法判断` : `${person(who)}不符合“${name}”`,
    remedy: ({ unknown, fields }) =>
      unknown ? `请补填${fields.map(field).join('、')}` : '请换人；确有特殊情况的，报批后写明豁免',
  },
};

import type { GroupTexts } from '../rule-texts.ts';
import { list, person, termOf } from './words.ts';

export const branch: GroupTexts<'branch'> = {
  'branch/inactive': {
    title: '党支部长期没有发展党员',
    demand:
      '党支部连续几年没有发展党员的分级提醒，计划年度计算在内，名册中有拟发展对象的支部除外；颜色和年数可在参数“支部预警”中设定。',
    message: ({ branch: name, years, colour }) =>
      years === 1
        ? `${name}本年度没有发展党员（${termOf('colour', colour)}）`
        : `${name}已连续${years}年没有发展党员（${termOf('colour', colour)}）`,
    remedy: ({ lastDeveloped, colour }) =>
      colour === 'orange' || colour === 'red'
        ? `最近一次为${lastDeveloped}年，请核对；属实的，由上级党组织查明原因，指导支部培养入党积极分子，条件成熟的列为拟发展对象`
        : '请提醒支部做好入党积极分子的培养；条件成熟的列为拟发展对象',
  },
  'branch/no-activist': {
    title: '党支部没有入党积极分子',
    demand: '每个党支部当年有入党积极分子（各地通行做法，蓝色预警）；名册写有所在党支部时才核对。',
    message: ({ branch: name, year }) => `${name}${year}年没有入党积极分子（蓝色）`,
    remedy: () => '名册有遗漏的请补上；确实没有的，请支部从入党申请人中培养推荐，不得降低标准',
  },
  'branch/unknown-branch': {
    title: '没有这个党支部',
    demand: '计划列有党支部的，名册中的所在党支部要在其中。',
    message: ({ person: who, branch: name }) => `${person(who)}的所在党支部“${name}”不在计划所列的党支部中`,
    remedy: ({ nearest, branches }) =>
      `${nearest ? `是不是“${nearest}”？` : ''}计划所列：${list(branches)}；有遗漏的请补入计划`,
  },
};

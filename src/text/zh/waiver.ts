import type { GroupTexts } from '../rule-texts.ts';
import { fullDate } from './words.ts';

const of = (rule: string, subject: string) => (subject === '' ? rule : `${rule}（${subject}）`);

export const waiver: GroupTexts<'waiver'> = {
  'waiver/unused': {
    title: '豁免没有用到',
    demand: '豁免要对应实际存在的问题；问题已经改正的，应删除豁免。',
    message: ({ rule, subject }) => `对 ${of(rule, subject)} 的豁免没有对应的问题`,
    remedy: ({ subject, alike }, key) =>
      alike !== ''
        ? `叫“${subject}”的不止一个，“${key('plan.waivers.subject')}”请写编号：${alike}`
        : `问题已改正的请删除这条豁免；否则请核对规则代码和对象，“${key('plan.waivers.subject')}”写编号或姓名`,
  },
  'waiver/expired': {
    title: '豁免已过期',
    demand: '豁免有期限，过期后问题重新计入。',
    message: ({ rule, subject, until }) => `对 ${of(rule, subject)} 的豁免到${fullDate(until)}为止，已经过期`,
    remedy: (_, key) => `请改正问题；重新批准的，更新“${key('plan.waivers.until')}”`,
  },
  'waiver/unknown-rule': {
    title: '没有这条规则',
    demand: '规则设置和豁免中写的规则代码要存在。',
    message: ({ rule }) => `没有代码为“${rule}”的规则`,
    remedy: ({ nearest }) => (nearest ? `是不是“${nearest}”？` : 'plan explain 可以列出全部规则'),
  },
};

import type { TextOwner } from '../../model/plan-texts.ts';
import type { DamagedWords } from '../../rules/text/damaged-text.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { fullDate } from './words.ts';

const OWNERS: Record<TextOwner['part'], (name: string) => string> = {
  organization: () => '单位名称',
  plan: () => '计划标题',
  section: name => `正文“${name}”`,
  category: name => `名额类别“${name}”`,
  batch: name => `批次“${name}”`,
  requirement: name => `结构要求“${name}”`,
  material: name => `材料“${name}”`,
  branch: name => `党支部“${name}”`,
  step: name => `步骤“${name}”`,
  waiver: name => `对 ${name} 的豁免`,
  person: name => `名册中${name}一项`,
};

/** `正文“指导思想”`, `步骤“公示”` */
export const owned = ({ part, name }: TextOwner): string => OWNERS[part](name);

const described = ({ why, text: words, excerpt }: DamagedWords): string =>
  `${
    {
      empty: `“${words[0]}${words.at(-1)}”里没有内容`,
      mask: `有遮盖符号“${words}”`,
      year: `年份没有写明（${words}）`,
      doubled: `“${words}”多写了一个字`,
      words: `“${words}”写了两遍`,
      numbering: `序号“${words}”与上一段重复`,
      missing: `“${words}”有缺字`,
      mojibake: '有乱码',
      unbalanced: `“${words}”没有配对`,
    }[why]
  }：${excerpt}`;

const mended = ({ why, text: words }: DamagedWords): string =>
  ({
    empty: '请补上文件名称或引文，不需要的删去',
    mask: '请写明实际名称',
    year: '请写明年份',
    doubled: `请删去一个“${words[0]}”`,
    words: `请删去一个“${words.slice(0, words.length / 2)}”`,
    numbering: '请按顺序改正序号',
    missing: '请对照原文补全缺字',
    mojibake: '请从原文件重新录入乱码的一段',
    unbalanced: `请补上与“${words}”配对的另一半，或删去多余的`,
  })[why];

export const text: GroupTexts<'text'> = {
  'text/outdated-reference': {
    title: '引用已废止的文件',
    demand:
      '引用计划年度现行有效的文件：1990年的细则（试行）自2014年起、中办发〔2014〕33号自2027年度起不再引用。',
    message: ({ text: words, owner, document, since }) =>
      `${owned(owner)}引用了“${words}”，${document.zh}自${fullDate(since)}起已被取代`,
    remedy: ({ instead }) => `请改引${instead.zh}，并核对所引条文`,
  },
  'text/outdated-article': {
    title: '条文序号已变',
    demand: '2027年度起的计划按2026年修订的《细则》引用条文：原第十九条以后的条文，序号一般减一。',
    message: ({ text: words, owner, old, instead }) =>
      `${owned(owner)}引用了${old}，所说的内容（${words}）在2026年修订后是${instead}`,
    remedy: ({ old, instead }) => `请把${old}改为${instead}，并核对同一段的其他条文`,
  },
  'text/wrong-title': {
    title: '文件名称有误',
    demand: '引用文件的名称要准确。',
    message: ({ text: words, owner }) => `${owned(owner)}引用了${words}，没有这个名称的文件`,
    remedy: ({ instead }) => `请改为${instead}`,
  },
  'text/outdated-phrase': {
    title: '提法已过时',
    demand: '使用计划年度现行的提法；旧提法多是照抄往年计划留下的。',
    message: ({ text: words, owner, until }) => `${owned(owner)}中“${words}”是${fullDate(until)}以前的提法`,
    remedy: ({ instead }) => `请改为“${instead}”，并检查同一段中有没有其他照抄的内容`,
  },
  'text/damaged-text': {
    title: '文字残缺或有误',
    demand:
      '文字完整：没有空书名号、遮盖符号（**、××、XX）、未填的年份（20xx年）、重复的字词、重复的序号、缺字、乱码和不成对的标点。',
    message: ({ damages, owner }) => `${owned(owner)}中${damages.map(described).join('；')}`,
    remedy: ({ damages }) => [...new Set(damages.map(mended))].join('；'),
  },
};

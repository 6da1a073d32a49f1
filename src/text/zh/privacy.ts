import type { GroupTexts } from '../rule-texts.ts';
import { owned } from './text.ts';
import { list } from './words.ts';

export const privacy: GroupTexts<'privacy'> = {
  'privacy/id-number-exposed': {
    title: '文字中写有身份号码',
    demand: '身份号码只填在名册的“公民身份号码”一栏，不写进会打印、公布或转发的文字。',
    message: ({ owner, tails }) => `${owned(owner)}的文字中写有身份号码（尾号${list(tails)}）`,
    remedy: () => '请删去；需要登记的，填入名册的“公民身份号码”一栏，该栏不会完整显示或打印',
  },
  'privacy/phone-exposed': {
    title: '文字中写有手机号码',
    demand: '手机号码只填在名册的“联系电话”一栏，不写进会打印、公布或转发的文字。',
    message: ({ owner, tails }) => `${owned(owner)}的文字中写有手机号码（尾号${list(tails)}）`,
    remedy: () => '请删去；需要登记的，填入名册的“联系电话”一栏，该栏不会完整显示或打印',
  },
};

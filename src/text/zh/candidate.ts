import type { GroupTexts } from '../texts.ts';
import { list, person } from './words.ts';

export const candidate: GroupTexts<'candidate'> = {
  'candidate/unknown-slot': {
    title: '没有这个名额',
    demand: '人员所列的名额要在名额分配之中；名额编号为类别代码加序号，如 farmer-1。',
    message: ({ person: who, slot }) => `${person(who)}列在名额“${slot}”下，计划中没有这个名额`,
    remedy: ({ nearest, categories }) =>
      `${nearest ? `是不是“${nearest}”？` : ''}现有：${list(categories.map(({ id, count }) => (count > 1 ? `${id}-1至${id}-${count}` : `${id}-1`)))}`,
  },
};

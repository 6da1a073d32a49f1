import type { GroupTexts } from '../texts.ts';
import { list, people, person } from './words.ts';

export const quota: GroupTexts<'quota'> = {
  'quota/sum-mismatch': {
    title: '名额合计不符',
    demand: '各类别名额之和、各批次名额之和，都要等于总数。',
    message: ({ parts, numbers, sum, total }) =>
      `${parts === 'categories' ? '各类别' : '各批次'}名额之和 ${numbers.length > 1 ? `${numbers.join('+')}=` : ''}${sum}，与总数 ${total} 不符，${sum > total ? '多' : '少'}${Math.abs(sum - total)}名`,
    remedy: () => '请核对上级下达的总数和各项分配数',
  },
  'quota/over-total': {
    title: '超出名额',
    demand: '拟发展对象不得超过名额；有意差额推荐时写明每名额推荐数（nomineesPerSlot）。',
    message: ({ scope, name, have, limit }) =>
      scope === 'total'
        ? `拟发展对象 ${have} 人，超过总名额 ${limit} 名`
        : scope === 'category'
          ? `“${name}”拟发展对象 ${have} 人，超过名额 ${limit} 名`
          : `名额 ${name} 列了 ${have} 名拟发展对象`,
    remedy: ({ have, limit, people: who }) =>
      `请减少 ${have - limit} 人或改列储备：${people(who)}；追加名额须经上级批准`,
  },
  'quota/unfilled': {
    title: '名额未用完',
    demand: '名额是指导性的，成熟一个发展一个，可以不用完；未用完时提醒核实。',
    message: ({ slots, count, total }) => `${total} 个名额中有 ${count} 个没有拟发展对象：${list(slots)}`,
    remedy: () => '有成熟人选就列入；没有就如实上报，不凑数',
  },
  'quota/wrong-category': {
    title: '名额类别不符',
    demand: '拟发展对象要属于所列名额的类别。',
    message: ({ person: who, slot, category, own }) =>
      `${person(who)}属“${own}”，列在“${category}”名额 ${slot} 下`,
    remedy: () => '请改列相应类别的名额，或更正此人的类别',
  },
  'quota/allocation-mismatch': {
    title: '与县级分配数不符',
    demand: '乡镇计划的总数要等于县级分配数。',
    message: ({ township, allocated, total }) => `${township}计划 ${total} 名，县里分配 ${allocated} 名`,
    remedy: ({ file, line }) => `请与县委组织部核对（${file} 第 ${line} 行）`,
  },
  'quota/growth-limit': {
    title: '增长过快',
    demand: '当年计划数一般不超过上年实际发展数的一定比例（如 120%）。',
    message: ({ total, limit, lastYear, share }) =>
      `计划 ${total} 名，超过上年实际 ${lastYear} 名的 ${share}，即 ${limit} 名`,
    remedy: ({ limit }) => `请压减到 ${limit} 名以内，或附上级同意的说明`,
  },
};

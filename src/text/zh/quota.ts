import { headsOf } from '../../values/quantity.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { people, person, quantity, slot, slots, termOf } from './words.ts';

const STOPPED = {
  structure: '结构要求',
  reserve: '储备',
  nominees: '是否超出名额',
  funnel: '梯队比例',
  growth: '增长上限',
  batches: '批次合计',
  allocation: '与上级分配数是否一致',
};

export const quota: GroupTexts<'quota'> = {
  'quota/sum-mismatch': {
    title: '名额合计不符',
    demand: '各类别名额之和、各批次名额之和，都要等于总数。',
    message: ({ parts, numbers, sum, total, over }) =>
      `${parts === 'categories' ? '各类别' : '各批次'}名额之和 ${numbers.length > 1 ? `${numbers.map(number => quantity(number, '')).join('+')}=` : ''}${sum}，与总数 ${quantity(total, '')} 不符，${over > 0 ? '多' : '少'}${Math.abs(over)}名`,
    remedy: ({ parts, sum, total, allocated }, key) => {
      const own = parts === 'categories' ? '各类别名额' : '各批次名额';
      if (allocated === undefined)
        return `请与上级下达的数核对：分配数对的，改为 ${key.put('plan.quota.total', sum)}；总数对的，请改正各项分配数`;
      const given = `上级分配的是${allocated}名`;
      if (allocated === headsOf(total)) return `${given}，与总数一致：请改正${own}，加起来为${allocated}名`;
      const put = key.put('plan.quota.total', allocated);
      return `${given}：总数改为 ${put}${allocated === sum ? '' : `，${own}也请改为共${allocated}名`}`;
    },
  },
  'quota/number-unknown': {
    title: '名额数没有写明',
    demand: '没有写明总数或某一类的名额数时，由它推算的各项都不核对，并逐项说明；不会当作 0 计算。',
    message: ({ what, how, names, stopped }) =>
      `${
        what === 'category'
          ? `${names.map(name => `“${name}”`).join('、')}的名额数${how === 'pending' ? '还没有定' : how === 'unreadable' ? '没有读懂' : '没有写'}`
          : {
              pending: '总数（指导性计划）还没有定',
              unreadable: '总数没有读懂',
              missing: '没有写总数（指导性计划）',
            }[how]
      }${stopped.length > 0 ? `，因此没有核对：${stopped.map(each => STOPPED[each]).join('、')}` : ''}`,
    remedy: ({ what, how, sum }, key) =>
      what === 'category'
        ? `名额数下达后请补填（${key.put('plan.quota.categories.count', 7)}）`
        : sum > 0
          ? `各类别合计${sum}名；总数就是${sum}名的，请改为 ${key.put('plan.quota.total', sum)}`
          : how === 'pending'
            ? '总数下达后请补填，再核对一次'
            : `请在“${key('plan.quota')}”中写明，如 ${key.put('plan.quota.total', 9)}；也可写 30名左右、不超过30，还没有下达的写 不详`,
  },
  'quota/per-branch': {
    title: '每支部的名额不符',
    demand: '计划规定每个党支部（村、班级）不少于、不超过几名的，拟发展对象和总数都要合得上。',
    message: ({ case: what, branch, have, limit, total, branches, people: who }) =>
      ({
        over: `${branch}拟发展对象${have}名，超过每支部${limit}名的上限`,
        under: `${branch}拟发展对象${have}名，少于每支部${limit}名`,
        'total-over': `${branches}个支部每个不超过${limit}名，共${branches * limit}名，达不到总数${total}名`,
        'total-under': `${branches}个支部每个不少于${limit}名，共须${branches * limit}名，超过总数${total}名`,
        'branch-unknown': `没有写所在党支部，不能按每支部计数：${people(who)}`,
      })[what],
    remedy: ({ case: what, limit, people: who }) =>
      ({
        over: `请减少到${limit}名或改列储备：${people(who)}`,
        under: '有成熟人选就列入；没有就如实上报，不凑数',
        'total-over': '请核对总数、支部数和每支部的上限',
        'total-under': '请核对总数、支部数和每支部的下限',
        'branch-unknown': '请补填所在党支部',
      })[what],
  },
  'quota/same-name': {
    title: '类别同名',
    demand: '名额分配中的类别（单位）名称不要重复，否则分不清是两个还是重复填写。',
    message: ({ name, firstLine }) => `名额分配中“${name}”重复，第 ${firstLine} 行已有同名的一项`,
    remedy: ({ name }) => `是两个单位的请写全称，如“${name}（一）”“${name}（二）”；重复填写的请删去一项`,
  },
  'quota/over-total': {
    title: '超出名额',
    demand: '拟发展对象不得超过名额；有意差额推荐时写明“每名额推荐数”。',
    message: ({ scope, name, slotName, have, limit }) =>
      scope === 'total'
        ? `拟发展对象 ${have} 人，超过总名额 ${limit} 名`
        : scope === 'category'
          ? `“${name}”拟发展对象 ${have} 人，超过名额 ${limit} 名`
          : `${slotName ? slot(slotName) : name}列了 ${have} 名拟发展对象`,
    remedy: ({ have, limit, people: who }) =>
      `请减少 ${have - limit} 人或改列储备：${people(who)}；追加名额须经上级批准`,
  },
  'quota/unfilled': {
    title: '名额未用完',
    demand: '名额是指导性的，成熟一个发展一个，可以不用完；未用完时提醒核实。',
    message: ({ slotNames, count, total }) =>
      `${total} 个名额中有 ${count} 个没有拟发展对象：${slots(slotNames)}`,
    remedy: (_, key) =>
      `有成熟人选就在名册中列入：${key.put('candidates.candidates.role', termOf('role', 'nominee'))}；没有就如实上报，不凑数`,
  },
  'quota/wrong-category': {
    title: '名额类别不符',
    demand: '拟发展对象要属于所列名额的类别。',
    message: ({ person: who, slotName, own }) => `${person(who)}属“${own}”，列在${slot(slotName)}下`,
    remedy: ({ category }, key) =>
      `类别写错的，请改为 ${key.put('candidates.candidates.category', category)}；列错的，改列本类别的名额`,
  },
  'quota/allocation-mismatch': {
    title: '与上级分配数不符',
    demand: '单位计划的总数要等于上级的分配数。',
    message: ({ township, allocated, allocatedAs, total }) =>
      `${township}计划 ${total} 名，上级分配${allocatedAs ? quantity(allocatedAs) : ` ${allocated} 名`}`,
    remedy: ({ allocated, file, line }, key) =>
      `按分配数改为 ${key.put('plan.quota.total', allocated)}，各类别名额也相应改正；对分配数有疑问的，请与上级核对（${file} 第 ${line} 行）`,
  },
  'quota/other-unit': {
    title: '单位名称与汇总文件不符',
    demand: '汇总文件写的单位名称，要与该文件夹中计划的单位一致，以免把别的单位的计划算在它名下。',
    message: ({ name, township }) => `计划的单位是“${name}”，汇总文件把这个文件夹列在“${township}”名下`,
    remedy: ({ name, township, file, line }) =>
      `放错了的，换成${township}的计划；是同一个单位的，把 ${file} 第 ${line} 行的名称改为“${name}”`,
  },
  'quota/growth-limit': {
    title: '增长过快',
    demand: '当年计划数一般不超过上年实际发展数的一定比例（如 120%）。',
    message: ({ total, limit, lastYear, share }) =>
      `计划 ${total} 名，超过上年实际 ${lastYear} 名的 ${share}，即 ${limit} 名`,
    remedy: ({ limit }) => `请压减到 ${limit} 名以内，或附上级同意的说明`,
  },
};

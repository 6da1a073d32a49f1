import { isShareText } from '../../values/share.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { demand, heads, people } from './words.ts';

/** `9人的45%为4.05，须4至5人` */
const derivation = (whole: number, amount: string, exact: string, min: number, max: number | null) =>
  isShareText(amount)
    ? `${whole}人的${amount}${exact.includes('.') ? `为${exact}` : `为${exact}人`}，即${heads(min, max)}`
    : `即${heads(min, max)}`;

/** `3人为14.3%，4人为19.0%` of `3 14.3% 4 19.0%` */
const sharesIn = (shares: string): string =>
  shares.replace(/(\d+) ([\d.]+%) ?/g, '$1人为$2，').replace(/，$/, '');

/** `“女”、“男”`; the others stand on lines of their own. */
const namesOf = ({ name, other }: { name: string; other: string }): string =>
  [name, ...other.split('\n')].map(each => `“${each}”`).join('、');

export const structure: GroupTexts<'structure'> = {
  'structure/not-met': {
    title: '结构要求未达到',
    demand:
      '拟发展对象要达到计划中的结构要求。不低于向上取整，不超过向下取整，左右取相邻整数；以上、以下含本数。',
    message: ({ name, comparator, amount, whole, exact, min, max, have }) =>
      `${name}要求${demand(comparator, amount)}，${derivation(whole, amount, exact, min, max)}，现有${have}人`,
    remedy: ({ name, short, over, inReserve, unknown }) => {
      // Whoever is not known may make up for those who lack; too many stay too many.
      if (short > 0 && unknown >= short)
        return `还差${short}人，另有${unknown}人不详：请先补填他们的信息，仍不足的再调换为符合“${name}”的人选`;
      const [amiss, wanted, heads] =
        short > 0 ? [`还差${short}人`, `符合“${name}”`, short] : [`多出${over}人`, `不属于“${name}”`, over];
      if (inReserve >= heads)
        return `${amiss}：请从储备中调换${wanted}的人选；调换谁改动最少，运行 plan select`;
      const others = '其他入党积极分子中选定，登记到名册';
      return inReserve === 0
        ? `${amiss}，储备中没有${wanted}的人：请从${others}`
        : `${amiss}，储备中${wanted}的只有${inReserve}人：请先调换，不足的从${others}`;
    },
  },
  'structure/jointly-infeasible': {
    title: '各项要求不能同时满足',
    demand: '现有名册中，要能选出同时满足各项要求、又给每个名额留足储备的人选。',
    message: ({ names, reserve }) =>
      `按现有名册，怎样选都不能同时做到：${[...names.map(name => `“${name}”`), ...(reserve ? ['每个名额留足储备'] : [])].join('、')}；分开看都能做到`,
    remedy: () => '请运行 plan select，看原因和最省的解决办法',
  },
  'structure/unknown-value': {
    title: '信息不全，无法计入',
    demand: '不知道的情况既不算符合也不算不符合，所以不计入，但要指出。',
    message: ({ name, people: who }) => `“${name}”无法判断，未计入：${people(who)}`,
    remedy: ({ fields }, key) =>
      key.inSheet
        ? `请在他们的行里补填${fields.map(each => `“${key(`candidates.candidates.${each}`)}”`).join('、')}栏`
        : `请在他们名下补写：${fields.map(each => key.put(`candidates.candidates.${each}`, '…')).join('，')}`,
  },
  'structure/planned-conflicts-share': {
    title: '计划人数与比例矛盾',
    demand: '计划中写明的人数要与比例换算的人数一致。',
    message: ({ name, comparator, amount, whole, exact, min, max, planned, share }) =>
      `${name}计划${planned}人${share && `，占${share}`}；但${comparator === 'actual' ? '写明' : '要求'}${demand(comparator, amount)}，${derivation(whole, amount, exact, min, max)}`,
    remedy: ({ comparator, min, max, share }, key) =>
      comparator === 'actual'
        ? `请核对人数、比例和总数哪一个写错了；人数没错的，比例应写${share}`
        : `请改为 ${key.put('plan.structure.planned', min === max || max === null ? min : `${min}（或${max}）`)}，或修改比例`,
  },
  'structure/no-integer-fits': {
    title: '没有整数能满足',
    demand: '要求换算成人数后，至少要有一个整数能满足。',
    message: args => {
      switch (args.case) {
        case 'exactly':
          return `${args.name}要求恰好${args.demand}，即${args.exact}人，不是整数`;
        case 'actual':
          return `${args.name}写明占${args.demand}，${args.other}人中没有哪个人数是这个比例：${sharesIn(args.otherDemand)}`;
        case 'pair':
          return `“${args.name}”要求至少${args.from}人，“${args.other}”又限定至多${args.to}人，两者矛盾`;
        case 'too-many':
          return `${namesOf(args)}没有人重复计算，合起来至少要${args.from}人，而总共只有${args.to}名`;
        case 'too-few':
          return `${namesOf(args)}包括了所有的人，合起来至多${args.from}人，而总共要有${args.to}名`;
        case 'yearly':
          return `${args.name}名分${args.other}年，年均${args.exact}名，浮动${args.demand}即${args.from}至${args.to}，其中没有整数`;
      }
    },
    remedy: args =>
      args.case === 'actual'
        ? '请核对比例、人数和总数，哪一个写错了'
        : args.case === 'exactly'
          ? `请改为“左右”，或写明${args.from}人、${args.to}人`
          : args.case === 'pair'
            ? '请修改其中一项'
            : args.case === 'too-many'
              ? '请调低其中一项，或核对总数'
              : args.case === 'too-few'
                ? '请调高其中一项，或核对总数'
                : '请放宽年度浮动，或直接写明各年人数',
  },
  'structure/subset-larger-than-whole': {
    title: '部分大于整体',
    demand: '包含在另一项里的要求，人数不能比那一项多；任何一项都不能超过总数。',
    message: ({ part, whole, partHeads, wholeHeads, certain }) =>
      whole === ''
        ? `“${part}”要求${partHeads}人，超过总名额${wholeHeads}名`
        : certain
          ? `“${part}”要求${partHeads}人，而包含它的“${whole}”只允许${wholeHeads}人`
          : `“${part}”要求${partHeads}人，比包含它的“${whole}”（${wholeHeads}人）还多，后一项等于没有要求`,
    remedy: () => '请核对两项的人数和范围',
  },
  'structure/no-margin': {
    title: '没有余量',
    demand: '刚好达到下限时，有一名这类人选退出就不再达标，提前提醒。',
    message: ({ name, have, min }) => `${name}现有${have}人，刚好达到下限${min}人`,
    remedy: ({ name }) => `建议在储备中准备符合“${name}”的人选`,
  },
};

import { columns } from '../columns.ts';
import { fullDate, list } from './words.ts';

/** What `plan select` says. */
export const select = {
  title: (plan: string) => `${plan}：人选测算`,
  disclaimer: '本结果只按计划自己的要求计算，供研究参考；不评价任何人，人选由支部和党委研究决定。',
  /** @param complete every slot is filled and has its reserves */
  stands: (complete: boolean, errors: number): string =>
    errors > 0
      ? `人选不需要调整；但还有${errors}处错误，调整人选不能改正，列在后面。`
      : complete
        ? '现有拟发展对象符合全部要求，各名额储备齐全，不需要调整。'
        : '核对没有发现须调整人选的问题，不需要调整。',
  feasible: (changes: number, dropped: number): string =>
    `可以满足全部名额、结构要求并留足储备：${[
      ...(changes > 0 ? [`最少调整${changes}个名额`] : []),
      ...(dropped > 0 ? [`有${dropped}名拟发展对象没有名额，转为储备`] : []),
    ].join('；')}。`,
  infeasible: '按现有名册，怎样选都不能同时满足全部要求并留足储备。',
  undecided: '在规定时间内没有算出结果，不能断定能否满足；可以用 --time 延长时间。',
  headings: {
    changes: '调整',
    selection: '人选和储备',
    reasons: '原因',
    why: '为什么要调整',
    unmended: '仍有的错误',
    waysOut: '可以这样解决',
    resilience: '替补',
  },
  columns: {
    changes: columns('名额', '原拟', '改为'),
    selection: columns('名额', '拟发展对象', '储备', '备注'),
    resilience: columns('名额', '拟发展对象', '可以替补的储备'),
  },
  open: '空缺',
  noSlot: '没有名额',
  toReserve: '转为储备',
  unmended: '下列错误不是调整人选能改正的，本测算没有计入，请按 plan check 的提示改正：',
  more: (count: number) => `还有${count}处，见 plan check`,
  /** 黄涛：储备 → 拟发展对象（农民6号名额） */
  becomes: (name: string, from: string, to: string) => `${name}：${from} → ${to}`,
  standing: (nominee: boolean, slot?: string): string =>
    `${nominee ? '拟发展对象' : '储备'}${slot === undefined ? '' : `（${slot}）`}`,
  line: (number: number, who: string) => `第${number}行　${who}`,
  changed: '调整',
  list: (names: string[]) => names.join('、'),
  reserve: '储备',
  tooFewFit: (category: string, need: number, have: number) =>
    `${category && `“${category}”`}有${need}个名额，名册中符合条件的只有${have}人。`,
  tooFew: (requirement: string, need: number, have: number) =>
    `“${requirement}”至少要${need}人，名册中可以列入的只有${have}人。`,
  tooMany: (requirement: string, most: number, others: number) =>
    `“${requirement}”至多${most}人，而可以列入的其他人只有${others}人，不够填满其余名额。`,
  competition: (slots: string[], needed: number, people: string[]): string =>
    `${list(slots)}连同储备共需${needed}人，符合条件的只有${people.length}人${people.length > 0 ? `：${list(people, '人')}` : ''}。`,
  conflict: (names: string[]) =>
    `分开看都能做到，但不能同时满足：${names.map(name => `“${name}”`).join('、')}。`,
  conflictOne: (name: string) => `“${name}”本身就做不到。`,
  noConflict: '名额本身就填不满，与结构要求无关。',
  add: (count: number, category: string, names: string[]): string =>
    `${category}${count}人${names.length > 0 ? `，须同时符合：${names.map(name => `“${name}”`).join('、')}` : ''}`,
  /** the additions together help */
  addIntro: (count: number) => `增加${count}名人选（须为到时培养考察已满期限的入党积极分子）：`,
  lower: (name: string, from: number, to: number) => `把“${name}”的下限由${from}人降为${to}人`,
  raise: (name: string, from: number, to: number) => `把“${name}”的上限由${from}人提高到${to}人`,
  relax: '调整要求（总共改动的人数最少）：',
  orRelax: '或者调整要求（总共改动的人数最少）：',
  /** reserves who are not ripe by the day on which the slots are filled */
  later: (day: string, months: number) =>
    `或者推迟确定人选（现为${fullDate(day)}）：下列储备到那天培养考察不满${months}个月，没有计入，期满后即可计入：`,
  from: (who: string, day: string) => `${who}：${fullDate(day)}期满`,
  /** on either way */
  exchange: (count: number) => `同时调换${count}名拟发展对象`,
  none: '无',
  resilience: (safe: number, all: number, pairs: number, allPairs: number) =>
    `${all}名拟发展对象中，${safe}人退出时本名额有储备可以替补而各项要求仍然满足；任意两人同时退出的${allPairs}种情形中，${pairs}种能这样替补。`,
  /** on the terminal */
  noSlots: '计划没有名额或没有名册，无法测算人选',
  cannotWrite: (path: string) => `${path} 改动后读不出同样的人选，没有写入；请照上面的“调整”手工修改这个文件`,
  isTable: (path: string) =>
    `${path} 是表格，程序不改表格；请打开它，照上面所列修改“列入方式”“名额”两栏，存盘后用 plan check 核对`,
  notUtf8: (path: string) => `${path} 不是 UTF-8 编码，没有写入；请先另存为 UTF-8`,
  nothingToWrite: '人选没有变化，不需要写入',
  backup: (path: string) => `原文件已备份为 ${path}`,
};

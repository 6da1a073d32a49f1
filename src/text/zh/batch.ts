import type { GroupTexts } from '../rule-texts.ts';
import { demand, field, heads, person, quantity, stillOpen } from './words.ts';

export const batch: GroupTexts<'batch'> = {
  'batch/duplicate-person': {
    title: '一人列在两个单位',
    demand:
      '汇总的各单位中，一个人只能列在一个单位的名册。公民身份号码相同的，是同一个人；姓名、出生日期都相同的，可能是同一个人。',
    message: ({ person: who, organization, place, certain, leaving }) =>
      `${person(who)}${certain ? '' : '可能'}又列在${organization}（${place}）${leaving ? '，其中一处已注明预计离开' : ''}`,
    remedy: ({ certain, leaving }) =>
      leaving
        ? '请确认培养关系转接后，从原单位名册中去掉'
        : certain
          ? '请两个单位核对，保留一处；已转接的，在原单位名册中注明'
          : '请核对公民身份号码；确是两个人的，可以不改',
  },
  'batch/sum-mismatch': {
    title: '分配数之和与总数不符',
    demand: '分配给各单位的名额之和，等于总名额减去预留；各单位计划的名额之和不超过它。',
    message: ({ total, totalAs, held, sum, limit, of }) => {
      const whole = `总名额${totalAs ? quantity(totalAs) : `${total}名`}${held > 0 ? `减去预留${held}名` : ''}`;
      return of === 'planned'
        ? `各单位计划合计${sum}名，${whole}${held > 0 ? `为${limit}名` : ''}，多${sum - limit}名`
        : `各单位合计分配${sum}名，${whole}应为${limit}名，${sum > limit ? `多${sum - limit}` : `少${limit - sum}`}名`;
    },
    remedy: ({ of }) =>
      of === 'planned'
        ? '请对照分配数，核减计划多于分配数的单位；总数已经调整的，请改“总数”和分配数'
        : '请核对各单位分配数、预留数和总数',
  },
  'batch/missing-township': {
    title: '缺单位计划',
    demand: '汇总文件中列出的每个单位，都要有计划。',
    message: ({ name, path }) => (path === '' ? `${name}没有写明计划文件夹` : `没有${name}的计划：${path}`),
    remedy: () => '请催报，或改正该单位的“文件夹”',
  },
  'batch/township-twice': {
    title: '单位列了两次',
    demand: '汇总文件中每个单位只列一次，各有各的文件夹。',
    message: ({ name, other, by, path }) =>
      by === 'name' ? `${name}列了两次` : `${name}和${other}写的是同一个文件夹：${path}`,
    remedy: ({ by }) =>
      by === 'name' ? '请去掉重复的一行，并核对总数' : '请改正“文件夹”；已经合并的单位，去掉一行',
  },
  'batch/unlisted-plan': {
    title: '计划不在分配之列',
    demand: '汇总文件夹中的每份计划，都要在汇总文件中列出并分配名额；没有列出的，也会计入合计。',
    message: ({ name, path, total }) =>
      `汇总文件没有列出${name}（${path}）${total === null ? '' : `，它的计划是${total}名，已计入合计`}`,
    remedy: () => '请在汇总文件的“乡镇”中补上并分配名额；不该报的、留作备份的，移出这个文件夹',
  },
  'batch/year-mismatch': {
    title: '报了别的年度的计划',
    demand: '各单位的计划与汇总文件同一年度。',
    message: ({ name, year, countyYear }) => `${name}报的是${year}年的计划，汇总的是${countyYear}年`,
    remedy: ({ path, countyYear }) => `请催报${countyYear}年的计划，放在${path}`,
  },
  'batch/structure-not-met': {
    title: '合计未达到结构要求',
    demand: '按各单位合计人数核对总的结构要求；加的是人数，不是各单位比例的平均。',
    message: ({ name, comparator, amount, whole, min, max, have, obstacle, of }) =>
      obstacle === 'no-base'
        ? `合计${name}以“${of}”为基数，没有这一项要求，各单位计划也没有这一名额类别，算不出比例`
        : obstacle === 'no-integer'
          ? `合计${name}要求${demand(comparator, amount)}，${whole}人中没有哪个人数是这个比例，各单位合计${have}人`
          : `合计${name}要求${demand(comparator, amount)}，${whole}人中须${heads(min, max)}，各单位合计${have}人`,
    remedy: ({ comparator, min, max, have, obstacle }) =>
      obstacle === 'no-base'
        ? '请改正基数（of）：写另一项结构要求的代码，或各单位计划中名额类别的代码'
        : obstacle === 'no-integer'
          ? comparator === 'actual'
            ? '请核对实际比例和人数'
            : '请改为“左右”（about），或直接写人数'
          : have < min
            ? `还差${min - have}人，请在有条件的单位中调整`
            : `多出${have - (max ?? have)}人，请在有条件的单位中调整`,
  },
  'batch/structure-undecided': {
    title: '合计暂不能判断是否达到',
    demand:
      '名额没有人选、名册读不出、情况未填的，既不算符合也不算不符合；结果取决于这些人的，暂不判断达到或未达到。',
    message: ({ name, comparator, amount, whole, have, vacant, unknown }) =>
      `合计${name}要求${demand(comparator, amount)}，${whole}人中现有${have}人；${stillOpen(vacant, unknown)}，暂不能判断是否达到`,
    remedy: ({ vacant, unknown, fields }) => {
      const fill = `在名册中补填${fields.map(each => `“${field(each)}”`).join('、')}`;
      if (vacant === null) return '请催有关单位写明名额数，补报人选';
      if (vacant === 0) return `请催有关单位${fill}`;
      return `请催有关单位补报人选${unknown > 0 ? `，${fill}` : ''}；读不出的名册，请重新报送`;
    },
  },
  'batch/growth': {
    title: '总数增长过快',
    demand: '总名额不超过上年实际发展数的规定比例。',
    message: ({ total, lastYear, limit }) =>
      `总名额${total}名，上年实际${lastYear}名，按规定不超过${limit}名`,
    remedy: () => '请核减，或报上级批准后修改上限',
  },
};

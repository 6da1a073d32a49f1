import type { CannotApprove } from '../../model/approver.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { date, dates, fullDate, list, person, spans, termOf, weekday } from './words.ts';

/** `6月8日`, `6月9日至12日`, `6月8日前`: when a planned step is. */
function days({ from, to }: { from: string; to: string }): string {
  if (from === '') return `${date(to)}前`;
  return from === to ? date(from) : `${date(from)}至${date(to)}`;
}

const lengthOf = (count: number, unit: 'd' | 'wd'): string => `${count}${unit === 'wd' ? '个工作日' : '天'}`;

const WHY_NOT: Record<CannotApprove, string> = {
  branch: '党支部只能提出意见',
  'general-branch': '党总支只能审议',
  'leading-group': '党组不能审批预备党员',
  temporary: '临时党组织不能接收、审批预备党员',
  'below-township': '乡镇、街道党委以下的基层党委只能审议',
};

export const timeline: GroupTexts<'timeline'> = {
  'timeline/procedure': {
    title: '先后不合《细则》',
    demand:
      '计划的步骤按《细则》的先后安排：政治审查、培训、支委会审查、预审、填写志愿书在支部大会之前，谈话在审批之前，宣誓在审批之后；2026年5月11日起，上级党委同意、公示、列为发展对象依次在前。日期留有余地、可能合乎先后的，不算。',
    message: ({ step: own, other, belongs }) =>
      `“${own.name}”（${days(own)}）应在“${other.name}”（${days(other)}）之${belongs === 'before' ? '前' : '后'}`,
    remedy: ({ step: own, belongs, limit }) =>
      `请把“${own.name}”${belongs === 'before' ? `提前到${date(limit)}或以前` : limit === '' ? '推后' : `改到${date(limit)}或以后`}；日期写错的请更正`,
  },
  'timeline/approver': {
    title: '没有审批权限',
    demand:
      '预备党员的接收和转正由党委（工委）审批；党支部、党总支、党组、临时党组织和乡镇党委以下的基层党委不能审批。',
    message: ({ by, why, ...whose }) =>
      `${'person' in whose ? `${person(whose.person)}由“${by}”审批` : `“${whose.step}”由“${by}”负责`}，${WHY_NOT[why]}`,
    remedy: whose =>
      'person' in whose
        ? '写错的请更正；确由其审批的，请向上级党委报告'
        : '请把责任单位改为有审批权限的上级党委',
  },
  'timeline/order': {
    title: '先后颠倒',
    demand: '一个步骤要在前置步骤完成之后开始；写了间隔的，间隔要够。',
    message: ({ step, before, from, until, circle }) =>
      circle.length > 0
        ? `步骤互相等待：${list([...circle, circle[0]!])}`
        : `“${step}”${date(from)}开始，而前置步骤“${before}”到${date(until)}才完成`,
    remedy: ({ field, earliest, circle }, key) =>
      circle.length > 0
        ? '请去掉其中一个前置步骤'
        : `请改到${date(earliest)}或以后，如 ${key(`timeline.steps.${field}`)}: ${earliest}`,
  },
  'timeline/overlap': {
    title: '日期重叠',
    demand: '有先后关系的两个步骤，日期不要重叠。',
    message: ({ step, before, days, first, last }) =>
      `“${step}”与前置步骤“${before}”重叠${days}天（${first === last ? date(first) : `${date(first)}至${date(last)}`}）`,
    remedy: () => '请错开日期；确实可以同日进行的，写入豁免（写法见 plan explain timeline/overlap）',
  },
  'timeline/deadline-missed': {
    title: '超过截止日期',
    demand: '步骤要在自己的截止日期之前（含当日）完成，结束不能早于开始。',
    message: ({ step, to, limit, reversed }) =>
      reversed
        ? `“${step}”${date(limit)}开始，却写${date(to)}结束`
        : `“${step}”${date(to)}才完成，超过截止日期${date(limit)}`,
    remedy: () => '请核对日期',
  },
  'timeline/notice-too-short': {
    title: '公示时间不足',
    demand:
      '公示按工作日计算：2026年5月11日起，确定发展对象前须公示不少于5个工作日；此前的，以及积极分子、接收、转正的公示，为各地通行做法。',
    message: ({ step, from, to, calendarDays, have, need }) =>
      `“${step}”${date(from)}至${date(to)}共${calendarDays}天，只有${have}个工作日，应不少于${need}个`,
    remedy: ({ endsOn }, key) =>
      `请延长到${date(endsOn)}（${key.put('timeline.steps.to', endsOn)}），后面的步骤顺延`,
  },
  'timeline/public-holiday': {
    title: '排在法定节假日',
    demand: '步骤尽量不排在国务院规定的放假日；调休上班的周末算工作日。',
    message: ({ step, festivals, workingDays, calendarDays, makeup }) =>
      `“${step}”的${festivals.map(({ zh, days }) => `${spans(days)}是${zh}假期`).join('，')}${makeup.length > 0 ? `（${dates(makeup)}调休上班）` : ''}${
        calendarDays > 1
          ? `，${calendarDays}天中${workingDays === 0 ? '没有' : `只有${workingDays}个`}工作日`
          : ''
      }`,
    remedy: ({ next, need, until }) =>
      until !== ''
        ? `从${date(next)}起${need}个工作日到${date(until)}，请改期；确需放假期间进行的，请安排好人员`
        : need > 0
          ? `下一个工作日是${date(next)}，请改期；确需放假期间进行的，请安排好人员`
          : `假期内不便办理的，请${next === '' ? '在放假前办完' : `从${date(next)}起安排`}`,
  },
  'timeline/rest-day': {
    title: '排在周末',
    demand: '基层周末工作很常见，所以只作提示。',
    message: ({ step, days }) => `“${step}”的${dates(days)}是周末`,
    remedy: ({ next }) => `如需改到工作日，下一个是${date(next)}`,
  },
  'timeline/missing-step': {
    title: '缺少步骤',
    demand:
      '时间安排应包括公示、发展对象培训、预审、支部大会、党委审批等步骤；写了列为发展对象、确定介绍人、支委会审查的，还应有政治审查。一个步骤写了几项的，要分开写。',
    message: ({ kind, also, within }) =>
      within !== undefined
        ? `“${within}”一步写了${[kind, ...also].map(each => `“${termOf('kind', each)}”`).join('、')}几项，没有分别核对`
        : also.length > 0
          ? `时间安排中没有接收预备党员的步骤，如${[kind, ...also].map(each => `“${termOf('kind', each)}”`).join('、')}`
          : `时间安排中没有“${termOf('kind', kind)}”`,
    remedy: ({ also, within }) =>
      within !== undefined
        ? '请分成几个步骤，各写名称和日期；其实只是其中一项的，写明类型'
        : also.length > 0
          ? '这份安排只管报送、会议等事项的，可以不改；管全年发展党员的，请补上这些步骤'
          : '请补上这一步；已另行安排的，可以豁免并写明理由',
  },
  'timeline/no-owner': {
    title: '没有责任单位',
    demand: '每个步骤都要写明由谁负责。',
    message: ({ step }) => `“${step}”没有写责任单位`,
    remedy: (_, key) => `请补填责任单位，如 ${key.put('timeline.steps.owner', '各党支部')}`,
  },
  'timeline/no-date': {
    title: '没有日期',
    demand: '每个步骤都要能确定日期：直接写日期，或写时长和前置步骤由程序推算。',
    message: ({ step }) => `“${step}”没有日期，也推算不出来`,
    remedy: ({ year }, key) => {
      const duration = key.put('timeline.steps.duration', key.inSheet ? '5个工作日' : '5wd');
      const after = key.put('timeline.steps.after', key.inSheet ? '前一步的名称' : '[前一步的代码]');
      return `请写日期，如 ${key.put('timeline.steps.on', `${year}-06-08`)}；或写时长和有日期的前置步骤，如 ${duration}，${after}`;
    },
  },
  'timeline/kind-from-name': {
    title: '类型取自名称',
    demand: '步骤没有写类型的，按名称判断（预审、支部大会、公示等），据此核对程序；名称说不清的不判断。',
    message: ({ steps, instead }) =>
      instead !== ''
        ? `“${steps[0]!.name}”排在公示之前，按“${termOf('kind', steps[0]!.kind)}”核对；是不是支委会研究提出人选，名称没有说清`
        : `没有写类型，按名称认作：${list(steps.map(({ name, kind }) => `“${name}”为${termOf('kind', kind)}`))}`,
    remedy: ({ steps, instead }, key) =>
      instead !== ''
        ? `是支委会提出人选的，请写明 ${key.put('timeline.steps.kind', termOf('kind', steps[0]!.kind))}；是正式${termOf('kind', instead)}的，请写明 ${key.put('timeline.steps.kind', termOf('kind', instead))}，并排到公示期满之后`
        : `认得不对的，请写明类型，如 ${key.put('timeline.steps.kind', '预审')}；不属于程序步骤的写 ${key.put('timeline.steps.kind', '其他')}`,
  },
  'timeline/duration-disagrees': {
    title: '时长与日期不符',
    demand: '一个步骤既写了起止日期又写了时长的，两者要一致；写旬、月的，时长不能超出。',
    message: ({ step, from, to, isWindow, have, stated, unit }) =>
      isWindow
        ? `“${step}”写了${lengthOf(stated, unit)}，而${days({ from, to })}只有${lengthOf(have, unit)}`
        : `“${step}”写了${lengthOf(stated, unit)}，而${days({ from, to })}是${lengthOf(have, unit)}`,
    remedy: ({ have, unit, isWindow }, key) =>
      isWindow
        ? '请更正时长或日期'
        : `日期对的，请改为 ${key.put('timeline.steps.duration', `${have}${unit === 'wd' ? '个工作日' : '天'}`)}，或删去时长；时长对的，请更正日期`,
  },
  'timeline/outside-year': {
    title: '不在计划年度',
    demand: '步骤的日期和年龄截止日应在计划年度之内。',
    message: ({ step, date: day, year, lastYear }) =>
      `${step === null ? '年龄截止日' : `“${step}”的日期`}${fullDate(day)}不在${year}${lastYear === undefined ? '' : `至${lastYear}`}年${step === null ? '，年龄都算到那一天' : ''}`,
    remedy: ({ step, date: day, year, derived }, key) =>
      derived
        ? '日期由前面的步骤推算：请把前面的步骤提前，或缩短时长；确需跨年的，可以保留'
        : step === null
          ? `请改为 ${key.put('plan.ageAsOf', `${year}${day.slice(4)}`)}；上级规定就用这一天的，可以保留`
          : `常见于沿用上年文件；年份写错的，改为 ${year}${day.slice(4)}`,
  },
  'timeline/overdue': {
    title: '逾期未完成',
    demand: '已过日期的步骤要记录完成日期。',
    message: ({ step, to, days }) => `“${step}”应于${date(to)}完成，已逾期${days}天`,
    remedy: ({ to }, key) =>
      `已完成的请填完成日期，如 ${key.put('timeline.steps.done', to)}；未完成的请抓紧办理或调整日期`,
  },
  'timeline/weekday-mismatch': {
    title: '星期不符',
    demand: '日期后面写的星期要与日期一致。',
    message: ({ date: day, stated, actual }) =>
      `${fullDate(day)}是${weekday(actual)}，不是${weekday(stated)}`,
    remedy: ({ actual }) => `日期对的，把星期改为${weekday(actual)}；星期对的，请更正日期`,
  },
  'timeline/calendar-unknown': {
    title: '节假日安排未知',
    demand:
      '国务院尚未公布（或本工具尚未收录）放假通知的年度，按《全国年节及纪念日放假办法》的十三天和周末暂算；通知另外调整的休息日和上班日还不知道。',
    message: ({ year }) => `${year}年的放假通知没有收录，工作日为暂算（只计法定节假日和周末，未计调休）`,
    remedy: ({ year }, key) =>
      `通知公布后请更新本工具；也可以把${year}年全部放假日和调休上班日写入计划：${key('plan.rules')}: { ${key('plan.rules.settings')}: { ${key('plan.rules.settings.holidays')}: [${year}-01-01, …], ${key('plan.rules.settings.workdays')}: [ … ] } }，或写入地方规范`,
  },
};

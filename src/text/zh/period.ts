import type { GroupTexts } from '../rule-texts.ts';
import { dated, known, step } from './steps.ts';
import { date, person } from './words.ts';

/** A limit that has passed cannot be mended, and must not be made up for on paper. */
const EXTENSION = 'candidates.candidates.events.probationExtension';

const KEEP_RECORD = '日期写错的请更正；确实逾期的，如实记录并说明原因，不得改填日期';

/** Of what the Rules ask for generally (一般) a breach asks for the reason. */
const GIVE_REASON = '确有特殊情况的，写入豁免（规则、对象、理由、批准人、有效期至）';

/** Two steps of the plan, further apart than they may be. */
const apart = (
  { from: first, to: second }: { from: string; to: string },
  from: string,
  to: string,
  months: number,
  limit: string,
): string =>
  `“${second}”安排在${known(to)}，距“${first}”（${known(from)}）超过${months}个月（最迟${known(limit)}）`;

const MOVE = ({ to }: { to: string }, limit: string): string => `请把“${to}”提前到${known(limit)}或以前`;

/** `2016年6月14日至6月16日`, or the one day. */
function until(from: string, to: string): string {
  if (from === to) return known(from);
  return `${known(from)}至${from.slice(0, 4) === to.slice(0, 4) ? date(to) : known(to)}`;
}

export const period: GroupTexts<'period'> = {
  'period/talk-late': {
    title: '谈话逾期',
    demand: '党组织收到入党申请书后，在一个月内派人同入党申请人谈话；到下月同一日为止，没有同一日的到月末。',
    message: ({ from, to, months, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, months, limit)
        : `${person(whose.person)}${known(from)}递交入党申请书，${known(to)}才谈话，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/activist-wait': {
    title: '申请后时间不够',
    demand: '地方规范规定，递交入党申请书后满一定时间才可以确定为入党积极分子；《细则》没有规定。',
    message: ({ person: who, application, activist, months, earliest }) =>
      `${person(who)}${known(application)}申请入党，${known(activist)}就确定为入党积极分子，不满${months}个月（最早${known(earliest)}）`,
    remedy: () =>
      '日期写错的请更正；确属特殊情况的，报批后写入豁免（写法见 plan explain period/activist-wait）',
  },
  'period/activist-too-short': {
    title: '培养考察时间不够',
    demand:
      '入党积极分子经过一年以上培养教育和考察，才可以列为发展对象；还没有列的拟发展对象，按本计划确定人选的日期核对。',
    message: ({ person: who, activist, until: end, on, months, ripeOn }) =>
      `${person(who)}${known(activist)}确定为入党积极分子，${
        {
          prospective: `${known(on)}就列为发展对象`,
          branchMeeting: `${known(on)}就召开支部大会接收`,
          slot: `本计划${known(on)}确定人选`,
        }[end]
      }，培养考察不满${months}个月，${known(ripeOn)}才满`,
    remedy: ({ until: end }) =>
      end === 'slot'
        ? '请换人，或推迟到期满以后；日期写错的请更正'
        : '日期写错的请更正；确实不满的，不能列为发展对象，请向上级党委报告',
  },
  'period/activist-too-long': {
    title: '作积极分子时间过长',
    demand: '地方规范规定，作为入党积极分子的时间不超过一定年限；《细则》没有规定。',
    message: ({ person: who, activist, prospective, months, limit }) =>
      `${person(who)}${known(activist)}确定为入党积极分子，${prospective ? `${known(prospective)}才列为发展对象` : '还没有列为发展对象'}，超过${months}个月（${known(limit)}）`,
    remedy: () => '请重新研究：具备条件的抓紧培养，不再具备条件的调整出积极分子队伍',
  },
  'period/inspection-gap': {
    title: '半年考察中断',
    demand:
      '党支部每半年对入党积极分子考察一次，从确定之日算起，到列为发展对象为止。半年算到六个月后的同一日，没有同一日的到月末。名册完全不写考察的，不核对。',
    message: ({ person: who, after, from, until: end, to, months, limit }) =>
      `${person(who)}${known(from)}${after === 'activist' ? '确定为入党积极分子' : '考察'}后，${
        {
          inspections: `${known(to)}才考察`,
          listed: `到${known(to)}没有再考察`,
          today: `到${known(to)}没有再考察`,
        }[end]
      }，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ until: end }) =>
      end === 'today'
        ? '请尽快考察；已经考察的，补填日期'
        : '漏填的请补填；确实没有考察的，如实记录，不得补造',
  },
  'period/notice-too-short': {
    title: '个人公示时间不足',
    demand:
      '公示按工作日计算：2026年5月11日起，确定发展对象前须公示不少于5个工作日；此前的，以及积极分子、接收、转正的公示，为各地通行做法。',
    message: ({ person: who, notice, from, to, calendarDays, have, need }) =>
      `${person(who)}的${step(notice)}${until(from, to)}共${calendarDays}天，只有${have}个工作日，应不少于${need}个`,
    remedy: ({ endsOn }) => `请延长到${known(endsOn)}；已经结束的，补足后再办下一步`,
  },
  'period/training-too-short': {
    title: '集中培训时间不足',
    demand: '发展对象的短期集中培训一般不少于三天，或者不少于二十四个学时，达到一项即可。',
    message: ({ start, end, days, needDays, hours, needHours, ...whose }) =>
      `${'step' in whose ? `“${whose.step}”` : `${person(whose.person)}的集中培训`}${until(start, end)}共${days}天，不足${needDays}天，${hours === null ? '没有写学时' : `${hours}学时，也不足${needHours}学时`}`,
    remedy: ({ hours, needDays, needHours, ...whose }, key) =>
      `${
        hours === null
          ? `学时达到${needHours}的，请补填学时，如 ${key.put('timeline.steps.hours', needHours)}${'step' in whose ? `；否则安排${needDays}天` : ''}`
          : '请补训；日期、学时写错的请更正'
      }；${GIVE_REASON}`,
  },
  'period/review-expired': {
    title: '政治审查过期',
    demand: '政治审查结论在一定时间内有效（各地通行为一年）；支部大会和审批时应在有效期内。',
    message: ({ person: who, review, step: name, on, months, validUntil }) =>
      `${person(who)}的政治审查（${known(review)}）有效期${months}个月，到${known(validUntil)}为止，${step(name)}（${known(on)}）时已经过期`,
    remedy: () => '请重新进行政治审查，或补充近期情况',
  },
  'period/leaving-soon': {
    title: '即将离开本单位',
    demand: '预审后三个月内（含期满当日）将离开工作、学习单位的，一般不办理接收预备党员的手续。',
    message: ({ person: who, leaving, since, on, months, until: end }) =>
      `${person(who)}预计${known(leaving)}离开，在${since === 'slot' ? `本计划确定人选（${known(on)}）` : dated({ step: since, date: on })}后${months}个月（到${known(end)}）之内`,
    remedy: () => `一般不在本单位办理接收手续；请把培养教育材料转到接收单位，由其继续培养；${GIVE_REASON}`,
  },
  'period/pre-review-late': {
    title: '预审逾期',
    demand: '地方规范规定，支部委员会审查后在一定时间内预审；《细则》没有规定。',
    message: ({ from, to, months, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, months, limit)
        : `${person(whose.person)}${known(from)}支部委员会审查，${known(to)}才预审，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/prospective-wait': {
    title: '列为发展对象后时间不够',
    demand: '地方规范规定，列为发展对象后满一定时间才可以召开支部大会；《细则》没有规定。',
    message: ({ from, to, months, earliest, ...whose }) =>
      'steps' in whose
        ? `“${whose.steps.to}”安排在${known(to)}，距“${whose.steps.from}”（${known(from)}）不满${months}个月（最早${known(earliest)}）`
        : `${person(whose.person)}${known(from)}列为发展对象，${known(to)}就召开支部大会，不满${months}个月（最早${known(earliest)}）`,
    remedy: ({ earliest, ...whose }) =>
      'steps' in whose
        ? `请把“${whose.steps.to}”推后到${known(earliest)}或以后`
        : '日期写错的请更正；确属特殊情况的，报批后写入豁免（写法见 plan explain period/activist-wait）',
  },
  'period/failed-vote': {
    title: '未通过后再次讨论过早',
    demand: '地方规范规定，支部大会没有通过的，满一定时间才可以再次提交讨论；《细则》没有规定。',
    message: ({ person: who, from, to, months, earliest }) =>
      `${person(who)}${known(from)}支部大会没有通过，${known(to)}再次讨论，不满${months}个月（最早${known(earliest)}）`,
    remedy: ({ earliest }) => `日期写错的请更正；支部大会请安排在${known(earliest)}或以后`,
  },
  'period/resolution-late': {
    title: '支部大会决议上报迟',
    demand: '地方规范规定，支部大会决议在一定时间内上报；《细则》只要求及时上报。',
    message: ({ person: who, meeting, on, sent, months, limit }) =>
      `${person(who)}${known(meeting)}支部大会的决议，${sent ? `${known(on)}才上报` : `到${known(on)}还没有上报的日期`}，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ again, sent }) =>
      `${sent ? '日期写错的请更正' : '已经上报的，请补填“决议上报”日期'}；确实超过的，${again ? '请重新履行接收程序' : '请支部大会重新讨论后上报'}`,
  },
  'period/meeting-late': {
    title: '支部大会逾期',
    demand: '预审合格后一个月内召开支部大会：2026年5月11日起为《细则》规定，此前只有地方规范有此要求。',
    message: ({ from, to, months, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, months, limit)
        : `${person(whose.person)}${known(from)}预审合格，${known(to)}才召开支部大会，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/vote-short': {
    title: '到会或赞成人数不足',
    demand:
      '有表决权的到会人数要超过应到人数的半数；赞成人数要超过应到人数的半数，不是实到人数的半数。会前送达的书面意见计入赞成，所以赞成可以多于实到，但都不能多于应到。',
    message: ({ person: who, meeting, why, field, have, entitled, need }) =>
      `${person(who)}的${step(meeting)}应到${entitled}人，${
        {
          quorum: `实到${have}人，没有超过半数，至少要${need}人`,
          majority: `赞成${have}票，没有超过应到人数的半数，至少要${need}票`,
          'more-than-entitled': `${field === 'present' ? `实到${have}人` : `赞成${have}票`}，比应到还多`,
        }[why]
      }`,
    remedy: ({ why }) =>
      ({
        quorum: '会议不能作出决议，应重新召开；人数写错的请更正',
        majority: '决议没有通过，不能上报审批；票数写错的请更正',
        'more-than-entitled': '请按会议记录更正；应到、实到只计有表决权的正式党员',
      })[why],
  },
  'period/approval-late': {
    title: '审批逾期',
    demand:
      '党委对接收预备党员的决议在三个月内审批，特殊情况可适当延长，不得超过六个月；对转正的决议在三个月内审批。都从支部大会算起。',
    message: ({ approval, meeting, approved, today, months, limit, most, utmost, beyond, ...whose }) =>
      'steps' in whose
        ? beyond && most !== null
          ? apart(whose.steps, meeting, approved, most, utmost)
          : apart(whose.steps, meeting, approved, months, limit)
        : `${person(whose.person)}${known(meeting)}支部大会${approval === 'approval' ? '同意接收' : '同意转正'}，${approved ? `${known(approved)}才审批` : `到${known(today)}还没有审批`}，超过${beyond && most !== null ? `${most}个月（${known(utmost)}）` : `${months}个月（${known(limit)}）`}`,
    remedy: ({ approval, approved, limit, most, utmost, beyond, ...whose }) =>
      'steps' in whose
        ? `${MOVE(whose.steps, limit)}${most === null ? '' : `；属特殊情况的，写明原因，最迟${known(utmost)}`}`
        : approved && (beyond || most === null)
          ? KEEP_RECORD
          : beyond && approval === 'approval'
            ? '请向上级组织部门报告，一般要重新履行程序；已经审批的补填日期'
            : `${approved ? '日期写错的请更正' : '请尽快审批，已经审批的补填日期'}${most === null ? '' : `；属特殊情况的，写明原因，最迟${known(utmost)}`}`,
  },
  'period/oath-late': {
    title: '入党宣誓逾期',
    demand:
      '入党宣誓一般在批准后一个月内举行：2026年5月11日起为《细则》规定，此前只有地方规范有此要求；县级以上可以在七一、国庆节等集中宣誓。',
    message: ({ from, to, months, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, months, limit)
        : `${person(whose.person)}${known(from)}批准，${known(to)}才宣誓，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ limit, collective, ...whose }) =>
      collective
        ? '县级以上集中宣誓的，不必处理'
        : `${'steps' in whose ? MOVE(whose.steps, limit) : '日期写错的请更正'}；${GIVE_REASON}`,
  },
  'period/probation': {
    title: '预备期',
    demand:
      '预备期为一年，从支部大会通过之日算起，不从审批或宣誓算起；可以延长一次，不少于半年，最长不超过一年。期满以后才可以讨论转正，期满后要及时讨论；预备期内转入的，必要时可推迟讨论，不超过六个月。',
    message: ({ person: who, why, meeting, on, months, extended, endsOn, putOff, min, max }) => {
      const term = `${months}个月${extended > 0 ? `、延长${extended}个月` : ''}`;
      return {
        'too-early': `${person(who)}${known(meeting)}支部大会通过，预备期到${known(endsOn)}才满${term}，${known(on)}就讨论转正`,
        overdue: `${person(who)}的预备期（${term}）${known(endsOn)}已满（${known(meeting)}支部大会通过）${putOff && `，转入后推迟讨论也不得超过${known(putOff)}`}，到${known(on)}还没有讨论转正的日期`,
        late: `${person(who)}的预备期（${term}）${known(endsOn)}已满（${known(meeting)}支部大会通过），转入后推迟讨论也不得超过${known(putOff)}，${known(on)}才讨论转正`,
        extension: `${person(who)}的预备期延长${extended}个月，应不少于${min}个月、不超过${max}个月`,
        again: `${person(who)}的预备期已经延长过，${known(on)}又延长${extended}个月；预备期只能延长一次`,
        term: `${person(who)}的预备期写作${known(on)}${on === endsOn ? '' : `，按${known(meeting)}支部大会通过应为${known(endsOn)}`}`,
        'extended-early': `${person(who)}的预备期到${known(endsOn)}才满${months}个月，${known(on)}就决定延长`,
      }[why];
    },
    remedy: ({ why, endsOn, min, max }, key) =>
      ({
        'too-early': `日期写错的请更正；转正应在${known(endsOn)}或以后讨论`,
        overdue: `请及时讨论转正；已经讨论的补填日期，延长预备期的写明：${key(EXTENSION)}: { ${key(`${EXTENSION}.on`)}: 支部大会日期, ${key(`${EXTENSION}.months`)}: 6 }`,
        late: '日期写错的请更正；确实超过的，请向上级党委报告，说明原因',
        extension: `月数写错的请更正；只能延长一次，${min}至${max}个月`,
        again:
          '重复填写的请删去一次；延长期满仍不具备党员条件的，由支部大会决定取消预备党员资格，报上级党委批准',
        term: `请按支部大会日期更正预备期起止，并核对《入党志愿书》`,
        'extended-early': `日期写错的请更正；延长应在期满（${known(endsOn)}）后由支部大会讨论`,
      })[why],
  },
  'period/conversion-application': {
    title: '转正申请偏晚',
    demand: '地方规范规定，预备期满前一定时间提出转正申请；《细则》没有规定。',
    message: ({ person: who, applied, months, endsOn, latest }) =>
      `${person(who)}${known(applied)}才提出转正申请，应在预备期满（${known(endsOn)}）${months}个月前（最迟${known(latest)}）`,
    remedy: () => KEEP_RECORD,
  },
  'period/archive-late': {
    title: '归档不及时',
    demand: '《细则》要求转正后及时归档，没有规定天数；地方规范规定了天数的，按天数核对。',
    message: ({ from, to, days, limit, ...whose }) =>
      'steps' in whose
        ? `“${whose.steps.to}”安排在${known(to)}，距“${whose.steps.from}”（${known(from)}）超过${days}天（最迟${known(limit)}）`
        : `${person(whose.person)}${known(from)}批准转正，${known(to)}才归档，超过${days}天（最迟${known(limit)}）`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/contacts-late': {
    title: '指定培养联系人偏晚',
    demand: '地方规范规定，确定为入党积极分子后在一定时间内指定培养联系人；《细则》没有规定。',
    message: ({ from, to, months, limit, ...whose }) =>
      'steps' in whose
        ? apart(whose.steps, from, to, months, limit)
        : `${person(whose.person)}${known(from)}确定为入党积极分子，${known(to)}才指定培养联系人，超过${months}个月（最迟${known(limit)}）`,
    remedy: ({ limit, ...whose }) => ('steps' in whose ? MOVE(whose.steps, limit) : KEEP_RECORD),
  },
  'period/straddles-revision': {
    title: '跨新旧《细则》',
    demand:
      '从确定发展对象的公示到入党宣誓，新旧《细则》的要求不尽相同。正在进行的程序适用哪一个，没有明确；本工具按每一步当日有效的《细则》核对。',
    message: ({ person: who, revision, before, after }) =>
      `${person(who)}的${dated(before)}在${known(revision)}新《细则》施行之前，${dated(after)}在施行之后`,
    remedy: () => '各步骤已按当日有效的《细则》核对；适用哪一个，请向上级组织部门请示',
  },
};

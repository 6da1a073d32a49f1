import type { ChecklistTexts } from '../checklist-texts.ts';
import { step as stepName } from './steps.ts';
import { fullDate, termOf } from './words.ts';

export const checklist: ChecklistTexts = {
  title: (organization, year) => `${organization}${year}年发展党员材料清单`,
  asOf: iso => `截至${fullDate(iso)}`,
  notKept: '名册中没有登记已交材料；填写“已交材料”后才能核对。',
  nothing: '没有需要列出的内容。',
  role: { nominee: '拟发展对象', reserve: '储备' },
  stage: stage => (stage === null ? '' : termOf('stage', stage)),
  person: (name, id, role, slot, stage) =>
    `${name}（${[id, role, slot, stage].filter(part => part !== '').join('，')}）`,
  columns: {
    papers: ['材料', '情况', '日期', '期限', '收交单位'],
    slots: ['名额', '姓名', '身份', '已交', '缺'],
    steps: ['材料', '还缺的人'],
  },
  status: { in: '已交', partial: '不全', missing: '缺', 'not-applicable': '不适用', unknown: '不详' },
  partial: (have, need) => `${have}/${need}份`,
  state: (state, urgency) => state + (urgency && `（${urgency}）`),
  list: items => items.join('、'),
  urgency: { overdue: '已过期', soon: '30天内', later: '' },
  next: (step, earliest, latest, urgency) => {
    const bounds = [earliest && `最早${fullDate(earliest)}`, latest && `最迟${fullDate(latest)}`, urgency];
    const known = bounds.filter(part => part !== '').join('，');
    return `下一步：${stepName(step)}${known && `（${known}）`}`;
  },
  slotsHeading: '各名额材料',
  step: (name, due, owner, urgency) =>
    `${name}${due && `：${fullDate(due)}前`}${owner && `，${owner}`}${urgency && `（${urgency}）`}`,
  nobody: '无',
  vacant: '空缺',
  summary: (people, missing, overdue) =>
    missing === 0
      ? `${people}名拟发展对象的材料都已交齐。`
      : `${people}名拟发展对象共缺${missing}份材料${overdue > 0 ? `，其中${overdue}份已过期` : ''}。`,
};

import type { MaterialState } from '../../facts/materials/state.ts';
import type { Actor, Case, StepPaper } from '../../facts/procedure/needs.ts';
import type { Urgency } from '../../facts/upcoming.ts';
import type { Person } from '../../model/plan.ts';
import type { Stage } from '../../model/stage.ts';
import type { StepLabel } from '../../model/steps.ts';
import { columns } from '../columns.ts';
import { step as stepName } from './steps.ts';
import { fullDate, termOf } from './words.ts';

const ACTOR: Record<Actor, string> = {
  person: '本人',
  league: '团组织',
  branch: '党支部',
  committee: '上级党委',
  county: '县级组织部门',
};

const CASE: Record<Case, string> = {
  youngLeagueMember: '适龄团员，一般指28岁以下',
  withCommittee: '设支委会的',
  withoutCommittee: '不设支委会的',
  mobile: '流动人员',
  kinElsewhere: '直系亲属和主要社会关系在外地或情况不清的',
  moved: '换过单位的',
};

/** The days between which a step belongs, and how near they are; empty where that is not known. */
interface When {
  earliest: string;
  latest: string;
  urgency: string;
}

function stepWhen(step: StepLabel, { earliest, latest, urgency }: When): string {
  const bounds = [earliest && `最早${fullDate(earliest)}`, latest && `最迟${fullDate(latest)}`, urgency];
  const known = bounds.filter(part => part !== '').join('，');
  return `${stepName(step)}${known && `（${known}）`}`;
}

/** The words of the checklist. */
export const checklist = {
  title: (organization: string, year: number) => `${organization}${year}年发展党员材料清单`,
  asOf: (iso: string) => `截至${fullDate(iso)}`,
  notKept: '名册中没有登记已交材料；在名册中填写各人的“已交材料”后才能核对。',
  nothing: '没有需要列出的内容。',
  /** what `--by` may be, by name */
  views: { person: '人', slot: '名额', step: '步骤' },
  role: { nominee: '拟发展对象', reserve: '储备' } satisfies Record<Person['role'], string>,
  stage: (stage: Stage | null): string => (stage === null ? '' : termOf('stage', stage)),
  person: (name: string, role: string, slot: string, stage: string) =>
    `${name}（${[role, slot, stage].filter(part => part !== '').join('，')}）`,
  columns: {
    papers: columns('材料', '情况', '日期', '期限', '收交单位'),
    slots: columns('名额', '姓名', '身份', '已交', '缺'),
    steps: columns('材料', '还缺的人'),
  },
  status: {
    in: '已交',
    partial: '不全',
    missing: '缺',
    'not-applicable': '不适用',
    unknown: '不详',
  } satisfies Record<MaterialState['status'], string>,
  partial: (have: number, need: number) => `${have}/${need}份`,
  /** how the paper stands, with how near its day is where that matters */
  state: (state: string, urgency: string) => state + (urgency && `（${urgency}）`),
  list: (items: string[]) => items.join('、'),
  urgency: { overdue: '已过期', soon: '30天内', later: '' } satisfies Record<Urgency, string>,
  /** for a step whose day is past, which the roster has of nobody */
  unrecorded: '名册没有登记，办过的请补填',
  mobileUnknown:
    '名册没有写明谁是流动人员；流动人员的公示须在流出地和流入地同时进行，政审须听取户籍地和居住地党组织的意见。',
  next: (step: StepLabel, when: When, by: Actor, papers: string[]): string =>
    `下一步：${stepWhen(step, when)}，由${ACTOR[by]}办理${papers.length > 0 ? `；材料：${papers.join('、')}` : ''}`,
  stepWhen,
  meanwhile: (steps: string[]) => `同时：${steps.join('、')}`,
  afterwards: (steps: string[]) => `此后：${steps.join('、')}`,
  stepPaper: {
    application: '入党申请书',
    talkRecord: '谈话记录',
    leagueForm: '团组织推优表',
    recommendation: '党员或群团组织推荐材料',
    committeeMinutes: '支委会会议记录',
    branchMinutes: '支部大会会议记录',
    filing: '备案报告和批复',
    consentRequest: '拟列为发展对象的请示和上级党委批复',
    activistForm: '入党积极分子登记表',
    inspectionForm: '培养教育考察登记表',
    writtenReports: '思想汇报',
    notice: '公示和公示结果',
    bothNotices: '流出地和流入地的公示（同时进行）',
    opinions: '征求各方面意见的记录',
    earlierFile: '原单位的培养教育材料',
    introducerForm: '入党介绍人登记表',
    autobiography: '自传',
    reviewSummary: '政审综合材料',
    letters: '函调或外调材料',
    residenceOpinions: '户籍地和居住地党组织的意见',
    certificate: '集中培训结业证明',
    preReviewRequest: '预审请示和批复',
    form: '入党志愿书',
    ballots: '票决材料',
    talkEntry: '入党志愿书中的谈话意见',
    partyMinutes: '党委会会议记录和批复',
    admissionForm: '发展党员备案表',
    oathRecord: '宣誓记录',
    probationForm: '预备党员教育考察登记表',
    conversionApplication: '转正申请书',
    archiveList: '归档材料目录',
  } satisfies Record<StepPaper, string>,
  /** a paper that only some need, where it is not known whether this person does */
  onlyIf: (paper: string, when: Case) => `${paper}（${CASE[when]}）`,
  slotsHeading: '各名额材料',
  step: (name: string, due: string, owner: string, urgency: string) =>
    `${name}${due && `：${fullDate(due)}前`}${owner && `，${owner}`}${urgency && `（${urgency}）`}`,
  nobody: '无',
  /** a slot without anybody */
  vacant: '空缺',
  summary: (people: number, missing: number, overdue: number): string =>
    missing === 0
      ? `${people}名拟发展对象的材料都已交齐。`
      : `${people}名拟发展对象共缺${missing}份材料${overdue > 0 ? `，其中${overdue}份已过期` : ''}。`,
};

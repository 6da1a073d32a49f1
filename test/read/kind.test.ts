import { describe, expect, it } from 'vitest';
import { kindsOfName } from '../../src/read/plan/kind.ts';

/** Names as plans write them, by the kind that they say; under `''` those that say none, or several. */
const NAMES: Record<string, readonly string[]> = {
  notice: ['公示', '列为发展对象公示', '确定为发展对象公示', '公示拟列为发展对象名单', '公示并上报公示结果'],
  'activist-notice': ['确定入党积极分子公示', '入党积极分子公示'],
  'acceptance-notice': ['接收预备党员公示', '支部大会票决结果公示', '审批前公示'],
  'conversion-notice': ['预备党员转正公示', '转正前公示'],
  consent: ['报镇党委同意', '镇党委审批拟发展对象', '发展对象人选报镇党委审批', '镇党委同意列为发展对象'],
  nomination: [
    '确定发展对象人选',
    '推荐确定发展对象',
    '支委会讨论确定发展对象人选',
    '党支部研究确定拟发展对象',
    '支委会研究同意并确定发展对象',
    '召开支委会，确定发展对象',
    '各支部推荐人选',
  ],
  decision: ['党委会研究审定', '镇党委研究决定'],
  listing: ['确定为发展对象', '公示期满无异议的列为发展对象', '支部大会讨论确定发展对象', '发展对象确定'],
  'political-review': ['政治审查', '对发展对象进行政审', '党支部对发展对象进行政治审查'],
  training: ['发展对象集中培训', '集中培训，乡党委书记讲党课', '发展对象、入党积极分子培训', '培训发展对象'],
  'activist-training': ['入党积极分子培训班', '举办积极分子集中培训'],
  'branch-review': ['支委会审查', '召开支部委员会，审查发展对象'],
  'pre-review': ['报镇党委预审', '镇党委出具预审意见'],
  form: ['填写入党志愿书', '填写《入党志愿书》'],
  'branch-meeting': ['支部大会票决', '召开支部大会，讨论接收预备党员'],
  'committee-talk': ['党委派人谈话', '审批前谈话', '镇党委审批前派人谈话', '组织员同发展对象谈话'],
  'applicant-talk': ['与入党申请人谈话'],
  approval: [
    '镇党委审批',
    '提交镇党委审批',
    '镇党委批准接收预备党员',
    '审批发展对象入党',
    '审批入党志愿书',
    '党委会票决',
    '党委会集体讨论、表决决定',
    '党委票决并下发通知',
    '党委讨论决定接收预备党员',
  ],
  filing: ['发展对象备案', '审批结果备案'],
  'county-filing': ['报县委组织部备案'],
  oath: ['入党宣誓', '预备党员宣誓（12月）'],
  conversion: ['召开支部大会讨论转正', '转正'],
  'conversion-application': ['提出转正申请'],
  'conversion-approval': ['转正审批', '镇党委审批转正申请', '党委会票决预备党员转正'],
  '': [
    // a report of a step is not the step
    '上报公示结果',
    '公示情况汇总',
    '形成公示情况说明',
    '公示期间收集意见',
    '处理公示反映的问题',
    '审批谈话记录',
    '审批结果通知支部并宣布',
    '支部大会宣布审批决定',
    '反馈预审意见',
    '转正公示结果',
    '培训动员会',
    '筹备支部大会',
    // whose training it is
    '预备党员集中培训',
    '支部书记和组织员集中培训',
    '党务干部短期培训',
    '转正前培训',
    // another talk, another approval
    '支部书记谈话',
    '转正谈话',
    '县委组织部审批发展党员计划',
    // a proposal of the branch
    '支部委员会讨论拟列发展对象',
    // whom the League puts forward is not yet to be listed
    '推荐优秀团员作入党积极分子',
    '镇党委研究决定发展党员工作计划',
    // the name of a stage
    '接收预备党员',
    // several
    '预审合格后填写志愿书',
    '镇党委同意后列为发展对象',
    '公示后确定发展对象',
    '公示后报镇党委',
    '审批后3日内通知支部',
    '支部大会讨论接收预备党员、预备党员转正',
  ],
};

describe("the kind that a step's name says", () => {
  it.each(Object.entries(NAMES))('%s', (kind, names) => {
    const only = (name: string) => (kindsOfName(name).length === 1 ? kindsOfName(name)[0] : '');
    expect(names.map(name => [name, only(name)])).toEqual(names.map(name => [name, kind]));
  });

  it('names all where there are several', () => {
    for (const name of ['政审、培训', '政审和培训', '政审培训', '政治审查及集中培训'])
      expect(kindsOfName(name)).toEqual(['political-review', 'training']);
    expect(kindsOfName('培训、政审')).toContain('training');
    expect(kindsOfName('确定发展对象、积极分子培训')).toEqual(['listing', 'activist-training']);
    expect(kindsOfName('公示、审批')).toEqual(['notice', 'approval']);
    expect(kindsOfName('培训')).toEqual([]);
    expect(kindsOfName('公示'.repeat(101))).toEqual([]);
  });
});

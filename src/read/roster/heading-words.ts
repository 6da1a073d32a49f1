import type { Target } from './target.ts';

/**
 * The words by which offices head a column of each field, where they are not simply the field's Chinese name. `names` are
 * certain; `like` is a guess, which is told and which the contents of the column may refute; what `not` finds is about
 * something else. Compiled from registers of applicants, activists and prospective members as departments ask for them.
 */
export interface HeadingWords {
  target: Target;
  names?: readonly string[];
  like?: RegExp;
  not?: RegExp;
}

const event = (name: string, words: Omit<HeadingWords, 'target'>): HeadingWords => ({
  target: ['events', name],
  ...words,
});

/** The counts of a vote; the columns before them tell of which meeting. */
const votes = (meeting: string): HeadingWords[] => [
  {
    target: ['events', meeting, 'entitled'],
    names: ['应到', '应到人数', '应到会', '应到会人数', '应到会党员', '有表决权人数'],
  },
  {
    target: ['events', meeting, 'present'],
    names: ['实到', '实到人数', '实到会', '实到会人数', '实到会党员'],
  },
  {
    target: ['events', meeting, 'inFavour'],
    names: ['同意', '同意票', '同意票数', '同意人数', '赞成', '赞成票', '赞成票数', '赞成人数'],
  },
];

/** What happens to an activist or a prospective member besides becoming one. */
const BESIDES = /培训|备案|公示|考察|谈话|推荐|推优|取消|撤销|退出|政审|审查|预审|编号/;

export const HEADING_WORDS: readonly HeadingWords[] = [
  {
    target: ['name'],
    names: ['姓名', '名字', '人员姓名', '本人姓名'],
    like: /姓名|名字/,
    not: /曾用名|拼音/,
  },
  { target: ['gender'], like: /性别/ },
  {
    target: ['birth'],
    names: ['出生年月日', '生日', '出生时间'],
    like: /出生|生日|生年/,
    not: /地|籍|年龄|证/,
  },
  { target: ['ethnicity'], names: ['族别'], like: /民族/, not: /是否|民族(干部|地区|成分证)/ },
  { target: ['nativePlace'], like: /籍贯/ },
  {
    target: ['education'],
    names: ['文化水平', '文化', '最高学历', '教育程度', '受教育程度', '学历层次'],
    like: /学历|文化程度|教育程度|文化水平/,
    not: /时间|日期|院校|专业|学校|证/,
  },
  {
    target: ['occupation'],
    names: ['职业类型', '从业类别', '现从事职业'],
    like: /职业|人员类别|身份类别|从业|一线情况/,
    not: /资格|职业技能|年限|时间/,
  },
  { target: ['role'], like: /人员(类别|类型|性质)|培养类别|^(类型|类别|身份|性质)$/ },
  {
    target: ['category'],
    names: ['占用名额类别', '名额类型', '拟发展类别', '发展类别', '拟发展类型'],
    like: /名额类别|占用名额|发展(党员|对象)?类(别|型)$/,
  },
  {
    target: ['branch'],
    names: [
      '所属党支部',
      '所在党支部名称',
      '党支部名称',
      '支部名称',
      '所属支部',
      '所在党组织',
      '所属党组织',
      '党组织名称',
      '党组织',
    ],
    like: /党支部|所在支部|所属支部|所在党组织|所属党组织/,
    not: /书记|审查|大会|谈话|推荐|时间|日期|决议|负责人|委员|类型|人数|代码|联系|编入|研究|讨论|意见|情况|结果|编号|是否|推荐/,
  },
  {
    target: ['position'],
    names: ['工作单位', '单位职务', '现任职务', '工作单位职务', '工作单位及职务职称', '岗位', '工作岗位'],
    like: /工作单位|单位.*职务|现任职务|职务|岗位|村组/,
    not: /党内|拟任|时间|日期|职务层次/,
  },
  {
    target: ['position'],
    like: /^(所在)?单位(名称)?$|^(所在)?(村|社区|村社区|村居|行政村|自然村|嘎查)(名称|名|别)?$|^村组$/,
  },
  { target: ['branch'], like: /^(所在)?单位(名称)?$|^(所在)?(村|社区|村社区|村居|嘎查)(名称|名)?$/ },
  {
    target: ['phone'],
    names: ['手机号', '手机号码', '电话号码', '联系方式', '本人电话'],
    like: /电话|手机|联系方式/,
  },
  {
    target: ['idNumber'],
    names: ['身份证', '身份号码', '居民身份证号码', '证件号码'],
    like: /身份证|身份号码|证件号/,
    not: /地址|住址|有效期|复印|机关/,
  },
  {
    target: ['stage'],
    names: ['当前阶段', '目前阶段', '所处阶段', '现阶段', '培养阶段', '当前发展阶段'],
    like: /政治面貌|面貌|阶段$/,
  },
  {
    target: ['leagueMember'],
    names: ['是否为团员', '是否共青团员'],
    like: /团员/,
    not: /时间|日期|编号|推优/,
  },
  { target: ['mobile'], names: ['流动党员'], like: /流动人员|是否流动/ },
  { target: ['tags'], like: /特长|特点|标签/ },
  { target: ['note'], names: ['备考'], like: /备注|说明/ },
  event('application', {
    names: [
      '申请',
      '申请时间',
      '申请书',
      '入党申请',
      '入党申请书',
      '递交申请书',
      '递交入党申请',
      '提交入党申请书',
      '提出入党申请',
      '要求入党',
      '递交申请',
    ],
    like: /申请.*(入党|书)|入党申请|(递交|提交|提出|书写).*申请/,
    not: /转正|预备|备案|谈话|介绍|人$/,
  }),
  event('talk', {
    names: ['派人谈话', '支部谈话', '申请人谈话', '入党申请人谈话', '党支部谈话'],
    like: /谈话/,
    not: /上级|党委|组织员|组织部|工委|发展对象|积极分子|预备|转正|入党前/,
  }),
  event('committeeTalk', {
    names: ['上级党组织谈话', '党委谈话', '组织员谈话'],
    like: /(上级|党委|工委|组织员|组织部|入党前).*谈话/,
  }),
  event('leagueRecommendation', { like: /推优/, not: /是否/ }),
  event('activist', {
    names: [
      '确定积极分子',
      '确定为积极分子',
      '列为入党积极分子',
      '入党积极分子时间',
      '入党积极分子',
      '积极分子',
      '确定入党积极分子',
      '推荐和确定积极分子',
      '推荐和确定入党积极分子',
    ],
    like: /(确定|确认|列为|确立|成为|转为|吸收|列入|纳入|批准|认定|定为).*积极分子|积极分子.*(确定|确认|确立|认定|批准|时间|日期)/,
    not: BESIDES,
  }),
  event('activist', { like: /^(确定|列为|批准)$|^(列入|纳入)(培养)?考察(对象)?$/ }),
  event('activistFiling', { like: /积极分子.*备案/ }),
  event('activistFiling', { like: /^(上级|基层|镇|乡|乡镇|街道)?(党委|党组织)?备案$/ }),
  event('contactsAssigned', {
    names: ['确定培养联系人', '落实培养联系人', '明确培养联系人'],
    like: /(指定|确定|明确|落实|安排|分配).*联系人/,
  }),
  event('inspections', {
    names: ['培养考察', '考察'],
    like: /(培养|教育).*考察|考察$/,
    not: /预备|登记|政治|列入|纳入|期/,
  }),
  event('prospective', {
    names: ['确定发展对象', '列为发展对象', '发展对象时间', '发展对象'],
    like: /(确定|确认|列为|确立|成为|转为|列入|纳入|批准|批复|认定|定为).*发展对象|发展对象.*(确定|确立|认定|批准|时间|日期)/,
    not: BESIDES,
  }),
  event('prospective', { like: /^(确定|列为|批准)$/ }),
  event('prospectiveFiling', { like: /发展对象.*备案/ }),
  event('prospectiveFiling', { like: /^(上级|基层|镇|乡|乡镇|街道)?(党委|党组织)?备案$/ }),
  event('introducersAssigned', {
    names: ['确定介绍人', '指定入党介绍人'],
    like: /(指定|确定|明确|落实|安排).*介绍人/,
  }),
  event('politicalReview', { like: /政审|政治审查/, not: /函|对象/ }),
  event('branchReview', { like: /(支委会|支部委员会|支部).*审查/ }),
  event('preReview', { like: /预审/ }),
  event('form', { names: ['填写志愿书'], like: /(填写|领取|发放)?.*志愿书/ }),
  event('branchMeeting', {
    names: [
      '入党',
      '加入党组织',
      '接收预备党员',
      '接收为预备党员',
      '吸收为预备党员',
      '支部大会接收',
      '支部大会通过',
      '成为预备党员',
      '发展为预备党员',
      '入党支部大会',
      '预备党员',
    ],
    like: /支部大会|^票决$|(接收|接受|吸收|列为|成为|批准|确定|转为|讨论|定为).*预备党员|加入.*党/,
    not: /转正|公示|期满|备案|谈话|审批|培训|正式|考察/,
  }),
  ...votes('branchMeeting'),
  ...votes('conversionMeeting'),
  event('approval', {
    names: ['党委审批', '党委批准', '审批', '上级党委审批', '批准入党', '党委批复', '上级党委批复'],
    like: /(党委|上级|工委).*(审批|批准|批复)|^审批|批准入党/,
    not: /转正|积极分子|发展对象|备案|政审|正式/,
  }),
  event('approval', { like: /^批准$/ }),
  event('countyFiling', { like: /(组织部|县委|市委|区委).*备案/, not: /积极分子|发展对象/ }),
  event('countyFiling', { like: /^(上级|基层|镇|乡|乡镇|街道)?(党委|党组织)?备案$/ }),
  event('assigned', { like: /编入.*(支部|小组)/ }),
  event('oath', { like: /宣誓/ }),
  event('probationInspections', { like: /预备(党员|期).*考察/ }),
  event('conversionApplication', { names: ['转正申请', '申请转正'], like: /转正.*申请|申请.*转正/ }),
  event('conversionMeeting', { like: /转正.*大会|大会.*转正/ }),
  event('conversionApproval', {
    names: ['转正', '正式党员', '转为正式党员', '成为正式党员', '批准转正', '转为中共正式党员'],
    like: /转正|(转为|成为|批准为).*正式党员/,
    not: /公示|申请|大会|考察/,
  }),
  { target: ['events', 'probation', 'from'], names: ['预备期起', '预备期开始'], like: /预备期(起|开始)/ },
  {
    target: ['events', 'probation', 'to'],
    names: ['预备期止', '预备期结束', '预备期满', '预备期届满'],
    like: /预备期(止|结束)/,
  },
  {
    target: ['events', 'probationExtension', 'months'],
    names: ['延长预备期月数'],
    like: /延长.*(月数|几个月|月)$/,
  },
  {
    target: ['events', 'probationExtension', 'on'],
    names: ['延长预备期决定', '延长预备期'],
    like: /延长.*预备期|预备期.*延长/,
  },
  event('transferredIn', { names: ['转入', '组织关系转入'], like: /组织关系.*转入|转入(本单位|本支部)$/ }),
  event('archived', { like: /归档/ }),
];

/** Events that last, by what their columns are called before 起止时间, 开始, 结束. */
export const LASTING_WORDS: readonly {
  event: string;
  names: readonly string[];
  like: RegExp;
  not?: RegExp;
}[] = [
  {
    event: 'training',
    names: [
      '培训',
      '集中培训',
      '发展对象培训',
      '发展对象集中培训',
      '短期集中培训',
      '短期培训',
      '参加培训',
      '培训班',
      '短训',
      '短训班',
    ],
    like: /培训|短训/,
    not: /积极分子|党员培训|技能|职业|入党前/,
  },
  { event: 'activistNotice', names: ['积极分子公示', '入党积极分子公示'], like: /积极分子.*公示/ },
  { event: 'prospectiveNotice', names: ['发展对象公示'], like: /发展对象.*公示/ },
  {
    event: 'acceptanceNotice',
    names: ['接收公示', '接收预备党员公示', '预备党员公示'],
    like: /(接收|预备党员|入党).*公示/,
    not: /转正/,
  },
  { event: 'conversionNotice', names: ['转正公示'], like: /转正.*公示|公示.*转正/ },
  { event: 'prospectiveNotice', names: [], like: /^公示$/ },
  { event: 'acceptanceNotice', names: [], like: /^公示$/ },
  { event: 'conversionNotice', names: [], like: /^公示$/ },
];

import type { Decision } from '../../facts/procedure/decisions.ts';
import type { Actor } from '../../facts/procedure/needs.ts';
import type { Claim, RulesText, StepName } from '../../model/steps.ts';
import type { Quantity } from '../../values/quantity.ts';
import { known, step as stepName } from './steps.ts';
import { fullDate, list, quantity } from './words.ts';

/** `2016年6月16日至22日`; dates as rosters have them, of which the day may be missing. */
function range(from: string, to: string): string {
  if (from === to) return known(from);
  if (from.length < 10 || to.length < 10) return `${known(from)}至${known(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${fullDate(from)}至${Number(to.slice(8))}日`;
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${fullDate(from)}至${fullDate(to).slice(5)}`
    : `${fullDate(from)}至${fullDate(to)}`;
}

/** The decision as the Rules put it: somebody is received as a probationary member, never 发展为党员. */
const DECIDED: Record<Decision, (who: string) => string> = {
  activist: who => `确定${who}为入党积极分子`,
  prospective: who => `确定${who}为发展对象`,
  acceptance: who => `接收${who}为中共预备党员`,
  conversion: who => `${who}转为中共正式党员`,
};

/** Before it is decided: 拟列为发展对象. */
const PROPOSED = (decision: Decision, who: string): string =>
  decision === 'prospective' ? `列${who}为发展对象` : DECIDED[decision](who);

const RULES = '《中国共产党发展党员工作细则》';
const BLANK = '________';
const BLANK_DAY = '____年____月____日';

/** The day of what the roster does not show, to be filled in; of what it shows nothing need be said. */
const on = (open: ReadonlySet<Claim>, claim: Claim): string => (open.has(claim) ? BLANK_DAY : '');

/** What a paper claims and the roster does not show. */
function claimed(claim: Claim): string {
  if (claim === 'cultivated') return '培养考察满一年';
  if (claim === 'probationOver') return '预备期满';
  return `${stepName(claim).slice(1, -1)}的日期`;
}

/** The papers of the procedure's steps, in the words of the text that is in force. */
export const stepPapers = {
  /** a date in a table of people, as personnel sheets write it: `1990.05`, `2016.06.04` */
  date: (iso: string): string => iso.replaceAll('-', '.'),
  /** from one date to another in a table of people: `2016.06.04—2017.06.03` */
  span: (from: string, to: string): string => `${from.replaceAll('-', '.')}—${to.replaceAll('-', '.')}`,
  kinds: {
    overview: '年度计划一览表',
    roster: '名册（供打印）',
    record: '发展党员全程纪实表',
    filing: '备案报告（拟列发展对象的请示）',
    opinions: '征求意见表',
    talks: '座谈会记录',
    'notice-result': '公示情况说明',
    letter: '函调信和回函',
    training: '培训签到册',
    'pre-review': '预审请示',
    'pre-review-reply': '预审意见',
    vote: '票决情况汇总表',
    archive: '归档（移交）目录',
  },
  decisions: {
    activist: '确定积极分子',
    prospective: '列为发展对象',
    acceptance: '接收预备党员',
    conversion: '预备党员转正',
  } satisfies Record<Decision, string>,
  listing: {
    title: '可以打印的文书',
    columns: ['文书', '命令', '阶段（--stage）'],
    notices: '公示',
    hint: '用法：plan paper 类型 [路径] [--person 编号或姓名] -o 文件.docx',
  },
  /** `parts`: what the paper says, with those of whom the roster does not show it */
  unproven: (parts: { claim: Claim; names: string[] }[]) =>
    `名册中查不到，文书中留空，请核实后填写并补登名册：${parts.map(({ claim, names }) => `${claimed(claim)}（${list(names, '人')}）`).join('；')}`,
  past: (names: string[], decision: string) =>
    `${list(names, '人')}按名册已过“${decision}”这一步，请核对是否还要列入`,
  included: (paper: string, names: string[]) =>
    `${paper}列入${names.length}人：${names.length > 8 ? `${names.slice(0, 8).join('、')}等` : names.join('、')}`,
  nobody: (decision: string) =>
    `名册中没有可列入的人${decision && `（${decision}）`}；请用 --person 写明编号或姓名`,
  unknownPerson: (text: string, nearest: string): string =>
    `名册中没有编号或姓名为“${text}”的人${nearest ? `，是不是${nearest}？` : '；'}各人的编号见 plan paper roster`,
  /** a plan where the kind of paper belongs */
  kindFirst: (path: string) =>
    `先写文书类型，再写文件夹，如 plan paper record ${path}；plan paper 列出全部类型`,
  severalPeople: (text: string, ids: string[]) =>
    `名册中有${ids.length}人叫“${text}”，请写编号：${ids.join('、')}`,
  noDecision: (kind: string) => `${kind}不分阶段，不能用 --stage`,
  command: (papers: string[]) => `打印文书：${papers.join('；')}`,
  /** a kind of paper and the decision that it is about: 公示（接收预备党员） */
  paperOf: (kind: string, decision: string) =>
    decision === '' ? kind : `${kind.replace(/（.*）/, '')}（${decision}）`,
  list: (items: readonly string[]) => items.join('、'),
  who: (names: readonly string[]) =>
    names.length === 1 ? `${names[0]}同志` : `${names[0] ?? BLANK}等${names.length}名同志`,
  box: (ticked: boolean, text: string) => `${ticked ? '√' : '□'}${text}`,
  hours: (hours: number) => `${hours}学时`,
  range,
  blankDate: '　　　　年　　月　　日',
  blankBranch: '________党支部',
  blankSuperior: '________党委组织部',
  listName: '人员名单',
  fields: {
    number: '序号',
    name: '姓名',
    gender: '性别',
    ethnicity: '民族',
    birth: '出生年月',
    nativePlace: '籍贯',
    education: '文化程度',
    position: '单位及职务',
    branch: '所在党支部',
    category: '名额类别',
    application: '申请入党时间',
    activist: '确定积极分子时间',
    contacts: '培养联系人',
    prospective: '列为发展对象时间',
    politicalReview: '政治审查时间',
    training: '集中培训',
    introducers: '入党介绍人',
    branchMeeting: '支部大会时间',
    approval: '审批时间',
    probation: '预备期',
    remarks: '备注',
  },
  record: {
    title: '发展党员全程纪实表',
    columns: ['序号', '步骤', '完成时间', '承办', '材料（√为已交）', '备注'],
    steps: [
      '递交入党申请书',
      '党组织派人谈话',
      '推荐和确定入党积极分子',
      '上级党委备案',
      '指定培养联系人',
      '培养教育考察',
      '确定发展对象',
      '报上级党委备案',
      '确定入党介绍人',
      '进行政治审查',
      '开展集中培训',
      '支部委员会审查',
      '上级党委预审',
      '填写入党志愿书',
      '支部大会讨论',
      '上级党委派人谈话',
      '上级党委审批',
      '再上一级党委组织部门备案',
      '编入党支部和党小组',
      '入党宣誓',
      '继续教育考察',
      '提出转正申请',
      '支部大会讨论转正',
      '上级党委审批转正',
      '材料归档',
    ],
    /** steps 7 and 8 since 2026 (Art. 13) */
    steps2026: ['支委会讨论，报上级党委同意', '公示，列为发展对象'],
    actor: {
      person: '本人',
      league: '团组织',
      branch: '党支部',
      committee: '上级党委',
      county: '县级党委组织部',
    } satisfies Record<Actor, string>,
    dated: (step: StepName, days: string) => `${stepName(step).slice(1, -1)}${days}`,
    votes: (entitled: number, present: number | undefined, inFavour: number | undefined) =>
      [
        `应到${entitled}`,
        present !== undefined && `实到${present}`,
        inFavour !== undefined && `赞成${inFavour}`,
      ]
        .filter(part => part !== false)
        .join('，'),
    signature: ['党支部书记', '组织员', '填表人'],
  },
  filing: {
    title: (decision: Decision, who: string, rules: RulesText) =>
      decision === 'prospective' && rules === 2026
        ? `关于拟列${who}为发展对象的请示`
        : `关于${DECIDED[decision](who)}的备案报告`,
    meeting: (general: boolean): string => (general ? '支部大会' : '支部委员会'),
    body: (
      decision: Decision,
      who: string,
      rules: RulesText,
      meeting: string,
      open: ReadonlySet<Claim>,
    ): string[] => {
      const cultivated = open.has('cultivated')
        ? '自____年____月起经过____个月培养教育和考察'
        : '经过一年以上培养教育和考察';
      switch (decision) {
        case 'activist':
          return [
            `根据${RULES}有关规定，经党员推荐、群团组织推优等方式产生人选，${on(open, 'activist')}${meeting}研究决定，确定${who}为入党积极分子。现将名单报上，请予备案。`,
          ];
        case 'prospective':
          return rules === 2026
            ? [
                `根据${RULES}第十三条规定，${who}${cultivated}、基本具备党员条件，在听取党小组、培养联系人、党员和群众意见的基础上，经${meeting}会议讨论，拟列为发展对象。现将名单报上。`,
                '经同意后，将在其工作、学习单位或者居住地进行公示，公示时间不少于五个工作日；流动人员在流出地和流入地同时公示。公示结果不影响的，列为发展对象。',
              ]
            : [
                `根据${RULES}第十三条规定，${who}${cultivated}、基本具备党员条件，在听取党小组、培养联系人、党员和群众意见的基础上，经${meeting}讨论同意，拟列为发展对象。现将名单报上，请予备案。`,
              ];
        case 'acceptance':
          return [
            `经${on(open, 'branchMeeting')}支部大会讨论通过、${on(open, 'approval')}党委集体讨论和表决，决定接收${who}为中共预备党员，预备期一年，从支部大会通过之日算起。根据${RULES}有关规定，现将名单报上，请予备案。`,
          ];
        case 'conversion':
          return [
            `经${on(open, 'conversionMeeting')}支部大会讨论通过、${on(open, 'conversionApproval')}党委审批，${who}按期转为中共正式党员，党龄从预备期满转正之日算起。现将名单报上，请予备案。`,
          ];
      }
    },
    closing: (decision: Decision, rules: RulesText): string =>
      decision === 'prospective' && rules === 2026 ? '妥否，请批示。' : '特此报告。',
  },
  preReview: {
    title: (who: string) => `关于对${who}进行预审的请示`,
    body: (who: string, open: ReadonlySet<Claim>): string[] => [
      `支部委员会${open.has('branchReview') ? `于${BLANK_DAY}` : ''}对${who}进行了严格审查，经集体讨论认为合格。根据${RULES}有关规定，现将有关材料报上，请予预审。`,
    ],
    closing: '妥否，请批示。',
    attachments: ['支部委员会审查意见', '政治审查结论性材料', '集中培训结业证明', '培养教育考察材料'],
  },
  preReviewReply: {
    title: (who: string) => `关于对${who}预审情况的批复`,
    opening: (request: string, rules: RulesText) =>
      `你支部《${request}》收悉。党委对发展对象的条件、培养教育情况等进行了审查${rules === 2014 ? '，并根据需要听取了执纪执法等相关部门的意见' : ''}，审查结果如下：`,
    result: '预审结果',
    results: ['合格', '不合格'],
    reason: '不合格的原因',
    closing: (months: number | undefined): string[] => [
      `审查合格的，向其发放《中国共产党入党志愿书》，由本人按照要求如实填写${months === undefined ? '；请及时' : `；请在预审合格后${months === 1 ? '一' : months}个月内`}提交支部大会讨论。`,
      '发展对象未来三个月内将离开工作、学习单位的，一般不办理接收预备党员的手续。',
    ],
  },
  notice: {
    title: (decision: Decision, who: string) =>
      decision === 'conversion'
        ? `关于${who}拟转为中共正式党员的公示`
        : `关于拟${PROPOSED(decision, who)}的公示`,
    opening: (
      decision: Decision,
      organization: string,
      who: string,
      rules: RulesText,
      open: ReadonlySet<Claim>,
    ) => {
      const why: Record<Decision, string> = {
        activist: `经党员推荐、群团组织推优等方式产生人选，拟确定${who}为入党积极分子`,
        prospective:
          rules === 2026
            ? `经党支部讨论、${organization}同意，拟列${who}为发展对象`
            : `经党支部推荐、${organization}研究，拟列${who}为发展对象`,
        acceptance: `经${on(open, 'branchMeeting')}支部大会讨论通过，拟接收${who}为中共预备党员`,
        conversion: `${who}预备期${open.has('probationOver') ? `于${BLANK_DAY}` : ''}满，经${on(open, 'conversionMeeting')}支部大会讨论通过，拟转为中共正式党员`,
      };
      return `根据《中国共产党章程》和${RULES}有关规定，${why[decision]}。为广泛听取党员和群众意见，现将有关情况公示如下。`;
    },
    table: '公示人员基本情况',
  },
  noticeResult: {
    title: (decision: Decision, who: string) =>
      decision === 'conversion'
        ? `关于${who}拟转为中共正式党员公示情况的说明`
        : `关于拟${PROPOSED(decision, who)}公示情况的说明`,
    opening: (
      decision: Decision,
      who: string,
      days: string,
      workingDays: number | undefined,
      isCertain: boolean,
    ) =>
      `${days || `${BLANK_DAY}至____月____日`}，就拟${PROPOSED(decision, who)}进行了公示，${isCertain ? '共' : '不少于'}${workingDays ?? '____'}个工作日。`,
    places: (mobile: boolean): string =>
      mobile ? `公示地点：流出地${BLANK}，流入地${BLANK}（同时公示）。` : `公示地点：${BLANK}${BLANK}。`,
    during: '公示期间：',
    received: ['未收到反映', '收到反映____件'],
    checked: `反映的主要问题和调查核实情况：${BLANK}${BLANK}${BLANK}${BLANK}`,
    result: '公示结果：',
    results: (decision: Decision): string[] => {
      const what: Record<Decision, string> = {
        activist: '确定为入党积极分子',
        prospective: '列为发展对象',
        acceptance: '接收',
        conversion: '转正',
      };
      return [`不影响${what[decision]}`, `影响${what[decision]}`];
    },
    signature: ['受理人', '党支部书记'],
  },
  vote: {
    title: (decision: Decision): string =>
      decision === 'conversion' ? '预备党员转正票决情况汇总表' : '接收预备党员票决情况汇总表',
    unit: (branch: string) => `党支部（盖章）：${branch}`,
    columns: [
      '支部大会时间',
      '应到会有表决权的正式党员',
      '实到',
      '赞成',
      '不赞成',
      '弃权',
      '书面意见',
      '表决结果',
    ],
    passed: { yes: '通过', no: '未通过' },
    note: (quorum: string, majority: string) =>
      `注：采取无记名投票方式，两人以上的逐个讨论和表决。有表决权的到会人数须超过应到会有表决权人数的半数（《细则》${quorum}），赞成人数须超过应到会有表决权的正式党员的半数（《细则》${majority}）；会前书面意见统计在票数内。`,
    signature: ['党支部书记', '监票人', '计票人'],
  },
  archive: {
    title: '发展党员材料归档（移交）目录',
    person: (name: string, branch: string) => `姓名：${name}　　所在党支部：${branch || BLANK}`,
    columns: ['序号', '材料名称', '份数', '页数', '形成时间', '备注'],
    permanent: '存入本人档案',
    signature: ['移交人', '接收人', '监交人', '日期'],
  },
  training: {
    title: (decision: 'activist' | 'prospective'): string =>
      decision === 'activist' ? '入党积极分子培训签到册' : '发展对象集中培训签到册',
    sheet: '签到册',
    head: (days: string, organization: string) =>
      `主办：${organization}　　时间：${days || BLANK}　　地点：${BLANK}　　学时：____`,
    day: (number: number) => `第${number}天`,
    halves: ['上午', '下午'],
    signature: ['班主任', '组织员'],
  },
  roster: {
    title: (organization: string, year: number, role: 'nominee' | 'reserve') =>
      `${organization}${year}年度${role === 'nominee' ? '拟发展对象' : '入党积极分子'}名册`,
    sheet: { nominee: '拟发展对象', reserve: '入党积极分子' },
    head: (organization: string) =>
      `填报单位（盖章）：${organization}　　　　填报时间：　　　　年　　月　　日`,
    signature: ['主要负责人', '填表人', '联系电话'],
  },
  letter: {
    title: (name: string) => `关于了解${name}同志家庭主要成员和社会关系情况的函`,
    to: `${BLANK}${BLANK}党组织：`,
    born: (month: string) => `${known(month)}出生`,
    from: (place: string) => `籍贯${place}`,
    opening: (
      name: string,
      about: string[],
      standing: 'prospective' | 'nominee' | 'activist' | 'applicant',
      rules: RulesText,
      article: string,
    ) => {
      const what = {
        prospective: '发展对象',
        nominee: '拟发展对象',
        activist: '入党积极分子',
        applicant: '入党申请人',
      }[standing];
      const kin = rules === 2026 ? '家庭主要成员和重要社会关系' : '直系亲属和与本人关系密切的主要社会关系';
      return `${name}同志${about.length > 0 ? `（${about.join('，')}）` : ''}是我单位${what}。根据${RULES}${article}规定，需要了解其${kin}的政治情况。${BLANK}同志系${name}同志的${BLANK}，现在（或原在）你处，请协助提供以下情况：`;
    },
    asked: [
      '一、对党的理论和路线、方针、政策的态度，现实表现；',
      '二、政治历史和在重大政治斗争中的表现；',
      '三、遵纪守法和遵守社会公德情况；',
      '四、其他需要说明的问题。',
    ],
    reply: '请由党组织出具材料、加盖公章并注明日期，于____年____月____日前回函。材料只供政治审查使用。',
    contact: (office: string, address: string, phone: string): string[] => [
      `回函地址：${address || `${BLANK}${BLANK}${BLANK}`}`,
      `收件：${office}　联系人：${BLANK}　电话：${phone || BLANK}`,
    ],
    replyTitle: '回　　函',
    askedAbout: '被了解人姓名',
    relation: '与发展对象的关系',
    of: (name: string) => `系${name}的`,
    politics: '政治面貌',
    questions: ['政治态度和现实表现', '政治历史', '遵纪守法情况', '其他需要说明的问题'],
    replyUnit: '出具单位意见',
    sign: '（盖章）　　经办人：________　　　　　年　　月　　日',
  },
  opinions: {
    title: '列为发展对象征求意见表',
    boxes: [
      '党小组意见',
      '培养联系人意见',
      '党员意见\n应征求___人\n同意___人',
      '群众意见\n征求___人\n同意___人',
    ],
    sign: '签名：　　　　　　　　　　年　　月　　日',
  },
  talks: {
    title: '征求意见座谈会记录',
    about: '发展对象人选',
    time: '时间',
    place: '地点',
    chair: '主持人',
    clerk: '记录人',
    present: '参加人员',
    said: '发言记录',
    signed: '参加人员签名',
    note: '注：本人应当回避；参加人员应有党员和群众代表。',
  },
  overview: {
    title: (organization: string, year: number) => `${organization}${year}年发展党员计划一览表`,
    places: '名额和人选',
    count: (count: Quantity) => quantity(count),
    placeColumns: ['名额类别', '名额', '拟发展对象', '储备人选', '备注'],
    structure: '结构要求',
    structureColumns: ['项目', '要求', '折合名额', '计划', '现有'],
    steps: '时间安排',
    stepColumns: ['时间', '步骤', '责任单位', '完成情况'],
  },
};

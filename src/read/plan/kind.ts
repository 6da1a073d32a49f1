import type { Step } from '../../model/plan.ts';
import { memoize } from '../../values/memo.ts';

type Kind = Step['kind'];

/** What is left of a name where a paper or a report was taken out of it. */
const TOLD = '■';

/** What a step does, as names say it: only what a clause ends with is done, what stands before says of whom or of what. */
const ACTS = '预审|审批|批准|公示|培训|票决|宣誓|支部(?:党员)?大会|备案|政治审查|政审|审查|谈话';

/** A paper that is named after a step, or handed out for it, is not the step: 上报审批材料, 预审请示, 领取志愿书. */
const PAPERS =
  /(预审|审批|公示|培训|票决|转正|宣誓|支部大会|备案)(?:的|有关|相关)?(?:材料|请示|名单|名册|表|报告)|(?:领取|申领|发放|下发|印制|上报|报送|收集|汇总|审核|(?<!填)写入(?!党)|记入|填入|写明|注明)[^，、；]*志愿书|志愿书[^，、；]{0,4}(?:写明|注明)/g;

/** Somebody is told of a step, or it is got ready: 上报公示结果, 审批结果通知支部, 培训动员, 筹备支部大会. To 出具预审意见 is to hold it. */
const REPORTS = new RegExp(
  `(?!公示(?:${ACTS}))(?:${ACTS})+(?:工作)?的?(?:结果|情况|总结|小结|汇总|通报|通知|方案|动员|准备|报名|记录|反馈)(?![^，、；。]*公示)` +
    `|(?<!(?:出具|形成|作出|做出|提出|签署|研究)[^，、；。]{0,8})(?:${ACTS})(?:工作)?的?(?:结论|决定|决议|批复|意见)` +
    `|(?:筹备|准备|总结|督查|检查|抽查|通报|汇报|部署|动员)[^，、；。公示]{0,6}(?:${ACTS})` +
    '|支部(?:党员)?大会上?[^，、；。讨表票接]*宣布|公示中?(?:反映|收到|发现)',
  'g',
);

/** What only says when: 审批前谈话, 公示期间收集意见, 公示期满无异议的. 预审合格后填写志愿书 is both: the review may be part of it. */
const WHEN = new RegExp(
  `(?:${ACTS})(?:之|以)?(?:前|期间|期内|时(?![间长段]))|公示(?:期?满|期?结束|(?:期满)?无异议)+(?:之|以)?[后的]?`,
  'g',
);

/** 公示后报镇党委 is more than the notice, whose length its day does not say. */
const AFTER =
  /(?:公示|审批|批准|培训)(?:满?[\d一二三四五六七八九十]+个?(?:工作)?[日天月])?(?:通过|合格|同意|结束|完成)*(?:之|以)?后(?![勤备续])/g;

/** The words by which a clause names an act that has one kind whatever else the clause says. */
const WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/组织部.*备案/, 'county-filing'],
  [/^(?!.*组织部).*备案/, 'filing'],
  [/政治审查|政审/, 'political-review'],
  [/(支委会|支部委员会|党支部).*(?<!政治)审查/, 'branch-review'],
  [/预审/, 'pre-review'],
  [/(?<!审[批查][^，、]{0,4})志愿书/, 'form'],
  [/宣誓/, 'oath'],
  [/归档/, 'archive'],
  [/介绍人/, 'introducers'],
  [/积极分子.*分析|分析.*积极分子/, 'activist-analysis'],
  // Who is recommended to be an activist is nobody's nominee yet.
  [/^(?!.*积极分子).*(?:推荐|推优)/, 'nomination'],
];

/** Who is to be listed is only proposed, or the branch committee proposes it, which agrees before anybody else does (Art. 13). */
const PROPOSES = /人选|候选|推荐|拟列|拟定/;
const BRANCH = /支委会?|支部委员会|(?:党|各|本)支部(?!(?:党员)?大会)/;

/** What the branch decides of somebody; where a clause names another act besides, it is what that one is about. */
const DECIDED: readonly (readonly [RegExp, Kind])[] = [
  [/(?<!拟)(?:列为|确定).{0,6}发展对象(?!.{0,3}■)|发展对象(?:人选)?的?确定/, 'listing'],
  [/(?:确定|列为).{0,6}积极分子(?!.{0,3}■)|积极分子(?:人选)?的?确定/, 'activist'],
];

/** The committee's vote is that of Article 24; what it merely settles (审定, 研究决定) may be anything. */
const VOTES = /(?:党委|工委).*(?:票决|表决)/;
const SETTLES = /(?:党委|工委).*(?:审定|决定)(?:$|接收|吸收)/;
/** 党委会研究决定 of these is no step of an admission. */
const OTHER_MATTERS = /计划|方案|名额|指标|经费/;

/** The name of a stage: the branch meeting takes somebody in, the committee approves it. */
const ADMITS = /^(?:讨论|研究)?(?:接收|吸收)(?:为)?(?:中共)?预备党员$/;

const ADMISSION = /接收|预备党员|新党员|入党(?!积极分子|申请|介绍人)|志愿书/;
const SEPARATOR = /[，、；。,;]|并(?!案)|后(?![勤备续])|以及|及(?!时|格)|和/;
const HAS_ACT = new RegExp(
  `${ACTS}|学习班|同意|志愿书|党员大会|归档|介绍人|确定|列为|分析|推荐|推优|转正|表决|审定|决定|${TOLD}`,
);

/**
 * What a step that is read as the listing is where it comes before the notice: what the branch proposes, or the committee's
 * agreement. `isPlain`: its name says who does it; of 确定发展对象 alone either may be meant. Undefined where the name says outright
 * that somebody is listed.
 */
export function beforeNotice(name: string): { kind: Kind; isPlain: boolean } | undefined {
  if (/党委|工委/.test(name)) return { kind: 'consent', isPlain: true };
  if (/支部(?:党员)?大会/.test(name)) return { kind: 'nomination', isPlain: true };
  return /列为|确定为/.test(name) && !BRANCH.test(name) ? undefined : { kind: 'nomination', isPlain: false };
}

/** No name of a step is longer; prose names many, and patterns take their time over it. */
const LONGEST = 200;

/**
 * Every kind that a step's name says (预审, 支部大会 …), in the order of its clauses. Kinds that no norm is held against are not
 * guessed. The plans of a county have the same names again and again.
 */
export const kindsOfName = memoize(1_000, readKinds);

function readKinds(written: string): readonly Kind[] {
  if (written.length > LONGEST) return [];
  if (ADMITS.test(written)) return ['branch-meeting', 'approval'];
  const name = written.replace(PAPERS, TOLD).replace(REPORTS, TOLD);
  const rest = name.replace(AFTER, TOLD);
  const kinds = kindsOfActs(name);
  return rest === name || kindsOfActs(rest).length > 0 ? kinds : [...kinds, 'other'];
}

function kindsOfActs(name: string): Kind[] {
  const before = /(审批|批准|接收|支部(?:党员)?大会)(?:之|以)?前/.exec(name)?.[1];
  const clauses = clausesOf(name.replace(WHEN, ''));
  const ofConversion = clauses.some(clause => clause.includes('转正'));
  const byBranch = BRANCH.test(name);
  const found = clauses.flatMap((clause): Kind[] => {
    const isConversion = clause.includes('转正') || (ofConversion && !/接收|发展对象|积极分子/.test(clause));
    if (isConversion && !clause.includes('接收')) return conversionIn(clause);
    return [...kindsIn(clause, before, byBranch), ...(isConversion ? conversionIn(clause) : [])];
  });
  const kinds = [...new Set(found)];
  // 政审、培训: whose training it is goes without saying where another step of the admission stands beside it.
  const isBare = clauses.some(clause => /^(?:开展|组织|进行|参加)?(?:教育)?培训$/.test(clause));
  return isBare && kinds.length > 0 && !kinds.includes('training') ? [...kinds, 'training'] : kinds;
}

/** The clauses that name an act, each with what stands before it and names none: 发展对象、积极分子培训 is one. */
function clausesOf(name: string): string[] {
  const flat = name.replace(/[（(][^）)]*[）)]/g, inner => inner.replace(new RegExp(SEPARATOR, 'g'), ' '));
  const clauses: string[] = [];
  let held = '';
  for (const part of flat.split(SEPARATOR)) {
    const clause = `${held}${part.trim()}`;
    held = HAS_ACT.test(part) ? '' : `${clause} `;
    if (held === '') clauses.push(clause);
  }
  return clauses;
}

function conversionIn(clause: string): Kind[] {
  if (clause.includes('公示')) return ['conversion-notice'];
  if (/审批|批准/.test(clause) || VOTES.test(clause) || SETTLES.test(clause)) return ['conversion-approval'];
  if (clause.includes('申请')) return ['conversion-application'];
  if (clause.includes('归档')) return ['archive'];
  const isOther =
    /培训|谈话|考察|教育|测试|备案|审查|政审|预审|座谈|宣誓|通知|告知|宣布|转正(?:[前后]|情况|结果)/.test(
      clause,
    );
  const isMeeting = /转正|大会|表决|票决/.test(clause);
  return isMeeting && !isOther && !clause.includes(TOLD) ? ['conversion'] : [];
}

/**
 * `before`: the step of the admission before which the name says that this one comes; `byBranch`: the name has the branch or its
 * committee do it.
 */
function kindsIn(clause: string, before: string | undefined, byBranch: boolean): Kind[] {
  if (/公示(?!栏)/.test(clause)) return [noticeOf(clause, before)];
  if (/培训|学习班/.test(clause)) return trainingOf(clause);
  if (clause.includes('谈话')) {
    const talk = talkOf(clause, before);
    if (talk) return [talk];
  }
  const done = [
    ...WORDS.filter(([words]) => words.test(clause)).map(([, kind]) => kind),
    ...decisionOf(clause),
    ...meetingOf(clause),
  ];
  const isProposal =
    !/党委|工委/.test(clause) && (PROPOSES.test(clause) || (byBranch && !/列为|确定为/.test(clause)));
  const decided = DECIDED.filter(([words]) => words.test(clause)).map(
    ([, kind]): Kind => (kind === 'listing' && isProposal ? 'nomination' : kind),
  );
  // A branch without a committee lists somebody in its meeting.
  if (decided.length > 0 && done.every(kind => kind === 'branch-meeting' || kind === 'nomination'))
    return [...decided, ...done.filter(kind => kind === 'nomination')];
  return done;
}

/** 列为发展对象公示 is the notice of the listing, not the listing. */
function noticeOf(clause: string, before: string | undefined): Kind {
  if (clause.includes('发展对象')) return 'notice';
  if (clause.includes('积极分子')) return 'activist-notice';
  const isOfAdmission =
    before !== undefined || /接收|预备党员|新党员|支部(?:党员)?大会|票决|审批|批准/.test(clause);
  return isOfAdmission ? 'acceptance-notice' : 'notice';
}

/** Article 17 asks for the training of prospective members alone. */
function trainingOf(clause: string): Kind[] {
  if (/政审|政治审查/.test(clause)) return ['political-review', 'training'];
  if (/发展对象|拟发展|拟接收/.test(clause)) return ['training'];
  if (clause.includes('积极分子')) return ['activist-training'];
  if (/党员|书记|组织员|联系人|介绍人|申请人|干部|委员|骨干|党务|团员|教师|技术|技能/.test(clause)) return [];
  return /集中培训|短期培训/.test(clause) ? ['training'] : [];
}

/** The talk of Article 23 (2014: Art. 24) is the committee's, before it approves; the branch's is with the applicant. */
function talkOf(clause: string, before: string | undefined): Kind | undefined {
  if (clause.includes('申请人')) return 'applicant-talk';
  return /批/.test(before ?? '') || /党委|组织员|上级|(?<!预)审批/.test(clause)
    ? 'committee-talk'
    : undefined;
}

/** What the committee agrees to or approves: that somebody is listed (Art. 13), or that somebody is admitted (Art. 24). */
function decisionOf(clause: string): Kind[] {
  const approves = /(?<!预)审批|(?:党委|工委).*批准/.test(clause);
  const agrees = /(?:党委|工委).{0,6}同意/.test(clause);
  const votes = VOTES.test(clause);
  const settles = SETTLES.test(clause);
  if (!approves && !agrees && !votes && !settles) return [];
  if (ADMISSION.test(clause)) return ['approval'];
  if (clause.includes('积极分子') || OTHER_MATTERS.test(clause)) return [];
  // Whom the committee settles on is told by the words of that (DECIDED).
  if (clause.includes('发展对象')) return approves || agrees ? ['consent'] : [];
  return approves || votes ? ['approval'] : agrees ? ['consent'] : ['decision'];
}

function meetingOf(clause: string): Kind[] {
  if (/党委.*票决|党委会/.test(clause)) return [];
  return /支部(?:党员)?大会|票决|党员大会.*(?:讨论|表决|接收)|接收.*大会/.test(clause)
    ? ['branch-meeting']
    : [];
}

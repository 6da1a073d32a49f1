import type { Step } from '../../model/plan.ts';

type Kind = Step['kind'];

/** The words by which plans name a step of a kind. The first of a group that fits stands for it. */
const WORDS: readonly (readonly (readonly [RegExp, Kind])[])[] = [
  [
    [/公示/, 'conversion-notice'],
    [/申请/, 'conversion-application'],
    [/审批|批准/, 'conversion-approval'],
    [/转正/, 'conversion'],
  ],
  [
    [/积极分子.*公示|公示.*积极分子/, 'activist-notice'],
    [/(接收|预备党员).*公示/, 'acceptance-notice'],
    [/公示/, 'notice'],
  ],
  [
    [/积极分子.*(培训|学习班)/, 'activist-training'],
    [/发展对象.*培训|集中培训|短期培训/, 'training'],
  ],
  [
    [/申请人.*谈话|谈话.*申请人/, 'applicant-talk'],
    [/(党委|组织员|上级).*谈话/, 'committee-talk'],
  ],
  [
    [/组织部.*备案/, 'county-filing'],
    [/备案/, 'filing'],
  ],
  [[/政治审查|政审/, 'political-review']],
  [[/(支委会|支部委员会).*审查/, 'branch-review']],
  [[/预审/, 'pre-review']],
  [[/志愿书/, 'form']],
  [[/支部大会|支部党员大会|票决/, 'branch-meeting']],
  [[/(?<!预)审批/, 'approval']],
  [[/宣誓/, 'oath']],
  [[/归档/, 'archive']],
  [[/介绍人/, 'introducers']],
  [[/党委同意/, 'consent']],
  [[/(列为|确定|讨论确定).{0,6}发展对象/, 'listing']],
  [[/积极分子.*分析|分析.*积极分子/, 'activist-analysis']],
  [[/(确定|列为).{0,6}积极分子/, 'activist']],
  [[/推荐|推优/, 'nomination']],
];

/** A paper that is named after a step, or handed out for it, is not the step: 上报审批材料, 预审请示, 领取志愿书. */
const PAPERS =
  /(预审|审批|公示|培训|票决|转正|宣誓|支部大会|备案)(?:的|有关|相关)?(?:材料|请示|名单|名册|表|报告)|(?:领取|申领|发放|下发|印制)[^，、；]*志愿书/g;

/**
 * The kind that a step's name says (预审, 支部大会 …); undefined where it says none, or several: 预审合格后填写志愿书 is not to be
 * taken for either. What is said of a conversion is of the conversion alone. Kinds that no norm is held against are not guessed.
 */
export function kindOfName(written: string): Kind | undefined {
  const name = written.replace(PAPERS, '');
  const [conversion, ...others] = WORDS;
  const groups = name.includes('转正') ? [conversion!] : others;
  const found = groups.flatMap(group => group.find(([words]) => words.test(name))?.[1] ?? []);
  return found.length === 1 ? found[0] : undefined;
}

import { looksLikeName, splitNames } from '../roster/name-text.ts';

/** Organizations and meetings, with all that stands before them. */
const BODY =
  /^.*(?:党委会?|委员会|常委会|支委会?|[工纪监团]委|[市县区州旗盟乡镇省]委|党组|党?支部|总支|(?:组织|宣传|人事|统战)部|组织[办科室]|党[建群]?办|办公室|政府|人大|政协|工会|妇联|会议|[大扩联席]会|班子|小组|机关|中心|公司|集团|学校|医院|街道|部门|单位|组织|上级|[县市乡镇村区州旗]里)/;
const POST =
  /第一书记|(?:党务|常务)?副?(?:书记|委员|主任|[部科处局院校站镇乡县市区]长|主席|经理|干事)|组织员|纪检|宣传|统战|领导|负责人|同志/g;
/** What is said of an approval where nobody is named. */
const NOBODY =
  /^(?:集体|研究|讨论|审议|审批|批复|批准|同意|通过|决定|扩大|文件|通知|纪要|本人|[和及与的由经已])*$/;
const ENGLISH_BODY =
  /\b(committee|department|office|bureau|branch|meeting|government|party|group|section|county|township|town|city|district|secretary)\b/i;

/** The people whom a waiver's approver names, without posts and organizations: 镇党委书记张三 is 张三, 镇党委会 nobody. */
export function approvingPeople(approver: string): string[] {
  if (ENGLISH_BODY.test(approver)) return [];
  return splitNames(approver)
    .names.map(name =>
      name
        .replace(/[（(【].*?[）)】]/g, '')
        .replace(BODY, '')
        .replace(POST, '')
        .trim(),
    )
    .filter(name => looksLikeName(name) && !NOBODY.test(name));
}

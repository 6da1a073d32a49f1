import { NAME_DOT } from '../../model/name.ts';
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

/** Family names by which a person is known from an office: the hundred commonest, and double ones. */
const FAMILY =
  /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤季])\p{Script=Han}{1,2}$/u;
/** How offices, groups and posts end that begin like a family name: 石村, 高校, 方案组. */
const OFFICE = /[村庄校所站室组办局部委会院厂场坊镇乡县市区队班间人员长门位层司]$/;

/**
 * The people whom a step's owner names. Mostly an office does what is to be done, so that somebody counts by a family name, or by the
 * dot in the name: 镇组织委员张三 is 张三, 各党支部 and 石村 are nobody.
 */
export const responsiblePeople = (owner: string): string[] =>
  approvingPeople(owner).filter(
    name =>
      (FAMILY.test(name) && !OFFICE.test(name)) ||
      new RegExp(`\\p{L}{2}${NAME_DOT}\\p{L}{2}`, 'u').test(name),
  );

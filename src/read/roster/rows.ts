import { type Cell, isBlank } from './cell.ts';
import type { Row } from './workbook.ts';

const TOTAL = /^(合计|小计|总计|共计|累计|总人数|合\s*计|总\s*计|共\d+人)/;

/** What stands before a name or a date below a table: 审核, 制表：, 单位负责人（签字）. */
const LABEL =
  /^(填表|制表|审核|审批|填报|报送|经办|复核|核对|统计|登记|联系|负责|主管|分管|录入|校对|签发|签字|盖章|公章|印章|日期|时间|单位|支部|党委|党总支|党支部|党工委|乡镇|街道|组织|主要|说明|附注|备注|注|备|附件|附)(人员?|时间|日期|单位|部门|领导|负责人|电话|书记|委员|办公室|干部|责任人|签字|签名|盖章|意见|主要负责人|党组织|党支部)*\d?([（(][^）)]*[）)])?$/;
/** 注大川 and 单位明 are people, 注 and 单位 alone are not; 注：… and 备注1 are remarks. */
const REMARK =
  /^(备注|附注|说明|注|附|填表说明|填报说明|注意|备)\s*\d*\s*([:：]|[.、．]\s*\S{6})|^(以下空白|本表一式|此表一式|以上|如有)/;
const WITH_COLON = /[:：]\s*$|^[^:：]{2,12}[:：]/;
const PLACE_FOR_SEAL = /[（(](盖章|公章|签字|签章|签名|印章|章)[）)]/;

/** Whether a cell below a table is no data: a label, a remark, a place for a seal. */
export function isFooterText(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return (
    LABEL.test(plain) ||
    REMARK.test(plain) ||
    PLACE_FOR_SEAL.test(plain) ||
    (WITH_COLON.test(plain) && !/^\d/.test(plain))
  );
}

export const isTotal = (text: string): boolean => TOTAL.test(text.normalize('NFKC').trim());

const BRANCH = /(党支部|支部|党总支|支部委员会|总支委员会|党总支部)$/;

/** 中共东村党支部, 东村支部委员会（2人）: the name of a branch and nothing else. */
export const isBranch = (text: string): boolean =>
  BRANCH.test(sectionName(text)) && sectionName(text).length <= 30;

/** A section's name without its number and its count of people: 一、东村党支部（2人） is 东村党支部. */
export const sectionName = (text: string): string =>
  text
    .replace(/^\s*[①-⑳]/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(第?[一二三四五六七八九十]+[、.．:：]|\([一二三四五六七八九十\d]+\)、?|\d+[、.．])/, '')
    .replace(/[([]?(共|合计|计)?\d+(人|名)[)\]]?$/, '')
    .replace(/[:：]$/, '');

/** The role that a title, a sheet's name or a section gives; undefined where it names none, or both. */
export function roleOf(text: string): 'nominee' | 'reserve' | undefined {
  const nominees = /拟发展|发展对象|发展党员/.test(text);
  const reserves = /积极分子|储备|后备|入党申请人/.test(text);
  return nominees === reserves ? undefined : nominees ? 'nominee' : 'reserve';
}

/** People who are not on the roster any more: cancelled, gone, dead, or members since long. */
export const isOut = (text: string): boolean =>
  /已?取消|撤销|退出|除名|死亡|去世|亡故|调出|调离|转出|迁出|不合格|淘汰|停止培养|终止培养|历年|往年|历史|已转正|已发展|注销|作废|失效/.test(
    text,
  ) && !/[含除](.*(取消|退出|转出|调出))|情况|及取消|和取消/.test(text);

/** A remark that somebody is not there any more: the clerk is asked, since remarks tell of the past too. */
export const isGone = (remark: string): boolean =>
  /取消(了)?(资格|培养|其|入党|积极分子)|已取消|已退出|除名|死亡|去世|病故|亡故|已?调出|已?调离|已?转出|已?迁出|停止培养|终止培养|不再培养/.test(
    remark,
  );

/** The different texts of a row; a merged one counts once. */
export const textsOf = ({ cells }: Row): string[] => [
  ...new Set(cells.flatMap(cell => (cell && !isBlank(cell) && cell.text !== '' ? [cell.text] : []))),
];

export const firstOf = ({ cells }: Row): Cell | undefined =>
  cells.find(cell => !isBlank(cell) && cell!.text !== '');

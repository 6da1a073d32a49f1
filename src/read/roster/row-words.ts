import { type Cell, isBlank } from './cell.ts';
import type { Row } from './workbook.ts';

/** 合计 and 小计：3人; 合计生 is somebody's name. */
const TOTAL = /^(合计|小计|总计|共计|累计|总人数|总数|其中|共\d+[人名])(?=$|[\d:：(（人共为])/;

/** What stands before a name or a date below a table: 审核, 制表：, 单位负责人（签字）. */
const LABEL =
  /^(填表|制表|审核|审批|填报|报送|经办|复核|核对|统计|登记|联系|负责|主管|分管|录入|校对|签发|签字|盖章|公章|印章|日期|时间|单位|支部|党委|党总支|党支部|党工委|乡镇|街道|组织|主要|说明|附注|备注|注|备|附件|附)(人员?|时间|日期|单位|部门|领导|负责人|电话|书记|委员|办公室|干部|责任人|签字|签名|盖章|意见|主要负责人|党组织|党支部)*\d?([（(][^）)]*[）)])?$/;
/** 注大川 and 单位明 are people, 注 and 单位 alone are not; 注：… and 备注1 are remarks. */
const REMARK =
  /^(备注|附注|说明|注|附|填表说明|填报说明|注意|备)\s*\d*\s*([:：]|[.、．]\s*\S{6})|^[(（【[]?([本此]?[行处页表]?以下(空白|无|均)|空白|本表一式|此表一式|以上|如有|特此)/;
const WITH_COLON = /[:：]\s*$|^[^:：]{2,12}[:：]/;
/** The day on which a sheet was signed, or the place for it. */
const DAY_OF_SIGNING =
  /^(\d{4}|[〇零一二三四五六七八九]{4})?年(\d{1,2}|[一二三四五六七八九十]{1,2})?月(\d{1,2}|[一二三四五六七八九十]{1,3})?日$/;
const PLACE_FOR_SEAL = /[（(](盖章|公章|签字|签章|签名|印章|章)[）)]/;

/** 2026年5月30日 alone in a row is nobody's. */
export const isSigningDay = (text: string): boolean =>
  DAY_OF_SIGNING.test(text.normalize('NFKC').replace(/\s+/g, ''));

/** Whether a cell below a table is no data: a label, a remark, a place for a seal. */
export function isFooterText(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return (
    LABEL.test(plain) ||
    REMARK.test(plain) ||
    PLACE_FOR_SEAL.test(plain) ||
    // 李四（曾用名：李五） is a name: what is in brackets labels nothing.
    (WITH_COLON.test(plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')) && !/^\d/.test(plain))
  );
}

const HEADS = /^(其中)?[:：]?(((男|女)性?|少数民族|汉族|(共青)?团员|党员|群众)\d+[人名][、,;]?)+$/;

export const isTotal = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  // 东村党支部小计, 全镇合计
  // 其中女3人, 男5人、女3人: nobody's name counts heads.
  return TOTAL.test(plain) || HEADS.test(plain) || /.{2,}(小计|合计|总计|共计)[:：]?$/.test(plain);
};

/** 中共某镇委员会, 某街道党工委, 某公司党委: who signs below a list. */
const BODY =
  /^(中共|中国共产党).{2,}委员会$|.(党委|党工委|党组|党总支|党支部|支部委员会|总支委员会|总支部委员会|组织部|组织办(公室)?|党建办(公室)?|党群工作部|人民政府|街道办事处|工作委员会)$/;

/** Whether a text that stands alone below a list signs it. */
export const isSignature = (text: string): boolean => BODY.test(text.normalize('NFKC').replace(/\s+/g, ''));

const BRANCH = /(党支部|支部|党总支|支部委员会|总支委员会|党总支部)$/;

/** 所在支部 and 党支部 ask for a branch: they name none. */
const NO_BRANCH =
  /^(所在|所属|现在|现|原|本|各|该|培养|组织关系)*(的)?(基层)?(党组织|党总支部?|党支部|总支|支部|党总支[/、]?党支部)(委员会)?(名称)?$/;

/** 中共东村党支部, 东村支部委员会（2人）: the name of a branch and nothing else. */
export const isBranch = (text: string): boolean => {
  const name = sectionName(text);
  return BRANCH.test(name) && name.length <= 30 && !NO_BRANCH.test(name) && !/单位[:：]/.test(name);
};

/** A section's name without its number and its count of people: 一、东村党支部（2人） is 东村党支部. */
export const sectionName = (text: string): string =>
  text
    .replace(/^\s*[①-⑳]/, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(第?[一二三四五六七八九十]+[、.．:：]|\([一二三四五六七八九十\d]+\)、?|\d+[、.．])/, '')
    .replace(/[([]?(共|合计|计)?\d+(人|名)[)\]]?$/, '')
    .replace(/[:：]$/, '');

/** 农牧民, 机关、事业单位, 学校党组织: kinds of people among whom quotas are given out. */
const CATEGORY =
  /^(机关|事业|企业|企事业|农|牧|渔|学校|教师|学生|高校|社区|居民|工人|产业工人|非公|两新|新经济|新社会|新兴|社会组织|个体|退役|离退休|医|卫生|专业技术|生产一线|村级|青年|妇女|其他)/;

/** How a section is numbered, with its number left out: `、` of 一、, `()` of （一）. */
export const numberingOf = (text: string): string =>
  (
    /^\s*(第?[一二三四五六七八九十]+[、.．:：]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])/.exec(
      text,
    )?.[1] ?? ''
  )
    .normalize('NFKC')
    .replace(/[第一二三四五六七八九十\d]/g, '');

/** Whether a section names a category of the quota: 农牧民（5人） is one, 一、东村 is not. */
export const isCategory = (section: string): boolean =>
  CATEGORY.test(section) &&
  section.length <= 16 &&
  !/[。；;：:，,]|说明|情况|事项|意见|要求|名单|人数|统计/.test(section);

/** A ledger of the work (发展党员工作台账, 发展党员全程纪实表) lists everybody who is on the way, and not the nominees. */
const WORK = /发展党员.*(工作|台[账帐]|纪实|规划|流程|程序|进度|情况|档案|统计).*/;

/** The role that a title, a sheet's name or a section gives; undefined where it names none, or both. */
export function roleOf(text: string): 'nominee' | 'reserve' | undefined {
  const nominees = /拟发展|发展对象|发展党员/.test(text.replace(WORK, ''));
  const reserves = /积极分子|储备|后备|入党申请人/.test(text);
  return nominees === reserves ? undefined : nominees ? 'nominee' : 'reserve';
}

/**
 * The role that a column of yes and no asks for: 是否发展对象, 是否列入2027年发展计划, 储备（打√）. Of 发展对象公示 and 是否积极分子 it is none:
 * a step, and a stage from which nominees are chosen.
 */
export function roleAsked(heading: string): 'nominee' | 'reserve' | undefined {
  const own = heading
    .normalize('NFKC')
    .replace(/\s|[([【][^)\]】]*[)\]】]|[?:*]/g, '')
    .split('/')
    .at(-1)!;
  const [, what] =
    /^(?:是否|是不是|可否|能否)?(?:已|拟|可)*(?:确定|列入|列为|纳入|作为|定为|推荐|成为)?为?(?:本年度?|今年|当年|(?:20)?\d\d年度?)?(拟?发展(?:对象|人选|人员|党员|计划)*|储备(?:对象|人选|人员)?|后备(?:对象|人选|人员)?)(?:与否)?$/.exec(
      own,
    ) ?? [];
  return what === undefined ? undefined : /发展/.test(what) ? 'nominee' : 'reserve';
}

/** People who are not on the roster any more: cancelled, gone, dead, or members since long. */
export const isOut = (text: string): boolean =>
  /已?取消|撤销|退出|除名|死亡|去世|亡故|调出|调离|转出|迁出|不合格|淘汰|停止培养|终止培养|历年|往年|历史|已转正|已发展|注销|作废|失效/.test(
    text,
  ) && !/[含除](.*(取消|退出|转出|调出))|情况|及取消|和取消/.test(text);

/** 奖惩情况, 个人简历: a column that tells of the past, and so not of how somebody stands now. */
export const isOfPast = (heading: string): boolean => /[奖惩]|处分|处罚|家庭|简历|经历|事迹/.test(heading);

/** 一 and （二） in the column of serial numbers: what stands beside them parts the table. */
export const isSectionNumber = (text: string): boolean =>
  /^第?[(（]?[一二三四五六七八九十]+[)）]?(部分)?[、.．]?$/.test(text.trim());

/** The text of a row that parts a table, without the number in a cell of its own. */
export const sectionTextOf = (row: Row): string => {
  const texts = rowTexts(row);
  return texts.find(text => !isSectionNumber(text)) ?? texts[0] ?? '';
};

/** 类别 人数 比例: the head of figures below a roster, whose rows are nobody. */
export const isHeadOfFigures = (row: Row): boolean =>
  rowTexts(row).filter(text => /^(人数|人数[（(]人[）)]|比例|占比|百分比|数量|所占比例)$/.test(text)).length >
  0;

/** What stands in a column of names for a place that nobody fills, and the 男 of a table of figures. */
export const isNobody = (text: string): boolean =>
  /^[（(【[]?(男|女|无|没有|空|空缺|暂缺|缺|暂无|待定|待补|待补充|未定|不详|略|必填|选填|[x×]{2,}|…+|\.{3,})[）)】\]]?$/i.test(
    text.normalize('NFKC').replace(/\s+/g, ''),
  ) || isExample(text);

/** 例：张三, 示例: a row of a template that shows how to fill it in. */
export const isExample = (text: string): boolean =>
  /^[([【]?(示例|样例|范例|例如|例)\d*($|[)\]】:])/.test(text.normalize('NFKC').replace(/\s+/g, ''));

/** The different texts of a row; a merged one counts once. */
export const rowTexts = ({ cells }: Row): string[] => [
  ...new Set(cells.flatMap(cell => (cell && !isBlank(cell) && cell.text !== '' ? [cell.text] : []))),
];

export const firstCell = ({ cells }: Row): Cell | undefined =>
  cells.find(cell => !isBlank(cell) && cell!.text !== '');

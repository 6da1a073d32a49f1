/** Somebody else's fate: 联系人已调出, 父亲去世, 去世联系人已更换. */
const OF_OTHERS =
  /联系人|介绍人|培养人|帮带人|父|母|配偶|爱人|妻|丈夫|子女|儿子|女儿|亲属|家属|家人|公公|婆婆|爷爷|奶奶|[哥姐弟妹兄]/;

/** Not on the roster any more, or not to be listed. */
const GONE =
  /(?<!未|没有|不)取消(?!处分|低保)|撤销(了)?(资格|培养|其|入党|积极分子|发展对象)|已(撤销|退出)|除名|死亡|去世|病故|亡故|已故|身故|病逝|逝世|(?<!从.*)(调走|转走|迁走|搬走|调往(?!本|我|该))|已?调出|已?调离|已?转出|已?迁出|(停止|终止|不再)(培养|发展|入党)|放弃(?=$|了|培养|发展|入党|资格|名额|机会)|(自愿|主动|申请)退出|(暂缓|暂不|不予)(发展|列入|入党)|服刑|判刑|刑拘|拘留|羁押|(?<!未|没有|无|不|未曾)受(过|到|了|党内|党纪|政务|行政|治安|严重|警告|记过)*处[分罚]/;

/** Not to be admitted this time, though still an activist. */
const LATER =
  /暂缓|缓发展|延期|推迟|延后|[未不]成熟|不够成熟|不(够|太)?符合|不(够|具备)条件|条件不(够|成熟|具备|符合)|(考察|培养|积极分子|时间).*(不满|未满|不足|未到)|未到期|下一?批|(明年|下年度?|下一年度?)(再|拟|计划)*发展/;

/** 2027年发展, 2027年上半年拟发展 */
const IN_YEAR =
  /(?<!\d)((?:20)?\d\d)年度?(?:上半年|下半年|年初|年底|底|初)?(?:再|拟|计划|列入|纳入|考虑|予以)*发展/;

/** A member already, of probation or in full: 已发展 is, 已发展为积极分子 is not. */
const MEMBER =
  /已经?(被|于)?((20)?\d\d年?)?(是|为|成为|转为|列为|接收|吸收|批准|发展)?(为)?(中共)?(正式|预备)?党员|已(经)?(入党|转正|接收|吸收(?!为?(入党)?(积极|发展))|发展(?!为|成|对象|党?员?对象|(入党)?积极))|现(为|是|系)?(中共)?(正式|预备)党员|^(中共)?(正式|预备)?党员$/;

/** In a column or an attribute of its own a word says enough. */
const STATUS = /^已?(撤销|退出|不合格|淘汰|注销|发展|转正|入党)(资格|培养)?$/;

/** What is still to come, or did not come to pass. */
const NOT_YET = /拟|计划|预计|争取|待|未|没有|尚|不(?!再|予)|申请入党/;

/** What a remark says of somebody's standing, and the part of it that says so. */
export interface Standing {
  standing: 'gone' | 'member' | 'later';
  text: string;
}

/**
 * Whether a remark says that somebody is gone, or a member already, and so no candidate of the year; or that the admission waits for
 * another one. The clerk is asked, since remarks tell of the past too. `isStatus`: it stands in a column or an attribute of its own,
 * where 退出 alone says enough. `year`: the plan's, of which 2026年发展 says nothing new.
 */
export function standingIn(
  remark: string,
  { isStatus = false, year }: { isStatus?: boolean; year?: number } = {},
): Standing | undefined {
  const plain = remark.normalize('NFKC').replace(/\s+/g, '');
  if (isStatus && STATUS.test(plain)) return { standing: 'gone', text: plain };
  for (const part of plain.split(/[,;。、;:()[\]]/)) {
    if (part === '' || OF_OTHERS.test(part)) continue;
    if (GONE.test(part)) return { standing: 'gone', text: part };
    if (MEMBER.test(part) && !NOT_YET.test(part)) return { standing: 'member', text: part };
    if (LATER.test(part) || isOtherYear(part, year)) return { standing: 'later', text: part };
  }
  return undefined;
}

function isOtherYear(part: string, year: number | undefined): boolean {
  const own = IN_YEAR.exec(part)?.[1];
  return own !== undefined && year !== undefined && Number(own) % 100 !== year % 100;
}

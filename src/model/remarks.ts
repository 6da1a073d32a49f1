/** Somebody else's fate: 联系人已调出, 父亲去世, 去世联系人已更换. */
const OF_OTHERS =
  /联系人|介绍人|培养人|帮带人|父|母|配偶|爱人|妻|丈夫|子女|儿子|女儿|亲属|家属|家人|公公|婆婆|爷爷|奶奶|[哥姐弟妹兄]/;

/** Not on the roster any more, or not to be listed. */
const GONE =
  /(取消|撤销)(了)?(资格|培养|其|入党|积极分子|发展对象)|已(取消|撤销|退出)|除名|死亡|去世|病故|亡故|已?调出|已?调离|已?转出|已?迁出|(停止|终止|不再|放弃)(培养|发展|入党)|(自愿|主动|申请)退出|(暂缓|暂不|不予)(发展|列入|入党)/;

/** A member already, of probation or in full: 已发展 is, 已发展为积极分子 is not. */
const MEMBER =
  /已经?(被|于)?((20)?\d\d年?)?(是|为|成为|转为|列为|接收|吸收|批准|发展)?(为)?(中共)?(正式|预备)?党员|已(经)?(入党|转正|接收|吸收(?!为?(入党)?(积极|发展))|发展(?!为|成|对象|党?员?对象|(入党)?积极))|现(为|是|系)?(中共)?(正式|预备)党员|^(中共)?(正式|预备)?党员$/;

/** In a column or an attribute of its own a word says enough. */
const STATUS =
  /^已?(取消|撤销|退出|除名|死亡|去世|亡故|病故|调出|调离|转出|迁出|不合格|淘汰|停止培养|终止培养|注销|放弃|发展|转正|入党)(资格|培养)?$/;

/** What is still to come, or did not come to pass. */
const NOT_YET = /拟|计划|预计|争取|待|未|没有|尚|不(?!再|予)|申请入党/;

/** What a remark says of somebody's standing, and the part of it that says so. */
export interface Standing {
  standing: 'gone' | 'member';
  text: string;
}

/**
 * Whether a remark says that somebody is gone, or a member already, and so no candidate of the year. The clerk is asked, since remarks
 * tell of the past too. `isStatus`: it stands in a column or an attribute of its own, where 取消 alone says enough.
 */
export function standingIn(remark: string, isStatus = false): Standing | undefined {
  const plain = remark.normalize('NFKC').replace(/\s+/g, '');
  if (isStatus && STATUS.test(plain)) return { standing: 'gone', text: plain };
  for (const part of plain.split(/[,;。、;:()[\]]/)) {
    if (part === '' || OF_OTHERS.test(part)) continue;
    if (GONE.test(part)) return { standing: 'gone', text: part };
    if (MEMBER.test(part) && !NOT_YET.test(part)) return { standing: 'member', text: part };
  }
  return undefined;
}

import { type Classed, type ClassTable, classTable, withoutBrackets } from './table.ts';

/** 政治面貌 and stages in one column; members of other parties are none of the Party. */
const STAGES = classTable({
  applicant: `
    入党申请人 申请人 申请入党 已递交申请 递交申请书 提交入党申请`,
  activist: `
    入党积极分子 积极分子 入党积极分子阶段 积极分子阶段 培养考察 培养考察期 确定为积极分子`,
  prospective: `
    发展对象 发展对象阶段 拟发展对象 确定为发展对象`,
  probationary: `
    02 预备党员 中共预备党员 预备 中共党员(预备) 党员(预备) 预备党员阶段 预备期 中共党员(预备期)`,
  full: `
    01 正式党员 中共党员 党员 中共正式党员 中国共产党党员 中共党员(正式)`,
});

/** The stage that a text names. */
export function stage(text: string): Classed | undefined {
  const found = STAGES(text) ?? STAGES(withoutBrackets(text));
  return typeof found === 'object' ? found : undefined;
}

/** 民盟盟员 and the like, whole. */
const OTHER_PARTY =
  /^(民革(党员)?|民盟(盟员)?|民建(会员)?|民进(会员)?|农工党(党员)?|致公党(党员)?|九三学社(社员)?|台盟(盟员)?|无党派(人士|民主人士)?|民主党派|0[4-9]|1[0-2])$/;
/** Numbers are the codes of GB/T 4762, 01 to 13. */
const LEAGUE = /^(中国)?(共青)?团员$|^共青团$|^03$/;
const MASSES = /^(群众|普通群众|无|非党员|13)$/;

/** What a 政治面貌 says that is no stage: a League member, nobody's member, or another party's. */
export function affiliationOf(text: string): 'league' | 'none' | 'other-party' | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (LEAGUE.test(plain)) return 'league';
  if (MASSES.test(plain)) return 'none';
  return OTHER_PARTY.test(plain) ? 'other-party' : undefined;
}

/** Whether somebody is listed to be admitted, or held in reserve. */
const ROLES = classTable({
  nominee: `
    拟发展对象 拟发展 发展对象 发展 拟接收 拟发展人选 推荐人选 拟推荐 拟发展党员 拟发展人员
    正式人选 正式发展对象`,
  reserve: `
    储备 储备对象 储备人选 后备 后备人选 积极分子 入党积极分子 储备对象(积极分子) 储备人员 后备人员
    储备积极分子 后备积极分子 候补 候补人选 递补 递补人选 替补 替补人选 备选 备选人选 预备人选`,
});

/** How a text lists somebody; what stands in brackets after it is a remark. */
export const role: ClassTable = text => ROLES(text) ?? ROLES(withoutBrackets(text));

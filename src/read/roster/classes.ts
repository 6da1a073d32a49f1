import { canonicalValue } from '../fields/shape.ts';
import { targetShape } from './target.ts';

/** What a whole value is classed as; told where it is not the field's own word for it. */
export interface Classed {
  value: string;
  /** `code`: by a national code; `classed`: by what the word means; absent: the value is the field's own word */
  kind?: 'code' | 'classed';
}

/** Words that several classes claim: the clerk is asked. */
export const UNCLEAR = 'unclear';

/** The class of a field's value; UNCLEAR where it may be several, undefined where nothing is known of it. */
export function classOf(field: string, text: string): Classed | typeof UNCLEAR | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const shape = targetShape([field]);
  const own = canonicalValue(shape, plain) ?? canonicalValue(shape, text.trim());
  if (own !== undefined) return { value: own };
  switch (field) {
    case 'education':
      return education(plain);
    case 'occupation':
      return inTable(OCCUPATIONS, plain) ?? inTable(OCCUPATIONS, withoutBrackets(plain));
    case 'gender':
      return gender(plain);
    case 'ethnicity':
      return ethnicity(plain);
    case 'stage':
      return stage(plain);
    case 'role':
      return inTable(ROLES, plain);
    default:
      return undefined;
  }
}

type Table = Record<string, readonly string[]>;

function inTable(table: Table, text: string): Classed | typeof UNCLEAR | undefined {
  for (const [value, words] of Object.entries(table))
    if (words.includes(text)) return value === UNCLEAR ? UNCLEAR : { value, kind: 'classed' };
  return undefined;
}

const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '');

/**
 * Levels by the names of GB/T 4658 and by those that offices use. 中等专科, 技工学校 and the teachers' schools of old are
 * secondary schools although 专 and 师范 stand in them.
 */
const LEVELS: Table = {
  primary: [
    '小学',
    '文盲',
    '半文盲',
    '扫盲班',
    '文盲或半文盲',
    '不识字',
    '初识字',
    '学龄前',
    '高小',
    '初小',
    '小学以下',
  ],
  'junior-high': ['初中', '初级中学', '普通初中', '职业初中', '九年义务教育', '初中及以下', '初级中等教育'],
  'senior-high': [
    '高中',
    '高级中学',
    '普通高级中学',
    '普通高中',
    '普高',
    '中专',
    '中等专科',
    '中等专业学校',
    '中等专业',
    '中专学校',
    '中等职业教育',
    '中等职业学校',
    '中等职业',
    '中职',
    '中技',
    '技校',
    '技工学校',
    '技工',
    '职高',
    '职业高中',
    '职业高级中学',
    '职业中专',
    '职业中学',
    '中师',
    '中等师范',
    '中等师范学校',
    '师范学校',
    '幼师',
    '卫校',
    '农校',
    '成人高中',
    '成人中专',
    '高中(中专)',
    '高中或中专',
    '中专或高中',
    '高中中专',
    '中专高中',
    '高中/中专',
    '中专/高中',
    '中专(高中)',
    '高中、中专',
  ],
  college: [
    '大专',
    '专科',
    '大学专科',
    '大学专科教育',
    '高等专科',
    '高等专科学校',
    '高职',
    '高职高专',
    '高等职业教育',
    '高等职业学校',
    '高职(专科)',
    '大专(高职)',
    '专科(高职)',
    '大学普通班',
    '普通班',
    '成人大专',
    '电大',
    '大专班',
    '中央党校大专',
  ],
  bachelor: [
    '本科',
    '大学',
    '大学本科',
    '大本',
    '大学本科教育',
    '学士',
    '学士学位',
    '本科学士',
    '大学学士',
    '专升本',
    '专接本',
    '专续本',
    '本科(专升本)',
    '成人本科',
    '普通本科',
    '双学士',
    '第二学士学位',
  ],
  postgraduate: [
    '研究生',
    '硕士',
    '博士',
    '硕士研究生',
    '博士研究生',
    '研究生硕士',
    '研究生博士',
    '硕士学位',
    '博士学位',
    '研究生教育',
    '在职研究生',
    '党校研究生',
    '中央党校研究生',
    '省委党校研究生',
    '博士后',
    '硕士及以上',
    '研究生(硕士)',
    '研究生(博士)',
  ],
};

/** GB/T 4658: the first digits are the level, a last digit says whether it was finished. */
const LEVEL_CODES: readonly (readonly [RegExp, string])[] = [
  [/^1\d$/, 'postgraduate'],
  [/^2[0-7]$/, 'bachelor'],
  [/^(28|3\d)$/, 'college'],
  [/^[46]\d$/, 'senior-high'],
  [/^7\d$/, 'junior-high'],
  [/^8\d$/, 'primary'],
];

/** How somebody studied or how it ended: 全日制大专, 函授本科, 高中毕业. It does not change the level, but is told. */
const MANNER =
  /^(全日制|在读|在职|函授|自考|自学考试|电大|成人教育|成教|成人|网络教育|网教|远程教育|夜大|党校|中央党校|省委党校|省级党校|国家开放大学|普通|统招|非全日制|脱产|业余)+|(毕业|肄业|结业|在读|就读|辍学|毕业生|学历|文化|文化程度|函授|自考|在职|党校|教育|未毕业|以上|及以上)+$/g;

function education(text: string): Classed | typeof UNCLEAR | undefined {
  const [whole, bare] = [text, withoutBrackets(text)];
  for (const spelling of [whole, stripped(whole), bare, stripped(bare)]) {
    const found = inTable(LEVELS, spelling);
    if (found) return found;
  }
  const code = LEVEL_CODES.find(([pattern]) => pattern.test(text))?.[1];
  if (code !== undefined) return { value: code, kind: 'code' };
  // 大专/本科 is one of the two; 高中/中专 is in the table, since both are one level.
  const parts = text
    .split(/[/、,，;；或至-]/)
    .map(stripped)
    .filter(part => part !== '');
  const levels = new Set(
    parts
      .map(part => inTable(LEVELS, part))
      .map(found => (typeof found === 'object' ? found.value : undefined)),
  );
  if (parts.length < 2 || levels.has(undefined)) return undefined;
  const [level] = levels;
  return levels.size === 1 ? { value: level!, kind: 'classed' } : UNCLEAR;
}

const stripped = (text: string): string => text.replace(MANNER, '').replace(MANNER, '');

/** Occupations by whole words. 村干部 and 大学生村官 are neither officials nor students: the clerk is asked. */
const OCCUPATIONS: Table = {
  farmer: [
    '农民',
    '村民',
    '务农',
    '农牧民',
    '农户',
    '种植户',
    '养殖户',
    '种植大户',
    '养殖大户',
    '种养大户',
    '种田',
    '种地',
    '农业',
    '农业劳动者',
    '农林牧渔劳动者',
    '农村居民',
    '菜农',
    '果农',
    '农民(务农)',
    '家庭农场主',
    '农业生产人员',
    '农牧渔民',
    '护林员',
    '种植业',
    '养殖业',
    '返乡农民工',
    '农牧民群众',
  ],
  herder: ['牧民', '牧业', '放牧', '牧户', '牧工'],
  fisher: ['渔民', '渔业', '渔工'],
  worker: [
    '工人',
    '技术工人',
    '产业工人',
    '生产工人',
    '一线工人',
    '企业工人',
    '生产一线工人',
    '工勤',
    '工勤人员',
    '农民工',
    '务工',
    '外出务工',
    '打工',
    '务工人员',
    '进城务工',
    '司机',
    '驾驶员',
    '保洁员',
    '环卫工人',
    '环卫工',
    '保安',
    '厨师',
    '建筑工人',
    '快递员',
    '外卖员',
    '网约车司机',
    '电工',
    '焊工',
    '工勤技能人员',
    '企业一线职工',
    '一线职工',
    '企业职工(一线)',
  ],
  manager: [
    '经理',
    '厂长',
    '企业负责人',
    '企业管理',
    '企业主',
    '企业家',
    '私营企业主',
    '非公企业负责人',
    '总经理',
    '董事长',
    '企业经营管理人员',
    '经营管理人员',
    '企业中层',
    '企业管理',
    '企事业单位负责人',
    '合作社负责人',
    '合作社理事长',
    '民营企业负责人',
  ],
  professional: [
    '专业技术人员',
    '专技',
    '专技人员',
    '技术员',
    '技术人员',
    '工程师',
    '农技员',
    '农业技术员',
    '会计',
    '律师',
    '科研人员',
    '兽医',
    '畜牧师',
    '农艺师',
    '程序员',
    '设计师',
    '各类专业技术人员',
  ],
  official: [
    '机关干部',
    '国家干部',
    '公务员',
    '机关工作人员',
    '机关职工',
    '机关人员',
    '乡镇干部',
    '镇干部',
    '乡干部',
    '选调生',
    '参公人员',
    '机关公务员',
    '党政机关工作人员',
    '党政机关',
    '国家公务员',
    '行政干部',
    '事业干部',
    '事业单位工作人员',
    '事业人员',
    '事业编',
    '事业编制',
    '事业单位干部',
    '机关事业单位工作人员',
    '机关、事业单位干部职工',
    '机关事业单位人员',
    '事业单位管理人员',
    '民警',
    '警察',
  ],
  teacher: [
    '教师',
    '老师',
    '人民教师',
    '中学教师',
    '小学教师',
    '幼儿教师',
    '幼儿园教师',
    '高中教师',
    '初中教师',
    '大学教师',
    '乡村教师',
    '中小学教师',
    '学校教师',
    '特岗教师',
    '教职工',
    '教学人员',
    '幼师',
    '支教教师',
  ],
  medical: [
    '医生',
    '医师',
    '护士',
    '护师',
    '村医',
    '乡村医生',
    '卫生院医生',
    '医护人员',
    '医务工作者',
    '医务人员',
    '药师',
    '卫生技术人员',
    '村卫生室医生',
  ],
  student: [
    '学生',
    '大学生',
    '在校生',
    '在校学生',
    '在校大学生',
    '高中生',
    '中学生',
    '研究生',
    '大学在读',
    '本科生',
    '专科生',
    '硕士生',
    '博士生',
    '在读学生',
  ],
  'self-employed': [
    '个体',
    '个体户',
    '个体工商户',
    '个体经营',
    '个体经营者',
    '经商',
    '商户',
    '个体业主',
    '个体劳动者',
    '自主创业',
    '网店店主',
    '私营业主',
    '个体从业人员',
    '自由职业',
    '自由职业者',
  ],
  soldier: ['军人', '现役军人', '战士', '士兵', '军官', '武警', '士官', '军士', '义务兵'],
  [UNCLEAR]: [
    '干部',
    '职工',
    '村干部',
    '村官',
    '大学生村官',
    '社区干部',
    '社区工作者',
    '村两委',
    '村两委成员',
    '村委会干部',
    '村委委员',
    '村主任',
    '村支书',
    '村会计',
    '村妇联主席',
    '网格员',
    '技术',
    '管理',
    '企业',
    '企业职工',
    '企业员工',
    '员工',
    '单位职工',
    '事业',
    '机关',
    '村级后备干部',
    '村级后备力量',
    '合作社',
    '合作社成员',
    '无业',
    '待业',
    '退休',
    '离退休',
    '失业',
    '家庭主妇',
    '退役军人',
    '退伍军人',
    '专职工作者',
    '社会工作者',
    '志愿者',
    '公益性岗位',
    '辅警',
    '西部计划志愿者',
    '三支一扶',
  ],
};

/** GB/T 2261.1 codes; 男 and 女 side by side say something only where one is ticked. */
function gender(text: string): Classed | typeof UNCLEAR | undefined {
  if (text === '1' || text === '2') return { value: text === '1' ? 'male' : 'female', kind: 'code' };
  const word = /^(m|male|男(性|士|同志|生|孩)?)$/i.test(text)
    ? 'male'
    : /^(f|female|女(性|士|同志|生|孩)?)$/i.test(text)
      ? 'female'
      : undefined;
  if (word) return { value: word, kind: 'classed' };
  // 男√女 ticks what stands before the mark, √男女 what stands behind it.
  const isBefore = /^[√✓✔☑■●]/.test(text);
  const [male, female] = ['男', '女'].map(char =>
    new RegExp(isBefore ? `[√✓✔☑■●]${char}` : `${char}[√✓✔☑■●]`).test(text),
  );
  if (male !== female) return { value: male ? 'male' : 'female', kind: 'classed' };
  return text.includes('男') && text.includes('女') ? UNCLEAR : undefined;
}

/** How offices shorten the names of peoples; the reader of values adds 族 to the rest. */
const PEOPLES: Record<string, string> = {
  维: '维吾尔族',
  维族: '维吾尔族',
  哈: '哈萨克族',
  哈族: '哈萨克族',
  蒙: '蒙古族',
  蒙族: '蒙古族',
  柯: '柯尔克孜族',
  柯族: '柯尔克孜族',
  其它: '其他',
  其他族: '其他',
  其它族: '其他',
  其他民族: '其他',
  其它民族: '其他',
  仡佬: '仡佬族',
  土家: '土家族',
};

function ethnicity(text: string): Classed | undefined {
  const bare = withoutBrackets(text);
  const full = PEOPLES[bare] ?? (/族$/.test(bare) || bare === '其他' ? bare : `${bare}族`);
  return /^\p{Script=Han}{1,4}族$|^其他$/u.test(full)
    ? { value: full, ...(text !== bare && { kind: 'classed' as const }) }
    : undefined;
}

/** 政治面貌 and stages in one column; members of other parties are none of the Party. */
const STAGES: Table = {
  applicant: ['入党申请人', '申请人', '申请入党', '已递交申请', '递交申请书', '提交入党申请'],
  activist: [
    '入党积极分子',
    '积极分子',
    '入党积极分子阶段',
    '积极分子阶段',
    '培养考察',
    '培养考察期',
    '确定为积极分子',
  ],
  prospective: ['发展对象', '发展对象阶段', '拟发展对象', '确定为发展对象'],
  probationary: [
    '预备党员',
    '中共预备党员',
    '预备',
    '中共党员(预备)',
    '党员(预备)',
    '预备党员阶段',
    '预备期',
    '中共党员(预备期)',
  ],
  full: ['正式党员', '中共党员', '党员', '中共正式党员', '中国共产党党员', '中共党员(正式)'],
};

function stage(text: string): Classed | undefined {
  const found = inTable(STAGES, text) ?? inTable(STAGES, withoutBrackets(text));
  return typeof found === 'object' ? found : undefined;
}

/** 民盟盟员 and the like, whole. */
const OTHER_PARTY =
  /^(民革(党员)?|民盟(盟员)?|民建(会员)?|民进(会员)?|农工党(党员)?|致公党(党员)?|九三学社(社员)?|台盟(盟员)?|无党派(人士|民主人士)?|民主党派)$/;
const LEAGUE = /^(中国)?(共青)?团员$|^共青团$/;
const MASSES = /^(群众|普通群众|无|非党员)$/;

/** What a 政治面貌 says that is no stage: a League member, nobody's member, or another party's. */
export function affiliationOf(text: string): 'league' | 'none' | 'other-party' | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (LEAGUE.test(plain)) return 'league';
  if (MASSES.test(plain)) return 'none';
  return OTHER_PARTY.test(plain) ? 'other-party' : undefined;
}

const ROLES: Table = {
  nominee: ['拟发展对象', '拟发展', '发展对象', '发展', '拟接收', '拟发展人选', '推荐人选', '拟推荐'],
  reserve: [
    '储备',
    '储备对象',
    '储备人选',
    '后备',
    '后备人选',
    '积极分子',
    '入党积极分子',
    '储备对象(积极分子)',
  ],
};

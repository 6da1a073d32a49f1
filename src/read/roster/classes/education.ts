import { type Classed, classTable, UNCLEAR, withoutBrackets } from './table.ts';

/**
 * Levels by the names of GB/T 4658 and by those that offices use. 中等专科, 技工学校 and the teachers' schools of old are
 * secondary schools although 专 and 师范 stand in them.
 */
const LEVELS = classTable({
  primary: `
    小学 文盲 半文盲 扫盲班 文盲或半文盲 不识字 初识字 学龄前 高小 初小 小学以下`,
  'junior-high': `
    初中 初级中学 普通初中 职业初中 九年义务教育 初中及以下 初级中等教育`,
  'senior-high': `
    高中 高级中学 普通高级中学 普通高中 普高 中专 中等专科 中等专业学校 中等专业 中专学校
    中等职业教育 中等职业学校 中等职业 中职 职校 中技 技校 技工学校 技工 职高 职业高中 职业高级中学
    职业中专 职业中学 中师 中等师范 中等师范学校 师范学校 幼师 卫校 农校 成人高中 成人中专
    高中(中专) 高中或中专 中专或高中 高中中专 中专高中 高中/中专 中专/高中 中专(高中) 高中、中专`,
  college: `
    大专 专科 大学专科 大学专科教育 高等专科 高等专科学校 高职 高职高专 高等职业教育
    高等职业学校 高职(专科) 大专(高职) 专科(高职) 大学普通班 普通班 成人大专 电大 大专班
    中央党校大专`,
  bachelor: `
    本科 大学 大学本科 大本 大学本科教育 学士 学士学位 本科学士 大学学士 专升本 专接本 专续本
    本科(专升本) 成人本科 普通本科 双学士 第二学士学位`,
  postgraduate: `
    研究生 硕士 博士 硕士研究生 博士研究生 研究生硕士 研究生博士 硕士学位 博士学位 研究生教育
    在职研究生 党校研究生 中央党校研究生 省委党校研究生 博士后 硕士及以上 研究生(硕士)
    研究生(博士)`,
});

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
  /^(全日制|在读|在职|函授|自考|自学考试|电大|成人教育|成教|成人|网络教育|网教|远程教育|夜大|党校|中央党校|省委党校|省级党校|国家开放大学|普通高等学校|普通高校|成人高考|高等学校|高等教育|师范|普通|统招|非全日制|脱产|业余)+|(毕业|肄业|结业|在读|就读|辍学|毕业生|学历|文化|文化程度|函授|自考|在职|党校|教育|未毕业|以上|及以上)+$/g;

/** The level of education that a whole text names. */
export function education(text: string): Classed | typeof UNCLEAR | undefined {
  const [whole, bare] = [text, withoutBrackets(text)];
  const found = firstOf([whole, stripped(whole)]) ?? inBrackets(text) ?? firstOf([bare, stripped(bare)]);
  if (found) return found;
  const code = LEVEL_CODES.find(([pattern]) => pattern.test(text))?.[1];
  if (code !== undefined) return { value: code, kind: 'code' };
  // 大专/本科 is one of the two; 高中/中专 is in the table, since both are one level.
  const parts = text
    .split(/[/、,，;；或至-]/)
    .map(stripped)
    .filter(part => part !== '');
  const levels = new Set(
    parts.map(part => LEVELS(part)).map(found => (typeof found === 'object' ? found.value : undefined)),
  );
  if (parts.length < 2 || levels.has(undefined)) return undefined;
  const [level] = levels;
  return levels.size === 1 ? { value: level!, kind: 'classed' } : UNCLEAR;
}

function firstOf(spellings: readonly string[]): Classed | typeof UNCLEAR | undefined {
  for (const spelling of spellings) {
    const found = LEVELS(spelling);
    if (found) return found;
  }
  return undefined;
}

/** 大专在读（高中）: where another level stands in brackets, one of the two is meant. */
function inBrackets(text: string): typeof UNCLEAR | undefined {
  const own = firstOf([stripped(withoutBrackets(text))]);
  const [, inner = ''] = /[([【]([^)\]】]*)[)\]】]/.exec(text) ?? [];
  const other = firstOf([inner, stripped(inner)]);
  const isOther = typeof own === 'object' && typeof other === 'object' && own.value !== other.value;
  return isOther ? UNCLEAR : undefined;
}

const stripped = (text: string): string => text.replace(MANNER, '').replace(MANNER, '');

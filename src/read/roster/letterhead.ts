import type { Table } from './tables.ts';

/** Whose roster it is and of which year, as what stands above its table says, with the text that says it. */
export interface Letterhead {
  organization?: Told<string>;
  year?: Told<number>;
}

export interface Told<T> {
  value: T;
  text: string;
}

/** `填报单位（盖章）：青山镇党委　　2026年12月20日`: the unit ends where a blank or a date begins. */
const LABELLED =
  /(?:填报|上报|报送|呈报)?(?:单位|党组织)(?:名称)?(?:[（(][^）)]*[）)])?[：:]\s*((?:(?!\d{4}年)[^\s：:，,（(]){2,30})/u;
/** `甲镇2026年入党积极分子名册`: a title begins with whose it is. */
const TITLE =
  /^((?:中共)?[\p{Script=Han}·]{1,20}?(?:党委|党工委|党组|党总支|党支部|委员会|镇|乡|街道|局|学校|医院|公司))(?=[\d年入积发拟名花]|党(?!委|工委|组|总支|支部))/u;
/** `2027年度`, but neither years from 2025 to 2027 nor the day on which the sheet was filled in: `2026年12月20日`, `2026.12.20`. */
const YEAR =
  /(?<!\d|20\d\d年?\s*[-—–－~～至到]\s*)(20\d\d)(?!年?\s*[-—–－~～至到]\s*20\d\d)(?:\s*年(?!\s*\d)|(?=\s*(?:\p{Script=Han}|$))(?!\s*年))/u;

/** What the titles of the tables say, then the names of their sheets, then the file's. */
export function letterheadOf(tables: readonly Table[], path: string): Letterhead {
  const file = path.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '');
  const texts = [
    ...tables.flatMap(({ titles }) => titles.map(({ text }) => text).toReversed()),
    ...tables.map(({ sheet }) => sheet.name),
    file,
  ].map(closed);
  const year = first(texts, YEAR);
  const written = first(texts, LABELLED) ?? first(texts, TITLE);
  const organization = written && { ...written, value: withoutOffice(written.value) };
  return {
    ...(organization && { organization }),
    ...(year && { year: { ...year, value: Number(year.value) } }),
  };
}

/** The unit that a line above a table names: the one that reports, or whose roster it is. */
export const unitIn = (text: string): string | undefined =>
  LABELLED.exec(closed(text))?.[1] ?? TITLE.exec(closed(text))?.[1];

/** Without the spaces that spread a title over its line. */
const closed = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=[\p{Script=Han}\d])[ \t](?=[\p{Script=Han}\d])/gu, '')
    .trim();

/**
 * 中共东山镇委员会组织办 is the committee's office: the plan is the committee's. 青山镇组织办 is that of 青山镇党委. 组织部 of a
 * county is a body of its own.
 */
function withoutOffice(unit: string): string {
  const body = OFFICE.exec(unit)?.[1];
  if (body === undefined) return unit;
  if (/(镇|乡)$/.test(body)) return `${body}党委`;
  return body.endsWith('街道') ? `${body}党工委` : body;
}

const OFFICE =
  /^(.*?(?:党委|党工委|委员会|镇|乡|街道))(?:党的建设|党建|党政|组织|党群|综合|基层|工作)+(?:办公室|办|科|股|站|中心)$/u;

function first(texts: readonly string[], pattern: RegExp): Told<string> | undefined {
  for (const text of texts) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return { value, text: text.replaceAll(/\s+/g, ' ') };
  }
  return undefined;
}

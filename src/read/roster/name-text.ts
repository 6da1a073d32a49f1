/** A name as it is to be read, with what stood around it. */
export interface TidyName {
  name: string;
  /** what stood in brackets behind it: 女, 已取消 */
  remark: string;
  /** whether marks, numbers or quotes around it were left out */
  tidied: boolean;
}

const MARKS = /[*＊★☆※▲△●◆■√✓#]/gu;
const QUOTES = /^["'“”‘’「『]+|["'“”‘’」』]+$/g;
const NUMBER = /^(\d{1,3}\s*(?=\p{Script=Han})|[①-⑳㈠-㈩]|[（(]?\d{1,3}[)）.、．]|第?\d{1,3}[、.．:：])\s*/u;

/** 王二 女 and 孙八/女: a gender behind a name. */
const GENDER_BEHIND = /^(\S{2,}?|\S\s+\S)\s*(?:\s|[/／|｜、，,])\s*(男|女)$/u;
/** 周九—组长: what a dash adds to a name in Han characters. */
const DASHED = /^(\p{Script=Han}{2,4})\s*[—–-]+\s*(\p{Script=Han}.*)$/u;

/** Whether a text may be a name: letters, spaces and the dots within names. */
export const looksLikeName = (text: string): boolean =>
  /^[\p{L}\p{M}](?=.)[\p{L}\p{M}\s'’·•‧・･∙⋅．.]*$/u.test(text) && !/\p{Script=Han}{9,}/u.test(text);

/** The names in a cell of names, where there are several: whole names of Han characters with a comma or a line between them. */
export function severalNames(text: string): string[] {
  const parts = text
    .split(/[\n\r、，,;；]+/)
    .map(part => tidyName(part).name)
    .filter(part => part !== '');
  return parts.length > 1 && parts.every(part => /^\p{Script=Han}{2,4}$/u.test(part)) ? parts : [];
}

/** 戊某 己某: two whole names with nothing but space between them may be two people, or one. */
export const mayBeTwoNames = (text: string): boolean =>
  /^\p{Script=Han}{2,4}\s+\p{Script=Han}{2,4}$/u.test(text.trim());

/** Without the numbers, marks and quotes that offices put around a name, and the remark in brackets behind it. */
export function tidyName(text: string): TidyName {
  const [, own, gender] = GENDER_BEHIND.exec(text.trim()) ?? [];
  if (own !== undefined) return { ...tidyName(own), remark: gender! };
  const plain = unspaced(text.trim());
  let name = plain.replace(NUMBER, '').replace(MARKS, '').replace(QUOTES, '').trim();
  const [, before, remark] = /^(.+?)\s*[（(【[](.*?)[）)】\]]\s*$/u.exec(name) ?? DASHED.exec(name) ?? [];
  if (before !== undefined) name = before.trim();
  name = unspaced(name.replace(QUOTES, ''));
  return { name, remark: remark ?? '', tidied: name !== plain && remark === undefined };
}

/** A name without the spaces that align two characters with three, or stand around the dot within it. */
const unspaced = (text: string): string =>
  /^[\p{Script=Han}\s]+$/u.test(text)
    ? text.replace(/\s+/g, '')
    : text
        .replace(/\s+/g, ' ')
        .replace(/ ?([·•‧・･∙⋅．]) ?/gu, '$1')
        .trim();

/** A list of names as it was read; `phones` where telephone numbers stood among them, which are nobody's name. */
export interface Names {
  names: string[];
  phones: boolean;
}

const PHONE = /[：:]?\s*(\+?86[- ]?)?(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|(?<!\d)\d{7,8}(?!\d))/g;

/**
 * `张三、李四`, `张三 李四`, `1.张三 2.李四`, `张三和李四`, one below the other: names are parted by anything but the dot within a
 * name, and by nothing that stands in brackets: `王五（支部书记、村主任）` is one.
 */
export function splitNames(text: string): Names {
  const plain = text
    .replace(/(?<=[（(]\s*)1[3-9]\d{9}(?=\s*[）)])/g, '')
    .replace(PHONE, ' ')
    .replace(/[（(]\s*[）)]/g, '');
  // A name of two characters is often spread to three by a space (张 三): that space parts nothing.
  const joined = plain.trim().replace(/^(\p{Script=Han})[ \u3000]+(\p{Script=Han})$/u, '$1$2');
  const names = outsideBrackets(joined)
    .flatMap(part => part.split(/(?<=\S)\s*(?=[①-⑳]|(?<![\d.])\d{1,2}[.、．](?!\d))/u))
    .flatMap(splitAnd)
    .map(unmarked)
    .filter(name => name !== '' && !NOBODY.test(name))
    .reduce<string[]>(withPost, []);
  return { names, phones: plain !== text };
}

/** 王五 支部书记、赵六 组织委员: a post is nobody's name, and belongs to the name before it. */
function withPost(names: string[], part: string): string[] {
  const before = names.at(-1);
  if (before === undefined || !POST.test(part)) return [...names, part];
  return [...names.slice(0, -1), `${before}（${part}）`];
}

const POST =
  /^(村|社区|镇|乡)?(党?支部|党总支|党委|支委|村委会?|居委会|妇联|团支部)?(第一)?(书记|副书记|主任|副主任|委员|主席|组织员|会计|监委会主任)$|^(组织|宣传|纪检|纪律检查|统战|青年|生活)委员$|^(预备|正式)?党员$/;

/** Nobody yet. */
const NOBODY = /^[（(]?(无|没有|待定|暂无|未定|空缺|不详|尚未确定|未确定|暂未确定)[）)]?$/;

/** 第一联系人：王五 */
const LABEL = /^(第[一二12]|主|副)?(培养)?(联系人|介绍人)?[一二12]?[:：]/;

/** Without number and marks, with what is in brackets: it tells who is meant. */
const unmarked = (text: string): string =>
  unspaced(
    text
      .trim()
      .replace(LABEL, '')
      .replace(NUMBER, '')
      .replace(MARKS, '')
      .replace(QUOTES, '')
      .replace(/[。.]+$/, '')
      .replace(/等[\d一二两三四]*[人名位]?$/, '')
      .trim(),
  );

const COMMAS = /[、，,;；/／+＋&\n\r\t]/;
const OPENING = /[（(【[]/;
const CLOSING = /[）)】\]]/;

function outsideBrackets(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (OPENING.test(char)) depth++;
    if (CLOSING.test(char)) depth = Math.max(0, depth - 1);
    const isSpaceBetween =
      /[ \u3000]/.test(char) &&
      /^[ \u3000]*(\p{Script=Han}{2,}|[①-⑳]|\d{1,2}[.、．])/u.test(text.slice(at + 1));
    if (depth === 0 && (COMMAS.test(char) || isSpaceBetween)) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return parts;
}

/** `王五和赵六`: 和 parts two names where both sides are names; in 张和平 it is part of one. */
function splitAnd(text: string): string[] {
  const [, first, second] =
    /^(\p{Script=Han}{2,4}(?:[（(][^）)]*[）)])?)[和及与](\p{Script=Han}{2,4}(?:[（(][^）)]*[）)])?)$/u.exec(
      text.trim(),
    ) ?? [];
  return first === undefined ? [text] : [first, second!];
}

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

/** Without the numbers, marks and quotes that offices put around a name, and the remark in brackets behind it. */
export function tidyName(text: string): TidyName {
  const plain = unspaced(text.trim());
  let name = plain.replace(NUMBER, '').replace(MARKS, '').replace(QUOTES, '').trim();
  const [, before, remark] = /^(.+?)\s*[（(【[](.*?)[）)】\]]\s*$/u.exec(name) ?? [];
  if (before !== undefined) name = before.trim();
  name = unspaced(name.replace(QUOTES, ''));
  return { name, remark: remark ?? '', tidied: name !== plain && remark === undefined };
}

/** A name without the spaces that align two characters with three, or stand around the dot within it. */
export const unspaced = (text: string): string =>
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
    .filter(name => name !== '');
  return { names, phones: plain !== text };
}

/** Without number and marks, with what is in brackets: it tells who is meant. */
const unmarked = (text: string): string =>
  unspaced(text.trim().replace(NUMBER, '').replace(MARKS, '').replace(QUOTES, '').trim());

const COMMAS = /[、，,;；/\n\r\t]/;
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

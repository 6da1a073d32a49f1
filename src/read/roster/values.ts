import { canonicalValue } from '../fields/shape.ts';
import { type Target, targetShape } from './columns.ts';
import type { NoteKind } from './note.ts';

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
  锡伯: '锡伯族',
  塔吉克: '塔吉克族',
};

/** A value by what the cell contains, where it is no spelling that the schema knows; the first that fits. */
const CONTAINED: Record<string, readonly (readonly [RegExp, string])[]> = {
  education: [
    [/研究生|硕士|博士/, 'postgraduate'],
    [/大专|专科|高职/, 'college'],
    [/本科|学士|大学/, 'bachelor'],
    [/高中|中专|技校|职高|中技|中师|职业中学/, 'senior-high'],
    [/初中|初级中学/, 'junior-high'],
    [/小学|文盲|扫盲/, 'primary'],
  ],
  occupation: [
    [/医生|医务|护士|村医/, 'medical'],
    [/教师|老师/, 'teacher'],
    [/学生/, 'student'],
    [/牧民/, 'herder'],
    [/渔民/, 'fisher'],
    [/农民|务农|农牧|种植|养殖|村民/, 'farmer'],
    [/工人|职工/, 'worker'],
    [/个体|经商/, 'self-employed'],
    [/技术/, 'professional'],
    [/干部|公务员|机关|事业/, 'official'],
    [/经理|管理|厂长/, 'manager'],
  ],
  stage: [
    [/预备/, 'probationary'],
    [/积极分子/, 'activist'],
    [/发展对象/, 'prospective'],
    [/申请/, 'applicant'],
  ],
  gender: [
    [/^男/, 'male'],
    [/^女/, 'female'],
  ],
};

const YES = /^(是|有|√|✓|团员|共青团员|对|y|yes|1)$/i;
const NO = /^(否|不是|无|没有|×|非团员|群众|n|no|0)$/i;

/** What the cell of an enumeration, a yes or no, or an ethnicity says; undefined: as it stands. */
export function tidyValue(target: Target, text: string): { text: string; kind?: NoteKind } | undefined {
  const [field] = target;
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  if (field === 'ethnicity') {
    const people = PEOPLES[plain];
    return people === undefined ? { text: plain } : { text: people };
  }
  const shape = targetShape(target);
  if (shape.read?.[0] === 'boolean') return { text: YES.test(plain) ? '是' : NO.test(plain) ? '否' : plain };
  if (!shape.values) return undefined;
  const known = canonicalValue(shape, plain) ?? canonicalValue(shape, text);
  if (known !== undefined) return { text: plain };
  const found = CONTAINED[field]?.find(([pattern]) => pattern.test(plain));
  return found && { text: found[1], kind: 'contains' };
}

/** `张三、李四`, `张三 李四`, one below the other: names are parted by anything but the dot within a name. */
export function splitNames(text: string): string[] {
  // A name of two characters is often spread to three by a space (张 三): that space parts nothing.
  const joined = text.replace(/^(\p{Script=Han})[ \u3000]+(\p{Script=Han})$/u, '$1$2');
  return joined
    .split(/[、，,;；/\n\r\t]+|[ \u3000]+(?=\p{Script=Han}{2,})/u)
    .map(tidyName)
    .filter(name => name !== '');
}

/** A name without the spaces that align two characters with three. */
export const tidyName = (text: string): string =>
  /^[\p{Script=Han}\s]+$/u.test(text) ? text.replace(/\s+/g, '') : text.replace(/\s+/g, ' ').trim();

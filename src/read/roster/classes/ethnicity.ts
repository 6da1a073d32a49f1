import { type Classed, withoutBrackets } from './table.ts';

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

/** A people by its full name, 维吾尔族 for 维. */
export function ethnicity(text: string): Classed | undefined {
  const bare = withoutBrackets(text);
  const full = PEOPLES[bare] ?? (/族$/.test(bare) || bare === '其他' ? bare : `${bare}族`);
  return /^\p{Script=Han}{1,4}族$|^其他$/u.test(full)
    ? { value: full, ...(text !== bare && { kind: 'classed' as const }) }
    : undefined;
}

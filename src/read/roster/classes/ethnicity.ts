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

/** GB/T 3304: the peoples by their codes, 01 to 56. */
const BY_CODE = `
  汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎
  傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉
  毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京
  塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺`
  .trim()
  .split(/\s+/);

/** A people by its full name, 维吾尔族 for 维. */
export function ethnicity(text: string): Classed | undefined {
  const code = /^\d{2}$/.test(text) ? BY_CODE[Number(text) - 1] : undefined;
  if (code !== undefined) return { value: `${code}族`, kind: 'code' };
  const bare = withoutBrackets(text);
  const full = PEOPLES[bare] ?? (/族$/.test(bare) || bare === '其他' ? bare : `${bare}族`);
  return /^\p{Script=Han}{1,4}族$|^其他$/u.test(full)
    ? { value: full, ...(text !== bare && { kind: 'classed' as const }) }
    : undefined;
}

import { expect, it } from 'vitest';
import { runIn } from '../support/examine.ts';
import { bytesOf } from '../support/sheets.ts';

/** What check says of a date in a cell of a roster, and what to do. */
async function told(date: string): Promise<string[]> {
  const sheets = [
    ['姓名', '性别', '确定为入党积极分子'],
    ['张三', '女', date],
    ['李四', '男', '2026.03.01'],
  ];
  const plan = '年度: 2027\n单位: { 名称: 甲镇党委 }\n人员名册: 名册.xlsx\n';
  const { out } = await runIn(
    { 'plan.yaml': new TextEncoder().encode(plan), '名册.xlsx': bytesOf({ sheets }) },
    [...['check', '.', '-f', 'json', '--lang', 'zh']],
  );
  const { findings } = JSON.parse(out).plans[0];
  return findings.flatMap(({ code, message, remedy }: Record<string, string>) =>
    code === 'input/schema' ? [message, remedy] : [],
  );
}

it.each([
  ['2025.13', '“2025.13”月份有误', '日期写作 2016.06.04'],
  ['2025-13-01', '“2025-13-01”月份有误', '日期写作'],
  ['2025.2.30', '没有“2025.2.30”这一天', '日期写作'],
  ['0216-06-04', '“0216-06-04”年份有误', '日期写作'],
  ['4份', '“4份”不是日期', '不写份数'],
  ['2', '“2”不是日期', '不写份数'],
])('%s', async (date, message, remedy) => {
  const [said, todo] = await told(date);
  expect(said).toContain(message);
  expect(todo).toContain(remedy);
});

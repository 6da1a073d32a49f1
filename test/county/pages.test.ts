import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

let cwd = '';

function write(path: string, content: string) {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), content);
}

const person = (id: number, extra = '') =>
  `  - { id: c${id}, name: 甲${id}, gender: male, birth: 1970-01-${10 + id}, category: farmer, role: nominee${extra} }\n`;
const plan = (name: string, year: number, people: string) => `year: ${year}
organization: { name: ${name} }
quota: { total: 3, categories: [{ id: farmer, name: 农牧民, count: 3 }] }
candidates:
${people}`;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plan-pages-'));
  const three = [1, 2, 3].map(id => person(id)).join('');
  write('县/a/plan.yaml', plan('a镇', 2027, three));
  write('县/b/plan.yaml', plan('b镇', 2027, three));
  write('县/old/plan.yaml', plan('旧镇', 2026, person(7, ', slot: farmer-9')));
  write('县/bare/plan.yaml', 'year: 2027\norganization: { name: 空镇 }\nquota: { total: 3 }\n');
  write('县/sum/plan.yaml', plan('和镇', 2027, three).replace('count: 3', 'count: 2').replaceAll('甲', '丁'));
  write('县/less/plan.yaml', plan('少镇', 2027, person(8) + person(9)).replaceAll(': 3', ': 2'));
  write('县/empty/说明.txt', '另报');
  write('县/excel/名册.xlsx', 'PK');
  write(
    '县/county.yaml',
    `year: 2027
quota: { total: 24 }
townships:
${['a a镇', 'b b镇', 'old 旧镇', 'bare 空镇', 'empty 未报镇', 'excel 表镇', 'sum 和镇', 'less 少镇']
  .map(each => each.split(' '))
  .map(([path, name]) => `  - { name: ${name}, quota: 3, path: ${path} }\n`)
  .join('')}`,
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const batch = (...args: string[]) =>
  runPlan(['batch', '县', '--as-of', '2027-01-05', '--no-cache', '--lang', 'zh', ...args], { cwd });

describe('the pages for the townships', () => {
  const page = (name: string) => readFileSync(join(cwd, '意见', `${name}.md`), 'utf8');
  beforeAll(async () => {
    await batch('--reports', '意见', '--reports-format', 'markdown');
  });

  it('state the verdict as a sentence', () => {
    const verdicts = ['旧镇', '空镇', '未报镇', '表镇'].map(name => /结论：(.*?)。/.exec(page(name))?.[1]);
    expect(verdicts).toEqual([
      '报的不是2027年度计划',
      '未发现错误，但有内容没有核对',
      '没有收到计划',
      '只交了 Excel 名册，没有计划',
    ]);
  });

  it("say nothing of the county's computer, nor of what another year's plan lacks", () => {
    for (const name of ['旧镇', '未报镇', '表镇', 'a镇', '和镇', '少镇'])
      expect(page(name)).not.toContain('县/');
    expect(page('未报镇')).toContain('贵单位尚未报送本年度计划');
    expect(page('旧镇')).not.toContain('必须改正');
  });

  it('say what came instead of the plan, and how to begin from it', () => {
    expect(page('旧镇')).toContain('报来的是2026年度的计划');
    expect(page('表镇')).toContain('（名册.xlsx）');
    expect(page('表镇')).toContain('plan init 计划 --from 名册.xlsx');
  });

  it('hold numbers against what the county allocated, whose file the township does not have', () => {
    expect(page('和镇')).toContain('上级分配的是3名，与总数一致：请改正各类别名额，加起来为3名');
    expect(page('少镇')).toMatch(/按分配数改为 total: 3，.*请与上级核对（上级的汇总文件 第 \d+ 行）/);
  });

  it('put what has one remedy into one entry, with all names', () => {
    const own = page('a镇');
    expect(own).toContain('一人列在两个单位（3处）');
    expect(own.match(/请核对公民身份号码/g)).toHaveLength(1);
    for (const id of [1, 2, 3]) expect(own).toContain(`甲${id}（c${id}）可能又列在b镇`);
  });
});

describe('a plan that is hardly filled in', () => {
  it('is not ready to submit in a batch, either', async () => {
    const { out, code } = await batch();
    expect(out).toContain('可以上报2个');
    expect(out).toContain('部分核对1个');
    expect(out).toMatch(/空镇 +部分核对/);
    expect(code).toBe(2);
    const html = (await batch('-f', 'html')).out;
    expect(html).toMatch(/data-state="partly".*空镇/);
    const json = JSON.parse((await batch('-f', 'json')).out);
    expect(json.plans.find(({ path }: { path: string }) => path === '县/bare').verdict).toBe('pass');
  });

  it('is said not to be judged in check, as the last word', async () => {
    const { out, code } = await runPlan(['check', '县/bare', '--lang', 'zh'], { cwd, columns: 200 });
    expect(code).toBe(0);
    expect(out).not.toContain('可以上报：没有错误和警告。\n');
    expect(out.replaceAll('\n', '')).toMatch(/计划中没有结构要求、人员、时间安排，这些没有核对。$/);
  });
});

it('a table for Excel keeps the quota as text without a mark before it', async () => {
  const { out } = await batch('-f', 'csv');
  expect(out).toContain('3／3');
  expect(out).not.toContain("'3/3");
});

it('runs of one day are numbered', async () => {
  write('第一次.json', (await batch('-f', 'json')).out);
  const { out } = await batch('--since', '第一次.json', '-f', 'html');
  for (const number of [1, 2])
    expect(out.split(`2027-01-05第${number}次`), 'in the table and in the bars').toHaveLength(3);
});

it('the page names rules by their titles alone', async () => {
  const { out } = await batch('-f', 'html');
  expect(out).not.toContain('<td>batch/duplicate-person');
});

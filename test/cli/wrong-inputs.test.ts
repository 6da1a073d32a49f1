import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';
import { some } from '../support/runs.ts';

// What people type who do not know better, and what leads them on. The right column is what the answer has to name: the command
// to type, the words to choose from, or the thing that is wrong with where it stands.

const CASES = `
check 不存在 | 请核对路径
check 东真 | 是不是 东镇
check 东镇/plan.yml | 是不是 东镇/plan.yaml
check 空 | plan init 空
check 空.yaml | plan init
check 方案.docx | Word
check 图.png | 图片
check 照片.jpg | 图片
check 扫描.pdf | PDF
check 上报.zip | 先解压
import 上报.zip | 先解压
check 上报.rar | 先解压
check ~$名册.xlsx | 临时文件
import ~$名册.xlsx | 临时文件
init 新 --from ~$名册.xlsx | 临时文件
check 空表.xlsx | 表格是空的
check 文字.xlsx | 找不到表头
check 换名.xlsx | Word
check 打开着 | plan init 打开着
check 两份 | plan check 两份/甲.xlsx
check 说明.txt | plan init
check 名册.xlsx | plan init --from 名册.xlsx
check 名册.csv | plan init --from 名册.csv
check 结果.json | 年度
check 列表.yaml | “字段: 内容”
check 文字.yaml | “字段: 内容”
check "东镇/*.docx" | 通配符
check 全县 | plan batch 全县
check 全县/county.yaml | plan batch 全县
check 东镇 -f pdf | text、json
check 东镇 -f json= | 文件名
check 东镇 -o 空 | 文件名
check 东镇 -o 空/ | 文件名
check 东镇 -o - | 不写 -o
check 东镇 -o 没有/结果.json | 请先新建
check 东镇 -o a.json -o b.md | 只能写一次
check 东镇 -f json -f text -o a.json | -f 格式=文件
check 东镇 -o 已有.md | --force
check 东镇 -o 结果.pdf | plan report -o 核对报告.docx
check 东镇 -o 东镇/plan.yaml --force | .json
check 东镇 -f text -o 东镇/plan.yaml --force | 换一个文件名
check 东镇 --as-of 明天 | 2026-06-01
check 东镇 --as-of 2026-02-30 | 2026-06-01
check 东镇 --as-of | plan check --help
check 东镇 --max-warnings 很多 | 0、1、2
check 东镇 --max-warnings -1 | 0、1、2
check 东镇 --lang fr | zh、en
check 东镇 --ambiguous-width 3 | 1、2
check 东镇 --concise --summary | 只能用一个
check 东镇 --redact --fix | 不能与 --redact 同用
check 东镇 --eror-only | --errors-only
check 东镇 --json | plan check --help
check 东镇 ——fix | 英文符号：--fix
check “东镇” | 英文符号
check 东镇 --packs-test 说明.txt | 说明.txt:2:4
check --packs-test 没有.yaml | 请核对路径
chek 东镇 | 是不是 check
东镇 | plan check 东镇
名册.xlsx | plan check 名册.xlsx
检查 东镇 | plan --help
help chek | 是不是 check
--as-of 2016-06-01 | plan check --as-of
-o 结果.json | plan check -o
report 东镇 空 | plan report --help
report 东镇 -o 报告.pdf | 另存
report 东镇 -f docx | 结果.docx
report 东镇 -f docx -o 报告.xlsx | .docx
report 名册.xlsx | plan init --from 名册.xlsx
report 空.yaml | plan init
report 东镇 --columns 身高 --statistics | 少数民族
notice 东镇 --days 零 | 1–99
notice 东镇 --from 6月 | 2026-06-01
notice 东镇 --stage 入党 | prospective（列为发展对象）
notice 东镇 --person c99 | plan paper roster
notice 东镇 -o 公示.xlsx | .docx
paper 入党志愿书 | record（发展党员全程纪实表）
paper 东镇 | plan paper record 东镇
paper record 东镇 --person 张三丰 | plan paper roster
paper record 东镇 -o 纪实表.xlsx | .docx
schedule 东镇 --forward 昨天 | 2026-06-01
schedule 东镇 --forward 2016-06-01 --backward 2016-07-01 | 只能用一个
schedule 东镇 -o 安排.xlsx | .ics
document 东镇 --date 三月 | 2026-06-01
checklist 东镇 --by 天 | person（人）、slot（名额）、step（步骤）
select 东镇 --time 很久 | 1–9999
select 东镇 --write --dry-run | 只能用一个
select 空 | plan init 空
import | 名册文件
import 没有.xlsx | 请核对路径
import 方案.docx | Word
import 东镇 | 请写文件名
import 东镇/candidates.yaml | plan check 东镇/candidates.yaml
import 名册.xlsx --map 没有=姓名 | 表头有：姓名
import 名册.xlsx --map 姓名 | “列=字段”
import 名册.xlsx --map 姓名=没有的字段 | --map 不写内容可列出全部字段
import 名册.xlsx --sheet 没有 | 文件中有：积极分子
import 名册.xlsx --keys fr | zh、en
import 名册.xlsx --map-file 说明.txt | --save-map
import 名册.xlsx -o 名册.json | .yaml
import 名册.xlsx -o 东镇/candidates.yaml | --force
init 东镇 | 请换一个文件夹
init 新 --year 26 | 1949–2199
init 新 --total 很多 | 30名左右
init 新 --category 农牧民 | 农牧民:7
init 新 --ratio 女党员=很多 | 女党员=45%
init 新 --ratio 年轻=50% | 名称有：
init 新 --reserve 3-2 | 2-3
init 新 --from 方案.docx | Word
init 新 --example 没有 | township-2016
init 说明.txt | 请换一个名字
init 新 -o 新.yaml | plan init 东镇
export 东镇 -o 名册.csv | .xlsx
export 空 | plan init 空
batch 空 | plan init 空
batch 不存在 | 请核对路径
batch 全县 --jobs 零 | 1–99
batch 全县 --shard 3/2 | 1/4
batch 全县 --sort 名称 | file、urgency
batch 全县 --since 说明.txt | -f json=
batch 东镇 --no-cache --reports 说明.txt | 请换一个名字
batch 全县 --reports 意见 --reports-format pdf | docx、html
batch 全县 --files-from 没有.txt | 请核对路径
batch 全县 -f xlsx | 结果.xlsx
batch merge | plan batch merge
batch merge 说明.txt | --shard
explain timeline/notice-to-short | timeline/notice-too-short
explain structure/not-met 空 | plan init 空
schema 计划 | plan、candidates
completion cmd | bash、zsh
completion | bash、zsh
page -o 核对.docx | .html
`
  .trim()
  .split('\n')
  .map(line => line.split(' | ') as [string, string]);

let box: string;
beforeAll(async () => {
  box = mkdtempSync(join(tmpdir(), 'plan-'));
  cpSync('examples/township-2016', join(box, '东镇'), { recursive: true });
  cpSync('examples/county-2026', join(box, '全县'), { recursive: true });
  mkdirSync(join(box, '空'));
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(box, name), content);
  write('空.yaml', '');
  write('名册.csv', '姓名,性别\n王甲,女\n');
  write('图.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  write('说明.txt', '关于做好发展党员工作的通知\n各支部：\n请按时上报。\n');
  write('结果.json', '{"schema":"plan-result/v1","plans":[]}\n');
  write('列表.yaml', '- 甲\n- 乙\n');
  write('文字.yaml', '只是一句话\n');
  write('已有.md', '旧的\n');
  const book = XLSX.utils.book_new();
  const rows = [
    ['姓名', '性别', '出生年月'],
    ['王甲', '女', '1990.05'],
  ];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '积极分子');
  write('名册.xlsx', XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
  write('~$名册.xlsx', 'somebody');
  write('照片.jpg', Buffer.from('ffd8ffe06a7067', 'hex'));
  write('扫描.pdf', '%PDF-1.7\n');
  write('上报.zip', zipSync({ '东镇/plan.yaml': new TextEncoder().encode('年度: 2027') }));
  write('上报.rar', 'Rar!\x1a\x07');
  write('空表.xlsx', '');
  write('文字.xlsx', '一些话');
  mkdirSync(join(box, '打开着'));
  write('打开着/~$计划.xlsx', 'somebody');
  mkdirSync(join(box, '两份'));
  for (const name of ['甲', '乙']) await runPlan(['init', `两份/${name}.xlsx`, '-y'], { cwd: box });
  await runPlan(['document', '东镇', '-o', '方案.docx'], { cwd: box });
  cpSync(join(box, '方案.docx'), join(box, '换名.xlsx'));
});

const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!);

/** Every file, with what stands in it. */
const filesIn = (folder: string): [string, string][] =>
  (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter(entry => entry.isFile())
    .map(({ name, parentPath }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]);

/** What stands there before the first of them, and after each. */
let before: [string, string][];
beforeAll(() => {
  before = filesIn(box);
});

describe.each(CASES)('plan %s', (line, next) => {
  it('fails, names the next step, and changes nothing', async () => {
    const { code, out, err } = await runPlan(
      [...wordsOf(line), '--lang', 'zh'].filter(noLanguageTwice(line)),
      { cwd: box },
    );
    const text = out + err;
    expect(code).toBe(2);
    // Lines are broken at the width of the terminal, within words of Chinese too.
    expect(text.replace(/\n +(?! *→)/g, '')).toContain(next);
    expect(text).not.toMatch(/\n\s+at |TypeError|内部错误|undefined|\[object/);
    expect(english(text, line)).toEqual([]);
    const after = filesIn(box);
    if (!isDeepStrictEqual(after, before)) expect(after).toEqual(before);
  });
});

// The texts are looked up in one place for both languages.
it.each(some(CASES, 4))('plan %s is in English in English', async line => {
  const { code, out, err } = await runPlan([...wordsOf(line), '--lang', 'en'].filter(noLanguageTwice(line)), {
    cwd: box,
  });
  expect(code).toBe(2);
  expect(out + err).toMatch(/[a-z]{3,}/);
  expect(out + err).not.toMatch(/\n\s+at |TypeError|internal error|undefined|\[object/);
});

/** A case about `--lang` has its own. */
const noLanguageTwice = (line: string) => (word: string, index: number, all: string[]) =>
  !line.includes('--lang') || index < all.length - 2 || !['--lang', 'zh', 'en'].includes(word);

/** Words of English in a Chinese answer, without what is typed: names of commands, options, formats, files, rules. */
function english(text: string, line: string): string[] {
  const typed = new Set([
    ...wordsOf(line).flatMap(word => word.match(/[A-Za-z]+/g) ?? []),
    ...(TYPED.match(/[A-Za-z]+/g) ?? []),
  ]);
  const words = text
    .replace(
      /plan( [a-z]+)?|--?[a-z-]+|\b[a-z]+\/[a-z-]+\b|[\w*./-]*\.(yaml|json|docx|xlsx|md|html|txt|ndjson|ics|csv|yml|pdf)\b/g,
      ' ',
    )
    .match(/[A-Za-z]{2,}/g);
  return (words ?? []).filter(word => !typed.has(word));
}

/** What may be typed: formats, kinds, stages, views, shells, endings, keys of files; and names of products. */
const TYPED = `text json ndjson sarif junit github markdown html docx xlsx ics csv xml md txt zh en activist prospective acceptance conversion
  overview roster record filing opinions talks notice result letter training pre review reply vote archive person slot step township
  file urgency bash zsh fish powershell candidates timeline county pack check year title organization document ageAsOf schema plans Word Excel WPS PDF YAML shell UTF MB`;

it('the table is of what is wrong: the same with what is right does not fail', async () => {
  for (const line of ['check 东镇', 'schedule 东镇', 'paper 全程纪实表 东镇', 'notice 东镇 --stage 发展对象'])
    expect([line, (await runPlan(wordsOf(line), { cwd: box })).code]).toEqual([line, 0]);
});

it('wrong limits in the environment are told', async () => {
  const { code, err } = await runPlan(['check', '东镇'], { cwd: box, env: { PLAN_MAX_FILE_MB: 'viel' } });
  expect(code).toBe(2);
  expect(err).toMatch(/PLAN_MAX_FILE_MB 不能是“viel”，可以写：1–/);
});

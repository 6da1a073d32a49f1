import { expect, it } from 'vitest';
import type { Result } from '../../src/generated/types.ts';
import { runIn } from '../support/examine.ts';

// A county's numbers are read like those of a plan. One that is not known is in no sum, and takes no township with it.

/** The county's figures and what is found of it and its two townships, which plan 5 and 6. */
async function batched(total: string, quotas: readonly [string, string], held = '') {
  const plan = (name: string, heads: number) =>
    new TextEncoder().encode(`年度: 2026\n单位: { 名称: ${name}党委 }\n指导性计划: { 总数: ${heads} }\n`);
  const county = `年度: 2026
单位: { 名称: 某县委组织部 }
指导性计划: { ${total === '' ? '' : `总数: ${total}, `}${held} }
乡镇:
  - { 名称: 东镇, 文件夹: d, ${quotas[0]} }
  - { 名称: 西镇, 文件夹: x, ${quotas[1]} }
`;
  const folder = {
    'c/county.yaml': new TextEncoder().encode(county),
    'c/d/plan.yaml': plan('东镇', 5),
    'c/x/plan.yaml': plan('西镇', 6),
  };
  const { out } = await runIn(folder, ['batch', 'c', '--no-cache', '-f', 'json', '--as-of', '2026-06-01']);
  const { county: own, plans } = JSON.parse(out) as Result;
  return {
    figures: [own!.total, own!.totalKind, own!.allocated],
    townships: own!.townships!.map(({ name }) => name),
    found: [...own!.findings, ...plans.flatMap(({ findings }) => findings)]
      .filter(({ code }) => /^(batch|input)\/|allocation/.test(code))
      .map(({ code, severity }) => `${severity} ${code}`),
  };
}

const RIGHT = ['名额: 5', '名额: 6'] as const;
const SUM = 'batch/sum-mismatch';

it.each<[string, readonly [string, string], string, (number | string | null | undefined)[], string[]]>([
  ['11', RIGHT, '', [11, undefined, 11], []],
  ['12', RIGHT, '', [12, undefined, 11], [`error ${SUM}`]],
  ['10名左右', RIGHT, '', [10, 'about', 11], [`warning ${SUM}`, `warning ${SUM}`]],
  ['11名左右', RIGHT, '', [11, 'about', 11], []],
  ['不超过10', RIGHT, '', [10, 'max', 11], [`error ${SUM}`, `error ${SUM}`]],
  ['不超过12', RIGHT, '', [12, 'max', 11], []],
  ['9-10', RIGHT, '', [10, 'range', 11], [`error ${SUM}`, `error ${SUM}`]],
  ['10-12', RIGHT, '', [12, 'range', 11], []],
  ['不详', RIGHT, '', [null, undefined, 11], []],
  ['很多', RIGHT, '', [undefined, undefined, 11], ['error input/schema']],
  ['', RIGHT, '', [undefined, undefined, 11], ['error input/schema']],
  ['13', RIGHT, '预留: 2名', [13, undefined, 11], []],
  ['13', RIGHT, '预留: 不详', [13, undefined, 11], []],
  ['13', RIGHT, '预留: 一些', [13, undefined, 11], ['error input/schema']],
  ['12', ['名额: 不详', '名额: 6'], '', [12, undefined, null], []],
  ['12', ['名额: 一些', '名额: 6'], '', [12, undefined, null], ['error input/schema']],
  ['12', ['', '名额: 6'], '', [12, undefined, null], ['error input/schema']],
  [
    '12',
    ['名额: 不详', '名额: 13'],
    '',
    [12, undefined, null],
    [`error ${SUM}`, 'error quota/allocation-mismatch'],
  ],
  ['11', ['名额: 4-6', '名额: 不超过6'], '', [11, undefined, 12], []],
  ['12', ['名额: 6名左右', '名额: 6'], '', [12, undefined, 12], ['warning quota/allocation-mismatch']],
])('of %s, with %j %s, it gives %j and %j', async (total, quotas, held, figures, found) => {
  expect(await batched(total, quotas, held)).toEqual({
    figures,
    townships: ['东镇党委', '西镇党委'],
    found,
  });
});

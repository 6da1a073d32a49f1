import { expect, it } from 'vitest';
import { memoryFiles } from '../../src/read/memory-files.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { parseDay } from '../../src/values/day.ts';

const HEAD = 'year: 2026\norganization: { name: 某镇党委 }\n';

async function read(text: string) {
  const bytes = new TextEncoder().encode(HEAD + text);
  const files = memoryFiles([{ path: 'plan.yaml', bytes }]);
  const { problems, plan } = await loadPlan('.', { files, asOf: parseDay('2026-01-05')! });
  const told = problems.all.flatMap(({ code, args, place }) =>
    code === 'input/duplicate-key' ? [`${place.locate().line}${args.missingDash ? ' dash' : ''}`] : [],
  );
  return { told, people: plan?.people.map(({ data: { name, gender } }) => `${name} ${gender ?? ''}`) };
}

it.each([
  [
    'one dash missing',
    '  - id: a\n    name: 甲一\n    id: b\n    name: 乙二\n    gender: 女\n',
    ['6 dash'],
    ['甲一 '],
  ],
  [
    'a dash missing twice',
    '  - name: 甲一\n    gender: 男\n    name: 乙二\n    gender: 女\n    name: 丙三\n    gender: 女\n  - name: 丁四\n',
    ['6 dash', '8 dash'],
    ['甲一 male', '丁四 '],
  ],
  ['a field twice', '  - id: a\n    name: 甲一\n    name: 乙二\n', ['6'], ['甲一 ']],
  ['in braces', '  - { id: a, name: 甲一, id: b }\n', ['4'], ['甲一 ']],
])('%s', async (_, list, told, people) => {
  expect(await read(`candidates:\n${list}`)).toEqual({ told, people });
});

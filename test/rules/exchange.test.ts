import { expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

/** Two men are chosen where two women are asked for. */
const plan = (reserves: readonly string[], demand: object) =>
  JSON.stringify({
    year: 2027,
    organization: { name: '某镇党委' },
    quota: { total: 2, categories: [{ id: 'farmer', name: '农民', count: 2 }] },
    structure: [{ name: '女党员', where: { gender: 'female' }, ...demand }],
    candidates: [
      { id: 'c1', name: '王刚', gender: 'male', role: 'nominee', category: 'farmer' },
      { id: 'c2', name: '李强', gender: 'male', role: 'nominee', category: 'farmer' },
      ...reserves.map((gender, index) => ({
        ...{ id: `r${index}`, name: `储${'甲乙丙'[index]}`, gender },
        ...{ role: 'reserve', category: 'farmer' },
        events: { application: '2024-01-04', activist: '2024-06-01' },
      })),
    ],
  });

const ASK = { min: 2 };
const FORBID = { where: { gender: 'male' }, name: '男党员', max: 0 };

it.each<[string[], object, string]>([
  [['female', 'female'], ASK, '还差2人：请从储备中调换符合“女党员”的人选；调换谁改动最少，运行 plan select'],
  [
    ['female', 'male'],
    ASK,
    '还差2人，储备中符合“女党员”的只有1人：请先调换，不足的从其他入党积极分子中选定，登记到名册',
  ],
  [['male'], ASK, '还差2人，储备中没有符合“女党员”的人：请从其他入党积极分子中选定，登记到名册'],
  [[], ASK, '还差2人，储备中没有符合“女党员”的人：请从其他入党积极分子中选定，登记到名册'],
  [
    ['male', 'female'],
    FORBID,
    '多出2人，储备中不属于“男党员”的只有1人：请先调换，不足的从其他入党积极分子中选定，登记到名册',
  ],
  [
    ['female'],
    { where: { ethnicity: { not: '汉族' } }, name: '少数民族', min: 1 },
    '还差1人，另有2人不详：请先补填他们的信息，仍不足的再调换为符合“少数民族”的人选',
  ],
])('with %j in reserve, %j is met thus', async (reserves, demand, remedy) => {
  const { out } = await runPlan(['check', '-', '--as-of', '2027-01-05', '--lang', 'zh'], {
    stdin: plan(reserves, demand),
  });
  const bare = (text: string) => text.replace(/\s/g, '');
  expect(bare(out)).toContain(bare(remedy));
});

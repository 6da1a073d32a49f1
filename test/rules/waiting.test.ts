import { describe, expect, it } from 'vitest';
import { runPlan } from '../support/io.ts';

/** Two slots with a reserve each; of three reserves one is ripe when the slots are filled on 30 June. */
const plan = (categories: number) => {
  const person = (id: string, name: string, role: string, activist: string) => ({
    ...{ id, name, role, category: 'farmer' },
    events: { application: '2024-01-04', activist },
  });
  return JSON.stringify({
    year: 2027,
    organization: { name: '某镇党委' },
    quota: { total: categories, categories: [{ id: 'farmer', name: '农民', count: categories }] },
    reserve: { perSlot: { min: 1, max: 2 } },
    candidates: [
      person('c1', '王芳', 'nominee', '2025-01-10'),
      ...(categories > 1 ? [person('c2', '李强', 'nominee', '2025-01-10')] : []),
      ...(categories > 1 ? [person('c3', '张伟', 'reserve', '2025-01-10')] : []),
      person('c4', '赵勇', 'reserve', '2026-09-01'),
      person('c5', '郑明', 'reserve', '2026-07-15'),
    ],
    timeline: [{ id: 'list', name: '列为发展对象', kind: 'listing', on: '2027-06-30', owner: '镇党委' }],
  });
};

const printed = async (args: string[], stdin: string) => {
  const { out } = await runPlan([...args, '-', '--as-of', '2027-01-05', '--lang', 'zh'], { stdin });
  return out.replace(/\n */g, '');
};

describe('reserves who are not ripe when the slots are filled', () => {
  const LEFT_OUT = '郑明（c5）、赵勇（c4）到2027年6月30日培养考察不满12个月，没有计入';
  const LATER = '届时即可计入：郑明（c5）2027年7月15日起、赵勇（c4）2027年9月1日起';

  it('are named where a slot has too few', async () => {
    const out = await printed(['check'], plan(1));
    expect(out).toContain(`农民1号名额有储备0人，至少要1人，还差1人；${LEFT_OUT}`);
    expect(out).toContain(LATER);
  });

  it('are named where slots compete', async () => {
    const out = await printed(['check'], plan(2));
    expect(out).toContain(`能用的只有1人：张伟（c3）；还差1人；${LEFT_OUT}`);
    expect(out).toContain(LATER);
  });

  it('are named by plan select beside the people to be found', async () => {
    const out = await printed(['select'], plan(2));
    expect(out).toContain('或者推迟确定人选（现为2027年6月30日）：下列储备到那天培养考察不满12个月');
    expect(out).toContain('郑明(c5)：2027年7月15日期满');
    expect(out).not.toMatch(/运行 plan select|plan select 列出/);
  });
});

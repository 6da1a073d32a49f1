import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { holdsUp } from '../../src/select/choice.ts';
import { highs } from '../../src/select/highs.ts';
import { COSTS, modelOf } from '../../src/select/model.ts';
import { problemOf } from '../../src/select/problem.ts';
import { select } from '../../src/select/select.ts';
import { solveInOrder, yalps } from '../../src/select/solver.ts';
import { checkInMemory } from '../support/memory.ts';
import { runs } from '../support/runs.ts';
import { bruteForce } from './brute.ts';

async function planOf(plan: object): Promise<Plan> {
  const { facts } = await checkInMemory(
    { year: 2016, organization: { name: '某镇党委' }, ...plan },
    '2016-06-01',
  );
  return facts!.plan;
}

const ACTIVIST = { activist: '2014-06-01' };

const person = fc.record({
  gender: fc.constantFrom('male', 'female'),
  young: fc.boolean(),
  ethnicity: fc.constantFrom('汉族', '回族'),
  category: fc.constantFrom('a', 'b'),
  ripe: fc.nat(9).map(n => n > 0),
  /** the roster says category and slot; else the condition of the category says who belongs, and the program who has which slot */
  written: fc.boolean(),
});

const comparator = fc.constantFrom('min', 'max', 'about', 'exactly');
const WHERES = [{ gender: 'female' }, { age: { max: 35 } }, { ethnicity: { not: '汉族' } }];

const instances = fc
  .record({
    a: fc.integer({ min: 1, max: 2 }),
    b: fc.integer({ min: 0, max: 2 }),
    people: fc.array(person, { minLength: 2, maxLength: 7 }),
    nominated: fc.nat(4),
    fixed: fc.nat(3),
    reserve: fc.nat(1),
    demands: fc.array(
      fc.record({
        where: fc.nat(2),
        comparator,
        amount: fc.oneof(
          fc.integer({ min: 0, max: 4 }),
          fc.integer({ min: 0, max: 20 }).map(n => `${n * 5}%`),
        ),
        of: fc.option(fc.constantFrom('r0', 'a'), { freq: 3 }),
        advisory: fc.nat(5).map(n => n === 0),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ a, b, people, nominated, fixed, reserve, demands }) => {
    const free = {
      a: Array.from({ length: a }, (_, i) => `a-${i + 1}`),
      b: Array.from({ length: b }, (_, i) => `b-${i + 1}`),
    };
    let left = nominated;
    return {
      quota: {
        total: a + b,
        categories: [
          { id: 'a', name: '甲', count: a },
          ...(b > 0 ? [{ id: 'b', name: '乙', count: b, where: { gender: 'female' } }] : []),
        ],
      },
      ...(reserve > 0 ? { reserve: { perSlot: { min: 1, max: 3 } } } : {}),
      structure: demands.map(({ where, comparator: how, amount, of, advisory }, index) => ({
        id: `r${index}`,
        name: `要求${index}`,
        where: WHERES[where],
        [how]: amount,
        ...(of && of !== `r${index}` && (of === 'a' || index > 0) ? { of } : {}),
        ...(advisory ? { level: 'advisory' } : {}),
      })),
      candidates: people.map(({ gender, young, ethnicity, category, ripe, written }, index) => {
        const slot = left > 0 ? free[category as 'a' | 'b'].shift() : undefined;
        if (slot) left--;
        return {
          id: `c${index}`,
          name: `人${index}`,
          gender,
          birth: young ? '1990-01-01' : '1970-01-01',
          ethnicity,
          ...(written || category === 'a' ? { category: b > 0 ? category : 'a' } : {}),
          events: ripe ? ACTIVIST : { activist: '2016-05-01' },
          ...(slot ? { role: 'nominee', ...(index < fixed ? { fixed: true } : {}) } : {}),
          ...(slot && written ? { slot } : {}),
        };
      }),
    };
  });

describe('against every choice tried', () => {
  it('finds a choice exactly when there is one, with the fewest exchanges, else the fewest heads to give way', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async instance => {
        const plan = await planOf(instance);
        const best = bruteForce(plan);
        const found = await select(plan, { milliseconds: 5000 });
        expect(found.status).toBe(best.changes === undefined ? 'infeasible' : 'feasible');
        if (best.changes !== undefined) {
          expect(holdsUp(found.plan!)).toBe(true);
          expect(found.changes.filter(({ from }) => from).length).toBe(best.changes);
          return;
        }
        if (best.heads === undefined) {
          expect(found.relaxations).toEqual([]);
          expect(found.shortfalls.length + found.competitions.length).toBeGreaterThan(0);
          return;
        }
        const heads = found.relaxations.reduce((sum, { from, to }) => sum + Math.abs(from - to), 0);
        expect(heads).toBe(best.heads);
      }),
      runs(400),
    );
  });
});

describe('against another solver', () => {
  it('agrees on mid-size rosters', async () => {
    const other = await highs();
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 25, maxLength: 60 }),
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.integer({ min: 2, max: 18 }), { minLength: 3, maxLength: 3 }),
        async (people, slots, shares) => {
          const plan = await planOf({
            quota: {
              total: slots + 2,
              categories: [
                { id: 'a', name: '甲', count: slots },
                { id: 'b', name: '乙', count: 2 },
              ],
            },
            reserve: { perSlot: { min: 2, max: 3 } },
            structure: shares.map((share, index) => ({
              id: `r${index}`,
              name: `要求${index}`,
              where: WHERES[index],
              min: `${share * 5}%`,
            })),
            candidates: people.map(({ gender, young, ethnicity, category }, index) => ({
              id: `c${index}`,
              name: `人${index}`,
              gender,
              birth: young ? '1990-01-01' : '1970-01-01',
              ethnicity,
              category,
              events: ACTIVIST,
              ...(index < slots && category === 'a' ? { role: 'nominee', slot: `a-${index + 1}` } : {}),
            })),
          });
          const problem = problemOf(plan);
          const held = new Set([0, 1, 2]);
          for (const [options, costs] of [
            [{ held, reserves: true }, [COSTS.changes]],
            [{ held, reserves: true, relax: true }, [COSTS.heads]],
          ] as const) {
            const model = modelOf(problem, options);
            const [a, b] = [yalps, other].map(solver => solveInOrder(solver, model, costs, 10_000));
            expect(a!.status).toBe(b!.status);
            if (a!.status !== 'optimal' || b!.status !== 'optimal') continue;
            const cost = (values: ReadonlyMap<string, number>) =>
              [...values].reduce(
                (sum, [name, value]) => sum + (model.variables.get(name)?.get(costs[0]) ?? 0) * value,
                0,
              );
            expect(Math.round(cost(a!.values))).toBe(Math.round(cost(b!.values)));
          }
        },
      ),
      runs(10),
    );
  });
});

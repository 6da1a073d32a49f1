import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessStructure } from '../../../src/facts/structure/assess.ts';
import { clashes } from '../../../src/facts/structure/clashes.ts';
import { loadPlan } from '../../../src/read/plan/load.ts';
import { memoryFiles } from '../../support/memory.ts';
import { patience, runs } from '../../support/runs.ts';

const TOTAL = 4;

/** Everybody a plan may take: of each sex, of three ages and two schools. */
const KINDS = ['male', 'female'].flatMap(gender =>
  [20, 30, 40].flatMap(age => ['primary', 'college'].map(education => ({ gender, age, education }))),
);

const CONDITIONS: Record<string, (kind: (typeof KINDS)[number]) => boolean> = {
  'gender: female': ({ gender }) => gender === 'female',
  'gender: male': ({ gender }) => gender === 'male',
  'gender: { not: male }': ({ gender }) => gender === 'female',
  'age: { max: 25 }': ({ age }) => age === 20,
  'age: { min: 26, max: 35 }': ({ age }) => age === 30,
  'age: { min: 36 }': ({ age }) => age === 40,
  'age: { max: 35 }': ({ age }) => age < 40,
  'education: { min: senior-high }': ({ education }) => education === 'college',
  'education: { max: senior-high }': ({ education }) => education === 'primary',
  'gender: female, age: { min: 36 }': ({ gender, age }) => gender === 'female' && age === 40,
};

/** Whether some choice of people has these numbers of each condition. */
function isPossible(demands: readonly (readonly [string, 'min' | 'max', number])[]): boolean {
  const choose = (from: number, left: number, chosen: readonly (typeof KINDS)[number][]): boolean => {
    if (left === 0)
      return demands.every(([condition, side, heads]) => {
        const have = chosen.filter(CONDITIONS[condition]!).length;
        return side === 'min' ? have >= heads : have <= heads;
      });
    return KINDS.slice(from).some((kind, index) => choose(from + index, left - 1, [...chosen, kind]));
  };
  return choose(0, TOTAL, []);
}

const demand = fc.tuple(
  fc.constantFrom(...Object.keys(CONDITIONS)),
  fc.constantFrom('min' as const, 'max' as const),
  fc.integer({ min: 0, max: TOTAL }),
);

it(
  'finds a clash only where no choice of people meets the requirements, and always between two that are opposite',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(demand, { minLength: 2, maxLength: 5 }), async demands => {
        const text = `year: 2026\norganization: { name: 某镇党委 }\nquota: { total: ${TOTAL} }\nstructure:\n${demands
          .map(
            ([where, side, heads], index) =>
              `  - { name: r${index}, where: { ${where} }, ${side}: ${heads} }`,
          )
          .join('\n')}`;
        const { plan } = await loadPlan('.', { files: memoryFiles({ 'plan.yaml': text }), asOf: 16953 });
        const found = clashes(plan!, assessStructure(plan!));
        if (found.length > 0) expect(isPossible(demands)).toBe(false);
        for (const side of ['min', 'max'] as const) {
          const [women, men] = ['gender: female', 'gender: male'].map(condition =>
            demands.find(([own, of]) => own === condition && of === side),
          );
          if (!women || !men) continue;
          const sum = women[2] + men[2];
          if (side === 'min' ? sum > TOTAL : sum < TOTAL) expect(found).not.toEqual([]);
        }
      }),
      runs(200),
    ),
  patience,
);

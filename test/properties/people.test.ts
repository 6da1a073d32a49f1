import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/generated/types.ts';
import type { CheckedPlan, Finding } from '../../src/rules/check.ts';
import { answerOf, checkData, kinds, tellings } from '../support/outline.ts';
import { daysOf, offsets, type PlanData, plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

/** What speaks of the quota, the ratios and the reserves. */
const OF_THE_QUOTA = /^(quota|structure|reserve)\//;

/** The stock of applicants and activists is counted from the whole roster: whoever is added is one more. */
const IN_STOCK = 'reserve/funnel-short';

function standing({ findings, facts, ...rest }: CheckedPlan) {
  const told = findings.filter(({ code }) => OF_THE_QUOTA.test(code) && code !== IN_STOCK);
  const { structure, reserves } = answerOf({ ...rest, facts, findings: told });
  return { findings: tellings(told), structure, reserves };
}

/** Somebody who can neither be nominated nor stand in reserve: an applicant, or an activist of a category without slots. */
const bystander = fc.constantFrom<Partial<Candidate>>(
  { events: { application: '2016-05-01' }, category: 'farmer' },
  { events: { application: '2016-05-01' } },
  {
    events: { application: '2013-01-01', activist: '2014-01-01' },
    category: 'elsewhere',
    occupation: 'other',
  },
  { events: { activist: '2014-01-01' }, category: 'elsewhere', occupation: 'other', role: 'reserve' },
);

describe('somebody who is neither nominee nor reserve', () => {
  it('changes no ratio and no finding on quota, structure or reserves', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, bystander, fc.nat(), async (plan, offset, data, at) => {
        const own = { id: 'bystander', name: '路过者', gender: 'female', ...data } as Candidate;
        const candidates = plan.candidates.toSpliced(at % (plan.candidates.length + 1), 0, own);
        const asOf = daysOf(plan, offset);
        const [before, after] = [await checkData(plan, asOf), await checkData({ ...plan, candidates }, asOf)];
        expect(standing(after)).toEqual(standing(before));
      }),
      runs(60),
    );
  });
});

/**
 * Where the order of the roster legitimately shows:
 * - of two entries for one person the second is told, and the first is the one that counts;
 * - of people alike for the slots the earlier are placed first, so who stands in reserve for which slot, and who could step
 *   in there, follows the order wherever the plan leaves it to the tool;
 * - for the same reason it follows the order which of several nominees without a slot is left over, and is one too many for a
 *   category of their own.
 */
const ORDERED = new Set(['candidate/duplicate', 'reserve/listed-twice', 'reserve/no-safe-substitute']);
const LEFT_OVER = /^quota\/over-total (?!total$|.*-\d+$)/;

describe('the order of the people', () => {
  const unordered = (findings: readonly Finding[]) =>
    kinds(
      findings.filter(({ code, subject }) => !ORDERED.has(code) && !LEFT_OVER.test(`${code} ${subject}`)),
    );
  const shuffled = (plan: PlanData) =>
    fc
      .shuffledSubarray(plan.candidates, { minLength: plan.candidates.length })
      .map(candidates => ({ ...plan, candidates }));

  it('changes no verdict and no finding', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(
        plans.chain(plan => fc.tuple(fc.constant(plan), shuffled(plan))),
        offsets,
        async ([plan, other], offset) => {
          const asOf = daysOf(plan, offset);
          const [before, after] = [await checkData(plan, asOf), await checkData(other, asOf)];
          expect(after.verdict).toBe(before.verdict);
          expect(unordered(after.findings)).toEqual(unordered(before.findings));
          const count = (code: string, { findings }: CheckedPlan) =>
            findings.filter(finding => finding.code === code).length;
          for (const code of ['candidate/duplicate', 'reserve/listed-twice'])
            expect([code, count(code, after)]).toEqual([code, count(code, before)]);
          // Somebody is left over in any order.
          const isLeft = ({ findings }: CheckedPlan) =>
            findings.some(({ code, subject }) => LEFT_OVER.test(`${code} ${subject}`));
          expect(isLeft(after)).toBe(isLeft(before));
          const ratios = ({ facts }: CheckedPlan) =>
            facts?.structure.map(({ requirement, counted, met }) => [requirement.id, counted.length, met]);
          expect(ratios(after)).toEqual(ratios(before));
        },
      ),
      runs(60),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reserveNeed } from '../../src/facts/reserve/allocate.ts';
import type { Candidate, Requirement } from '../../src/generated/types.ts';
import { historyOf, normIds, tighterWay } from '../../src/norms/norms.ts';
import type { CheckedPlan, Finding } from '../../src/rules/check.ts';
import { checkData, checkFiles, kindOf, kinds, tellings } from '../support/outline.ts';
import { daysOf, offsets, type PlanData, plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

/** The plan with the bound of one of its requirements set. */
function demanding(plan: PlanData, at: number, bound: object): PlanData {
  const structure = plan.structure!.map((each, index) => {
    if (index !== at % plan.structure!.length) return each;
    const {
      min: _min,
      max: _max,
      about: _about,
      exactly: _exactly,
      ...rest
    } = each as unknown as Record<string, unknown>;
    return { ...rest, ...bound } as unknown as Requirement;
  });
  return { ...plan, structure };
}

const stateOf = ({ facts }: CheckedPlan, at: number) => facts!.structure[at % facts!.structure.length]!;

const ordered = ([a, b]: readonly [number, number]): [number, number] => (a <= b ? [a, b] : [b, a]);

/** Two amounts of one kind, the lower first. */
const amounts = fc.oneof(
  fc.tuple(fc.nat(1000), fc.nat(1000)).map(pair => ordered(pair).map(part => `${part / 10}%`)),
  fc.tuple(fc.nat(8), fc.nat(8)).map(ordered),
);

describe('a requirement', () => {
  const withStructure = plans.filter(({ structure }) => (structure ?? []).length > 0);

  it.each([
    { bound: 'min', easy: 0 },
    { bound: 'max', easy: 1 },
  ])(
    'that is met with the stricter $bound is met with the easier one',
    { timeout: patience },
    async ({ bound, easy }) => {
      await fc.assert(
        fc.asyncProperty(withStructure, fc.nat(), amounts, async (plan, at, pair) => {
          const asOf = daysOf(plan, 150);
          const [easier, stricter] = [pair[easy], pair[1 - easy]].map(amount =>
            demanding(plan, at, { [bound]: amount }),
          );
          const [lax, strict] = [await checkData(easier!, asOf), await checkData(stricter!, asOf)];
          if (stateOf(strict, at).met) expect(stateOf(lax, at).met).toBe(true);
          expect(stateOf(lax, at).short).toBeLessThanOrEqual(stateOf(strict, at).short);
          expect(stateOf(lax, at).over).toBeLessThanOrEqual(stateOf(strict, at).over);
          const isTold = ({ findings, waived }: CheckedPlan) =>
            [...findings, ...waived.map(({ finding }) => finding)].some(
              ({ code, subject }) =>
                code === 'structure/not-met' && subject === stateOf(lax, at).requirement.id,
            );
          if (isTold(lax)) expect(isTold(strict)).toBe(true);
        }),
        runs(30),
      );
    },
  );

  it('about a share is met whenever the same share exactly is, or about with less tolerance', {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(withStructure, fc.nat(), amounts, fc.nat(2), async (plan, at, [amount], tolerance) => {
        const asOf = daysOf(plan, 150);
        const tolerant = (aboutTolerance: number): PlanData => ({
          ...demanding(plan, at, { about: amount }),
          rules: { ...plan.rules, settings: { ...plan.rules?.settings, aboutTolerance } },
        });
        const states = [
          await checkData(demanding(plan, at, { exactly: amount }), asOf),
          await checkData(tolerant(tolerance), asOf),
          await checkData(tolerant(tolerance + 1), asOf),
        ].map(checked => stateOf(checked, at).met);
        for (const [index, met] of states.entries()) if (met) expect(states[index + 1] ?? true).toBe(true);
      }),
      runs(20),
    );
  });
});

describe('one reserve more', () => {
  const lacking = ({ facts }: CheckedPlan): number =>
    facts!.reserves.slots
      .map(({ reserves, nominees }) => reserveNeed(facts!.plan, nominees.length).min - reserves.length)
      .reduce((sum, lack) => sum + Math.max(0, lack), 0);

  it('leaves no slot shorter of reserves in all, and takes no finding of too few from nothing', {
    timeout: patience,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        plans.filter(({ quota }) => Number(quota?.total ?? 0) > 0),
        fc.constantFrom('farmer', 'office', 'school'),
        fc.boolean(),
        async (plan, category, listed) => {
          const asOf = daysOf(plan, 150);
          const slot = plan.quota!.categories!.some(({ id, count }) => id === category && Number(count) > 0);
          const more = {
            ...{ id: 'more', name: '新储备', gender: 'male', birth: '1988-01-01', category, role: 'reserve' },
            events: { application: '2011-01-01', talk: '2011-01-10', activist: '2012-01-01' },
            ...(listed && slot && { slot: `${category}-1` }),
          } as Candidate;
          const before = await checkData(plan, asOf);
          const after = await checkData({ ...plan, candidates: [...plan.candidates, more] }, asOf);
          expect(lacking(after)).toBeLessThanOrEqual(lacking(before));
          if (lacking(before) === 0) {
            const short = ({ code }: Finding) =>
              code === 'reserve/too-few' || code === 'reserve/cannot-be-assigned';
            expect(kinds(after.findings.filter(short))).toEqual([]);
          }
        },
      ),
      runs(60),
    );
  });
});

describe('a later day', () => {
  /** What only goes on to be true as the plan's year goes on, while nothing more is recorded. */
  const GROWING = new Set(['timeline/overdue', 'waiver/expired', 'period/approval-late']);
  /** What is judged by the plan's own days: the day of the check is none of its business. */
  const TIMELESS = /^(input|quota|structure|reserve|branch|text|timeline)\/(?!overdue|unused)/;

  it('of the same year takes nothing back that is overdue, and leaves alone what has days of its own', {
    timeout: patience,
  }, async () => {
    const inYear = fc.integer({ min: 0, max: 364 });
    await fc.assert(
      fc.asyncProperty(plans, inYear, inYear, fc.boolean(), async (plan, a, b, waived) => {
        const own: PlanData = waived ? plan : { ...plan, waivers: [] };
        const [first, later] = ordered([a, b]).map(offset => daysOf(own, offset)) as [string, string];
        const [before, after] = [await checkData(own, first), await checkData(own, later)];
        const grown = ({ code, subject, args }: Finding) =>
          GROWING.has(code) && `${code} ${subject} ${code === 'waiver/expired' ? JSON.stringify(args) : ''}`;
        const told = (checked: CheckedPlan) => [
          ...checked.findings.flatMap(finding => grown(finding) || []),
          ...checked.findings
            .filter(({ code, severity }) => code === 'materials/missing' && severity === 'error')
            .map(({ args }) => JSON.stringify(args)),
        ];
        expect(told(after)).toEqual(expect.arrayContaining(told(before)));
        // A waiver sets findings aside until it expires.
        const timeless = ({ findings, waived: aside }: CheckedPlan) =>
          tellings(
            [...findings, ...aside.map(({ finding }) => finding)].filter(({ code }) => TIMELESS.test(code)),
          );
        expect(timeless(after)).toEqual(timeless(before));
      }),
      runs(60),
    );
  });
});

describe('a waiver', () => {
  it('sets aside exactly what it names', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, fc.nat(), fc.boolean(), async (drawn, offset, at, single) => {
        const plan = { ...drawn, waivers: [] };
        const asOf = daysOf(plan, offset);
        const before = await checkData(plan, asOf);
        fc.pre(before.findings.length > 0);
        const { code, subject } = before.findings[at % before.findings.length]!;
        const named = single && subject !== '';
        const waiver = { rule: code, reason: '已请示', approvedBy: '镇党委会', until: asOf };
        const after = await checkData({ ...plan, waivers: [{ ...waiver, ...(named && { subject }) }] }, asOf);
        const isMeant = (each: Finding) => each.code === code && (!named || each.subject === subject);
        expect(tellings(after.findings)).toEqual(tellings(before.findings.filter(each => !isMeant(each))));
        expect(tellings(after.waived.map(({ finding }) => finding))).toEqual(
          tellings(before.findings.filter(isMeant)),
        );
      }),
      runs(40),
    );
  });
});

describe('a pack of local norms', () => {
  const norm = fc
    .tuple(fc.constantFrom(...normIds), fc.nat(6))
    .filter(([id]) => tighterWay(id) !== undefined)
    .map(([id, by]) => {
      const values = historyOf(id).flatMap(({ value }) => value ?? []);
      const value =
        tighterWay(id) === 'more'
          ? Math.min(Math.max(...values) + by, ...historyOf(id).flatMap(({ most }) => most ?? []))
          : Math.max(1, Math.min(...values) - by);
      return { norm: id, value, article: '第三条' };
    });
  const pack = fc.record({
    effective: fc.constantFrom(undefined, '2010-01-01', '2016-01-01', '2026-01-01'),
    norms: fc.uniqueArray(norm, { selector: each => each.norm, maxLength: 8 }),
    schooled: fc.boolean(),
  });

  /**
   * Where a stricter norm lets one finding take the place of another that says more: reserves not ripe yet are lacking to a
   * slot, or slots compete for those left; and people who cannot be chosen make impossible alone what was so only jointly.
   */
  const REPLACED = /^(reserve\/(too-few|cannot-be-assigned)|structure\/jointly-infeasible)$/;

  it('can only tighten: no error goes away, and no verdict gets better', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(
        plans,
        offsets,
        pack,
        fc.boolean(),
        async (plan, offset, { effective, norms, schooled }, common) => {
          const asOf = daysOf(plan, offset);
          const { severity: _severity, ...rules } = plan.rules ?? {};
          const own = { ...plan, waivers: [], rules: { ...rules, packs: [] } };
          const conditions = schooled
            ? [{ id: 'schooled', name: '高中以上', where: { education: { min: 'senior-high' } } }]
            : [];
          const text = JSON.stringify({ schema: 'pack/v1', name: '某县规范', effective, norms, conditions });
          const packs = [...(common ? ['common'] : []), 'pack.yaml'];
          const before = await checkData(own, asOf);
          const after = await checkFiles(
            { 'plan.yaml': JSON.stringify({ ...own, rules: { ...rules, packs } }), 'pack.yaml': text },
            asOf,
          );
          const errors = ({ findings }: CheckedPlan) =>
            findings.filter(({ code, severity }) => severity === 'error' && !REPLACED.test(code)).map(kindOf);
          expect(
            after.findings.filter(({ code }) => code.startsWith('pack/') && code !== 'pack/condition'),
          ).toEqual([]);
          expect(errors(after)).toEqual(expect.arrayContaining(errors(before)));
          if (before.verdict === 'fail') expect(after.verdict).toBe('fail');
        },
      ),
      runs(60),
    );
  });
});

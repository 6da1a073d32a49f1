import fc from 'fast-check';
import { CORE_SCHEMA, type DumpOptions, dump, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { STANDARD_LIMITS } from '../../src/read/size-limits.ts';
import { parseEverydayYaml } from '../../src/read/yaml/everyday.ts';
import type { CheckedPlan } from '../../src/rules/check.ts';
import { inChinese, inEnglish } from '../support/chinese.ts';
import { gb18030, utf8, utf16 } from '../support/encode.ts';
import { answerOf, checkData, checkFiles } from '../support/outline.ts';
import { daysOf, offsets, type PlanData, plans } from '../support/plans.ts';
import { patience, runs } from '../support/runs.ts';

type Files = Record<string, string | Uint8Array>;

/** As YAML 1.2, which needs no quotes around dates; what is shared by two places is written out at both. */
const yaml = (value: unknown, options: DumpOptions = {}) =>
  dump(JSON.parse(JSON.stringify(value)), { schema: CORE_SCHEMA, lineWidth: -1, ...options });

function split({ candidates, timeline, ...plan }: PlanData, named: boolean): Files {
  return {
    'plan.yaml': yaml({ ...plan, ...(named && { candidates: 'people.yaml', timeline: 'days.yml' }) }),
    [named ? 'people.yaml' : 'candidates.yaml']: yaml({ candidates }),
    [named ? 'days.yml' : 'timeline.yaml']: yaml({ steps: timeline }),
  };
}

/** One content written down in every way; the first line says what the others must be equal to. */
const WAYS: Record<string, (plan: PlanData) => Files> = {
  'in block style': plan => ({ 'plan.yaml': yaml(plan) }),
  'with lists not indented': plan => ({
    'plan.yaml': yaml(plan, { seqNoIndent: true }),
  }),
  'in flow style': plan => ({ 'plan.yaml': yaml(plan, { flowLevel: 0 }) }),
  'with what is short in flow style': plan => ({ 'plan.yaml': yaml(plan, { flowLevel: 3 }) }),
  'folded and with quotes that YAML 1.1 needs': plan => ({
    'plan.yaml': yaml(plan, { schema: YAML11_SCHEMA, lineWidth: 60 }),
  }),
  'with everything in quotes': plan => ({
    'plan.yaml': yaml(plan, { forceQuotes: true, quoteStyle: 'double' }),
  }),
  // The same person's data twice is one thing in memory, and is written once and referred to.
  'with anchors and aliases': plan => ({ 'plan.yaml': dump(plan) }),
  'as indented JSON': plan => ({ 'plan.yaml': JSON.stringify(plan, null, 2) }),
  'with the timeline as a map of its own': ({ timeline, ...plan }) => ({
    'plan.yaml': yaml({ ...plan, timeline: { schema: 'timeline/v1', steps: timeline } }),
  }),
  'in files that the plan names': plan => split(plan, true),
  'in files beside the plan': plan => split(plan, false),
  'with the line ends of Windows': plan => ({ 'plan.yaml': yaml(plan).replaceAll('\n', '\r\n') }),
  'with a mark at the beginning': plan => ({ 'plan.yaml': utf8(`\ufeff${yaml(plan)}`) }),
  'in GB18030': plan => ({ 'plan.yaml': gb18030(yaml(plan)) }),
  'in UTF-16': plan => ({ 'plan.yaml': utf16(`\ufeff${yaml(plan)}`, 'le') }),
  'in UTF-16 of the other order': plan => ({ 'plan.yaml': utf16(`\ufeff${yaml(plan)}`, 'be') }),
  'in UTF-16 without a mark': plan => ({ 'plan.yaml': utf16(yaml(plan), 'le') }),
};

/** That a file is not UTF-8 is the one thing that may be told besides. */
function meant(checked: CheckedPlan) {
  const answer = answerOf(checked);
  return { ...answer, findings: answer.findings.filter(each => !each.includes('input/encoding')) };
}

const ways = (names: readonly string[] = Object.keys(WAYS)) => fc.constantFrom(...names);

describe('a plan says the same', () => {
  it('however it is written down', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, ways(), async (plan, offset, way) => {
        const asOf = daysOf(plan, offset);
        const expected = answerOf(await checkData(plan, asOf));
        expect(meant(await checkFiles(WAYS[way]!(plan), asOf))).toEqual(expected);
      }),
      runs(60),
    );
  });

  it('with Chinese keys and values, and translated back', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, offsets, fc.nat(), async (plan, offset, seed) => {
        const asOf = daysOf(plan, offset);
        const expected = answerOf(await checkData(plan, asOf));
        const chinese = inChinese(plan, seed);
        expect(answerOf(await checkFiles({ 'plan.yaml': yaml(chinese) }, asOf))).toEqual(expected);
        const english = inEnglish(chinese);
        expect(answerOf(await checkFiles({ 'plan.yaml': yaml(english) }, asOf))).toEqual(expected);
      }),
      runs(30),
    );
  });
});

describe('both readers of YAML', () => {
  /** A depth that only js-yaml keeps; no plan is half as deep. */
  const FULLY = { ...STANDARD_LIMITS, depth: STANDARD_LIMITS.depth - 1 };

  const located = ({ verdict, findings, waived }: CheckedPlan) => [
    verdict,
    ...[...findings, ...waived.map(({ finding }) => finding)].map(({ place, norm: _norm, ...rest }) => ({
      ...rest,
      place: place.locate(),
    })),
  ];

  it('give the same findings at the same places', { timeout: patience }, async () => {
    // A text that is nothing but brackets is js-yaml's in any case, and so are line ends within quotes, as prose has them.
    const quickly = ways([
      'in block style',
      'with lists not indented',
      'with what is short in flow style',
      'with everything in quotes',
    ]);
    await fc.assert(
      fc.asyncProperty(
        plans,
        offsets,
        quickly,
        fc.nat(),
        async ({ narrative: _prose, ...plan }, offset, way, seed) => {
          const asOf = daysOf(plan, offset);
          const own = seed % 2 === 0 ? plan : (inChinese(plan, seed) as PlanData);
          const text = WAYS[way]!(own)['plan.yaml'] as string;
          // Otherwise one reader would be compared with itself.
          expect(parseEverydayYaml(text)).toBeDefined();
          const [quick, full] = [
            await checkFiles({ 'plan.yaml': text }, asOf),
            await checkFiles({ 'plan.yaml': text }, asOf, FULLY),
          ];
          expect(located(quick)).toEqual(located(full));
        },
      ),
      runs(30),
    );
  });
});

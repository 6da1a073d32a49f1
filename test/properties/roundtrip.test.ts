import fc from 'fast-check';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Candidate, Result } from '../../src/generated/types.ts';
import { loadPlan } from '../../src/load/load-plan.ts';
import { parseDay } from '../../src/model/day.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { memoryFiles } from '../support/memory.ts';
import { encode, mutateText } from '../support/mutations.ts';
import { type PlanData, plans } from '../support/plans.ts';
import { Random } from '../support/random.ts';
import { patience, runs } from '../support/runs.ts';

const AS_OF = ['--as-of', '2016-06-01'];
const folderWith = (plan: PlanData): Folder => ({
  'plan.yaml': Buffer.from(dump(JSON.parse(JSON.stringify(plan)), { schema: CORE_SCHEMA, lineWidth: -1 })),
});

async function peopleIn(folder: Folder): Promise<unknown[]> {
  const { plan, problems } = await loadPlan('.', {
    files: memoryFiles(folder),
    asOf: parseDay('2016-06-01')!,
  });
  expect(problems.all).toEqual([]);
  return plan!.people.map(({ data }) => JSON.parse(JSON.stringify(data)));
}

/** What the registers of offices have columns for: who hands in which papers, and how a meeting voted, stands elsewhere. */
function registered({ materials: _materials, ...person }: Candidate): Candidate {
  const { branchMeeting, inspections, ...events } = person.events ?? {};
  const meeting = typeof branchMeeting === 'object' ? branchMeeting.on : branchMeeting;
  return {
    ...person,
    // An import takes what is missing from the ID number, which says more than was written.
    ...(person.idNumber && { birth: person.birth ?? '1990-01-01', gender: person.gender ?? 'male' }),
    ...(person.events && {
      events: {
        ...events,
        ...(meeting !== undefined && { branchMeeting: meeting }),
        ...(inspections?.length && { inspections }),
      },
    }),
  };
}

const sorted = (people: readonly unknown[]) =>
  (people as Candidate[])
    .map(({ events, role = 'reserve', ...rest }) => ({
      ...rest,
      role,
      ...(events && Object.keys(events).length > 0 && { events }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a roster', () => {
  const drawn = plans.map(plan => ({ ...plan, candidates: plan.candidates.map(registered) }));
  const keys = fc.constantFrom('zh', 'en');

  it('that was exported is imported again as it was', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, keys, async (plan, lang) => {
        const folder = folderWith(plan);
        expect(
          (await runIn(folder, ['export', '.', '--personal', '-o', 'r.xlsx', ...AS_OF, '--lang', lang])).code,
        ).toBe(0);
        const { code } = await runIn(folder, [
          'import',
          'r.xlsx',
          '-o',
          'back.yaml',
          '--keys',
          lang,
          ...AS_OF,
        ]);
        expect(code).toBe(0);
        const { candidates: _candidates, ...rest } = plan;
        const back = {
          'plan.yaml': Buffer.from(JSON.stringify({ ...rest, candidates: 'back.yaml' })),
          'back.yaml': folder['back.yaml']!,
        };
        expect(sorted(await peopleIn(back))).toEqual(sorted(await peopleIn(folderWith(plan))));
      }),
      runs(8),
    );
  });

  it('begins a new plan as it was', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, keys, async (plan, lang) => {
        const folder = folderWith(plan);
        await runIn(folder, ['export', '.', '--personal', '-o', 'r.xlsx', ...AS_OF]);
        const args = [
          'init',
          'new',
          '--from',
          'r.xlsx',
          '--year',
          String(plan.year),
          '--name',
          '某镇党委',
          '-y',
        ];
        const { code, err } = await runIn(folder, [...args, '--keys', lang, ...AS_OF]);
        expect({ code, err }).toMatchObject({ code: 0 });
        const { candidates: _candidates, ...rest } = plan;
        const begun = {
          'plan.yaml': Buffer.from(JSON.stringify({ ...rest, candidates: 'candidates.yaml' })),
          'candidates.yaml': folder['new/candidates.yaml']!,
        };
        expect(sorted(await peopleIn(begun))).toEqual(sorted(await peopleIn(folderWith(plan))));
      }),
      runs(4),
    );
  });
});

describe('--fix', () => {
  it('has nothing left to do the second time', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(), async (plan, seed) => {
        const random = new Random(seed);
        const text = Buffer.from(folderWith(plan)['plan.yaml']!).toString();
        const folder: Folder = { 'plan.yaml': encode(mutateText(text, random, text.split('\n')), random) };
        await runIn(folder, ['check', '.', '--fix', ...AS_OF]);
        const once = { ...folder };
        const { err } = await runIn(folder, ['check', '.', '--fix', ...AS_OF]);
        expect({ folder, err }).toMatchObject({ folder: once });
      }),
      runs(40),
    );
  });
});

describe('a choice that was written', () => {
  it('meets what it was to meet, and is chosen again', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, async plan => {
        const folder = folderWith({ ...plan, waivers: [], rules: { ...plan.rules, severity: {} } });
        const { code } = await runIn(folder, ['select', '.', '--write', ...AS_OF]);
        fc.pre(code === 0);
        const { out } = await runIn(folder, ['check', '.', '-f', 'json', ...AS_OF]);
        const { findings } = (JSON.parse(out) as Result).plans[0]!;
        const unmet = /^(structure\/(not-met|jointly-infeasible)|reserve\/(too-few|cannot-be-assigned))$/;
        expect(findings.filter(({ code: own, severity }) => severity === 'error' && unmet.test(own))).toEqual(
          [],
        );
        const once = { ...folder };
        await runIn(folder, ['select', '.', '--write', ...AS_OF]);
        expect(folder).toEqual(once);
      }),
      runs(25),
    );
  });
});

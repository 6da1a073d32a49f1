import fc from 'fast-check';
import { CORE_SCHEMA, dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Candidate, Result } from '../../src/generated/types.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { parseDay } from '../../src/values/day.ts';
import { type Folder, runIn } from '../support/examine.ts';
import { memoryFiles } from '../support/memory.ts';
import { encode, MUTATIONS, mutateText } from '../support/mutations.ts';
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
  // A sheet has 农牧民1号名额 for farmer-1.
  return plan!.people.map(({ data, slot }) => JSON.parse(JSON.stringify({ ...data, slot })));
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
  const drawn = plans.map(plan => {
    // On a sheet a category goes by its name, as it may in the file.
    const names = new Map(plan.quota?.categories?.map(({ id, name }) => [id, name]));
    const named = ({ category, ...person }: Candidate): Candidate => ({
      ...person,
      ...(category !== undefined && { category: names.get(category) ?? category }),
    });
    return { ...plan, candidates: plan.candidates.map(person => named(registered(person))) };
  });
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

const textsOf = (folder: Folder) =>
  Object.entries(folder).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);

/** What repairs are for, and now and then something else that is wrong. */
function slipped(text: string, random: Random): string {
  const slips = ['full-width punctuation', 'full-width digits', 'a slip in a key'].map(
    name => MUTATIONS[name]!,
  );
  let lines = (random.once(3) ? mutateText(text, random, []) : text).split('\n');
  for (let count = 1 + random.below(6); count > 0; count--) lines = random.pick(slips)(lines, random, []);
  // An ID number without its quotes has lost digits to every other reader.
  return lines.join('\n').replace(/'(\d{17}[\dX])'/g, (quoted, number) => (random.once(2) ? number : quoted));
}

describe('--fix', () => {
  it('has nothing left to do the second time', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(plans, fc.nat(), async (plan, seed) => {
        const random = new Random(seed);
        // Of a short file the slips are a large part.
        const few = { ...plan, candidates: plan.candidates.slice(0, 2), narrative: [] };
        const text = slipped(Buffer.from(folderWith(few)['plan.yaml']!).toString(), random);
        const windows = random.once(3);
        const folder: Folder = {
          'plan.yaml': encode(windows ? text.replaceAll('\n', '\r\n') : text, random),
        };
        await runIn(folder, ['check', '.', '--fix', ...AS_OF]);
        const once = { ...folder };
        await runIn(folder, ['check', '.', '--fix', ...AS_OF]);
        expect(textsOf(folder)).toEqual(textsOf(once));
      }),
      runs(30),
    );
  });
});

describe('a choice that was written', () => {
  /** People's slots and roles dealt anew, with one simple demand: then there mostly is a choice, and it is another one. */
  const dealt = plans
    .filter(({ quota, candidates }) => quota !== undefined && candidates.length > 5)
    .chain(plan =>
      fc.record({
        plan: fc.constant(plan),
        places: fc.shuffledSubarray(
          plan.candidates.map(({ slot, role }) => ({ slot, role })),
          { minLength: plan.candidates.length },
        ),
        where: fc.constantFrom({ gender: 'female' }, { gender: 'male' }, { ethnicity: { not: '汉族' } }),
        min: fc.integer({ min: 1, max: 2 }),
      }),
    )
    .map(({ plan, places, where, min }) => ({
      ...plan,
      structure: [{ id: 'one', name: '要求', where, min }],
      candidates: plan.candidates.map(({ slot: _slot, role: _role, fixed: _fixed, ...person }, index) => ({
        ...person,
        ...places[index],
      })),
      waivers: [],
      rules: {},
    })) as fc.Arbitrary<PlanData>;

  it('meets what it was to meet, and is chosen again', { timeout: patience }, async () => {
    await fc.assert(
      fc.asyncProperty(dealt, async plan => {
        const folder = folderWith(plan);
        const before = { ...folder };
        const { code } = await runIn(folder, ['select', '.', '--write', ...AS_OF]);
        // What was in order already says nothing of writing.
        fc.pre(code === 0 && folder['plan.yaml'] !== before['plan.yaml']);
        const { out } = await runIn(folder, ['check', '.', '-f', 'json', ...AS_OF]);
        const { findings } = (JSON.parse(out) as Result).plans[0]!;
        const unmet =
          /^(structure\/(not-met|jointly-infeasible)|reserve\/(too-few|cannot-be-assigned)|quota\/unfilled)$/;
        expect(findings.filter(({ code: own, severity }) => severity === 'error' && unmet.test(own))).toEqual(
          [],
        );
        const once = { ...folder };
        await runIn(folder, ['select', '.', '--write', ...AS_OF]);
        expect(folder).toEqual(once);
      }),
      runs(6),
    );
  });
});

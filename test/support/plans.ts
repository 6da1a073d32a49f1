import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import type { Candidate, PlanFile, Requirement, Step } from '../../src/generated/types.ts';
import { checkDigit } from '../../src/model/id-number.ts';
import { isoOf, parseDay } from '../../src/values/day.ts';

/** A whole plan as the data that one file holds: roster and timeline inline. */
export type PlanData = Omit<PlanFile, 'candidates' | 'timeline'> & {
  candidates: Candidate[];
  timeline: Step[];
};

const yaml = <T>(path: string) => load(readFileSync(path, 'utf8')) as T;
const EXAMPLE = 'examples/township-2016';
const plan2016 = yaml<PlanFile>(`${EXAMPLE}/plan.yaml`);
const steps2016 = yaml<{ steps: Step[] }>(`${EXAMPLE}/timeline.yaml`).steps;

const people2016 = yaml<{ candidates: Candidate[] }>(`${EXAMPLE}/candidates.yaml`).candidates;

/** The people of the examples: a roster in order, and one of which the ratios pull in different ways. */
const PEOPLE: readonly Candidate[] = [
  ...people2016,
  ...yaml<{ candidates: Candidate[] }>(`${EXAMPLE}-conflict/plan.yaml`).candidates,
];

/** The plan of 2016 as it stands. */
export const wholePlan2016 = (): PlanData =>
  structuredClone({ ...plan2016, candidates: people2016, timeline: steps2016 }) as PlanData;

const dayOf = (iso: string) => parseDay(iso)!;
const daysBetween = (first: string, last: string) =>
  fc.integer({ min: dayOf(first), max: dayOf(last) }).map(isoOf);
const month = daysBetween('1955-01-01', '2000-12-31').map(iso => iso.slice(0, 7));
/** A value so many times as often as none. */
const maybe = <T>(value: fc.Arbitrary<T>, times = 1) =>
  fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: times, arbitrary: value });
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const NAMES = ['党员甲', '党员乙', '党员丙', '党员丁'];
const CATEGORIES = ['farmer', 'office', 'school'] as const;
const EDUCATION = ['primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'] as const;
const OCCUPATIONS = ['farmer', 'herder', 'worker', 'manager', 'official', 'teacher', 'other'] as const;

const idNumber = fc
  .tuple(daysBetween('1970-01-01', '1997-12-31'), fc.integer({ min: 1, max: 999 }))
  .map(([iso, order]) => {
    const body = `650000${iso.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return body + checkDigit(body);
  });

/** Dates of the steps from prospective member on, at intervals that keep to the Rules or do not. */
const laterSteps = fc
  .tuple(daysBetween('2015-01-01', '2016-06-30'), fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }))
  .map(([first, gaps]) => {
    const next = gaps.map((_, index) =>
      isoOf(gaps.slice(0, index + 1).reduce((day, gap) => day + gap, dayOf(first))),
    );
    return {
      prospective: next[0],
      politicalReview: next[1],
      training: { start: next[2]!, end: isoOf(dayOf(next[2]!) + (gaps[0]! % 5)), hours: gaps[1]! },
      branchReview: next[3],
      preReview: next[4],
      form: next[5],
      branchMeeting: { on: next[6]!, entitled: 20, present: 5 + (gaps[2]! % 16), inFavour: gaps[3]! % 20 },
      acceptanceNotice: { from: next[7]!, to: isoOf(dayOf(next[7]!) + (gaps[4]! % 12)) },
      committeeTalk: next[8],
      approval: next[9],
      oath: next[10],
      ...(gaps[5]! % 2 === 0 && { conversionApplication: next[11] }),
    };
  });

/** One change to a person's data; what is undefined in it is taken out. */
const change: fc.Arbitrary<(person: Candidate) => Candidate> = fc.oneof(
  fc
    .oneof(
      // A name that is part of another one, or of many.
      fc.record({ name: fc.constantFrom('古丽', '王春', '买买提', '阿依古丽·买买提') }),
      fc.record({ gender: maybe(fc.constantFrom('male', 'female'), 3) }),
      fc.record({ birth: maybe(fc.oneof(daysBetween('1955-01-01', '2000-12-31'), month), 3) }),
      fc.record({ ethnicity: maybe(fc.constantFrom('汉族', '维吾尔族', '哈萨克族', '回族'), 3) }),
      fc.record({ education: maybe(fc.constantFrom(...EDUCATION), 3) }),
      fc.record({ occupation: maybe(fc.constantFrom(...OCCUPATIONS), 3) }),
      fc.record({ category: maybe(fc.constantFrom(...CATEGORIES, 'elsewhere'), 3) }),
      fc.record({ branch: maybe(fc.constantFrom('东村党支部', '西村党支部', '新村党支部'), 3) }),
      fc.record({ leagueMember: maybe(fc.boolean(), 3) }),
      fc.record({ fixed: fc.constant(true) }),
      fc.record({ tags: fc.subarray(['致富带头人', '退役军人', '村干部'], { minLength: 1 }) }),
      fc.record({ contacts: maybe(fc.subarray(NAMES, { minLength: 1 })) }),
      fc.record({ introducers: fc.subarray(NAMES, { minLength: 1 }) }),
      fc.record({ stage: fc.constantFrom('applicant', 'activist', 'prospective', 'probationary', 'full') }),
      fc.record({ idNumber }),
      fc.constantFrom({ materials: undefined }, { events: undefined }, { mobile: true }),
    )
    .map(patch => (person: Candidate) => without({ ...person, ...(patch as Partial<Candidate>) })),
  fc
    .oneof(
      laterSteps,
      fc.record({ application: maybe(daysBetween('2012-01-01', '2015-12-31')) }),
      fc.record({ talk: maybe(daysBetween('2013-01-01', '2015-12-31')) }),
      fc.record({ activist: maybe(daysBetween('2013-06-01', '2016-05-31'), 4) }),
      fc.record({ activist: daysBetween('2013-06-01', '2016-05-31').map(iso => iso.slice(0, 7)) }),
      fc.record({ inspections: maybe(fc.array(daysBetween('2014-06-01', '2016-06-30'), { maxLength: 3 })) }),
      fc.record({ leaving: daysBetween('2016-06-01', '2018-01-01') }),
    )
    .map(
      patch => (person: Candidate) => without({ ...person, events: without({ ...person.events, ...patch }) }),
    ),
  fc
    .oneof(
      fc.record({ application: maybe(daysBetween('2012-01-01', '2015-12-31')) }),
      fc.record({ reports: fc.array(daysBetween('2015-01-01', '2016-06-30'), { maxLength: 6 }) }),
      fc.record({ league: maybe(daysBetween('2013-01-01', '2016-06-30')) }),
      fc.record({ review: maybe(daysBetween('2016-01-01', '2016-07-31')) }),
    )
    .map(
      patch => (person: Candidate) =>
        without({
          ...person,
          materials: without({ ...person.materials, ...(patch as Candidate['materials']) }),
        }),
    ),
);

/** The fields of an object that have a value. */
const without = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const member = fc.record({
  from: fc.nat(PEOPLE.length - 1),
  as: fc.constantFrom('nominee', 'nominee', 'nominee', 'reserve', 'reserve', 'pool', 'pool', 'unplaced'),
  changes: fc.array(change, { maxLength: 2 }),
});

const REQUIREMENTS = [
  ...plan2016.structure!.map(({ id, name, where }) => ({ id, name, where })),
  { id: 'graduates', name: '大专以上', where: { education: { min: 'college' } } },
  { id: 'leaders', name: '致富带头人或村干部', where: { any: [{ tags: '致富带头人' }, { tags: '村干部' }] } },
  { id: 'herders', name: '牧民', where: { occupation: 'herder' } },
] as unknown as Pick<Requirement, 'id' | 'name' | 'where'>[];

const amount = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map(part => `${part * 5}%`),
  fc.integer({ min: 0, max: 999 }).map(part => `${part / 10}%`),
  fc.nat(5),
);
const demand = fc.record({
  bound: fc.oneof(
    fc.record({ min: amount }),
    fc.record({ max: amount }),
    fc.record({ about: amount }),
    fc.record({ exactly: amount }),
  ),
  of: seldom(fc.constantFrom('farmer', 'women', 'youth')),
  level: seldom(fc.constantFrom('advisory', 'required')),
  planned: seldom(fc.nat(6)),
});
const structure = fc
  .tuple(
    fc.subarray(REQUIREMENTS),
    fc.array(demand, { minLength: REQUIREMENTS.length, maxLength: REQUIREMENTS.length }),
  )
  .map(([chosen, demands]) =>
    chosen.map((each, index) => {
      const { bound, of, ...rest } = demands[index]!;
      // A share of itself is no share.
      return without({ ...each, ...bound, ...rest, of: of === each.id ? undefined : of });
    }),
  ) as fc.Arbitrary<Requirement[]>;

const timeline = fc
  .array(
    fc.record({
      shift: fc.integer({ min: -20, max: 20 }),
      owner: fc.boolean(),
      done: seldom(fc.integer({ min: -5, max: 5 })),
      deadline: seldom(fc.integer({ min: -5, max: 15 })),
      form: fc.constantFrom('as it is', 'as it is', 'duration', 'computed', 'lag'),
      left: fc.constantFrom(false, false, false, true),
    }),
    { minLength: steps2016.length, maxLength: steps2016.length },
  )
  .map(changes =>
    steps2016.flatMap((step, index) => {
      const { shift, owner, done, deadline, form, left } = changes[index]!;
      if (left) return [];
      const moved = (iso: string | undefined, by: number) => iso && isoOf(dayOf(iso) + by);
      const first = step.on ?? step.from;
      const dates =
        form === 'duration'
          ? { from: moved(first, shift), duration: `${1 + (index % 7)}${index % 2 ? 'wd' : 'd'}` }
          : form === 'computed' && step.after
            ? { duration: `${1 + (index % 7)}wd` }
            : { on: moved(step.on, shift), from: moved(step.from, shift), to: moved(step.to, shift) };
      const { on: _on, from: _from, to: _to, owner: own, ...rest } = step;
      return [
        without({
          ...rest,
          ...dates,
          owner: owner ? (own ?? '镇组织办') : undefined,
          after: form === 'lag' ? step.after?.map(id => `${id}+2wd`) : step.after,
          done: done === undefined ? undefined : moved(first, shift + done),
          deadline: deadline === undefined ? undefined : moved(first, shift + deadline),
        }),
      ];
    }),
  ) as fc.Arbitrary<Step[]>;

const quota = fc.record({
  counts: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2), fc.nat(2)),
  more: fc.constantFrom(0, 0, 0, 0, -1, 1),
  where: fc.constantFrom(undefined, undefined, { occupation: ['farmer', 'herder'] }),
  nomineesPerSlot: seldom(fc.constantFrom(1.3, 2)),
  lastYearActual: seldom(fc.nat(9)),
});

const waiver = fc.record({
  rule: fc.constantFrom(
    ...[
      'structure/not-met',
      'reserve/too-few',
      'timeline/no-owner',
      'timeline/rest-day',
      'candidate/contacts',
    ],
    ...['period/inspection-gap', 'period/activist-too-short', 'materials/missing', 'quota/unfilled'],
  ),
  subject: maybe(fc.constantFrom('women', 'notice', 'c01', 'c02', 'farmer-1')),
  reason: fc.constant('已请示'),
  approvedBy: fc.constant('镇党委会'),
  until: fc.constantFrom('2016-12-31', '2016-03-31'),
});

const mixed: fc.Arbitrary<PlanData> = fc
  .record({
    members: fc.uniqueArray(member, { selector: ({ from }) => from, minLength: 2, maxLength: 14 }),
    twice: seldom(fc.nat(13)),
    quota: maybe(quota, 14),
    structure,
    reserve: maybe(
      fc.record({
        perSlot: fc
          .tuple(fc.nat(2), maybe(fc.nat(2)))
          .map(([min, more]) => without({ min, max: more === undefined ? undefined : min + more })),
        includesNominee: fc.boolean(),
      }),
      4,
    ),
    funnel: maybe(fc.record({ applicants: fc.nat(5), activists: fc.nat(4), members: fc.constant(1) })),
    materials: fc.subarray(plan2016.materials!),
    timeline,
    branches: fc.subarray(
      [
        { name: '东村党支部', lastDeveloped: 2013 },
        { name: '西村党支部', lastDeveloped: 2015, members: 20 },
        { name: '牧业村党支部', members: 3, committee: false },
      ],
      { minLength: 0 },
    ),
    severity: fc.dictionary(
      fc.constantFrom(
        'timeline/rest-day',
        'structure/no-margin',
        'timeline/no-owner',
        'period/inspection-gap',
      ),
      fc.constantFrom('off', 'info', 'warning', 'error'),
      { maxKeys: 2, noNullPrototype: true },
    ),
    settings: maybe(
      fc
        .record({
          noticeWorkingDays: maybe(fc.integer({ min: 1, max: 10 })),
          cultivationMonths: maybe(fc.integer({ min: 12, max: 24 })),
          aboutTolerance: maybe(fc.nat(2)),
        })
        .map(without),
    ),
    common: fc.boolean(),
    waivers: fc.array(waiver, { maxLength: 2 }),
    later: fc.constantFrom(false, false, false, true),
  })
  .map(({ members, twice, quota: drawn, severity, settings, common, later, ...rest }) => {
    const counts = new Map(CATEGORIES.map((id, index) => [id as string, drawn?.counts[index] ?? 0]));
    const people = peopleOf(members, counts);
    const again = twice === undefined ? undefined : people[twice];
    if (again) people.push({ ...again, id: 'again' });
    const written = without({
      schema: 'plan/v1',
      year: 2016,
      organization: plan2016.organization,
      quota: drawn && quotaOf(drawn),
      ...rest,
      // An empty list where there is no quota would only say so again.
      rules: { severity, settings: settings ?? {}, packs: common ? ['common'] : [] },
      candidates: people,
    }) as PlanData;
    return later ? inLaterYears(linked(written), 10) : linked(written);
  });

/** The plan of 2016 with a few people changed or left out: most of it in order, so that a little shows. */
const nearlyInOrder: fc.Arbitrary<PlanData> = fc
  .record({
    changes: fc.array(fc.tuple(fc.nat(people2016.length - 1), change), { maxLength: 3 }),
    left: fc.uniqueArray(fc.nat(people2016.length - 1), { maxLength: 3 }),
  })
  .map(({ changes, left }) => {
    const plan = wholePlan2016();
    const notice = plan.timeline.find(({ id }) => id === 'notice')!;
    Object.assign(notice, { to: '2016-06-22' });
    for (const [at, apply] of changes) plan.candidates[at] = apply(plan.candidates[at]!);
    return { ...plan, candidates: plan.candidates.filter((_, index) => !left.includes(index)) };
  });

/**
 * Plans as townships might write them: people, steps and requirements of the examples, changed at random. All are right in
 * form; what they say may be in order or not.
 */
export const plans: fc.Arbitrary<PlanData> = fc.oneof(
  { weight: 6, arbitrary: mixed },
  { weight: 1, arbitrary: nearlyInOrder },
);

function quotaOf({
  counts,
  more,
  where,
  nomineesPerSlot,
  lastYearActual,
}: typeof quota extends fc.Arbitrary<infer T> ? T : never) {
  const names = ['农牧民', '机关干部', '学校'];
  return without({
    total: Math.max(
      0,
      counts.reduce((sum, count) => sum + count, more),
    ),
    categories: CATEGORIES.map((id, index) =>
      without({ id, name: names[index]!, count: counts[index]!, where: index === 0 ? where : undefined }),
    ),
    nomineesPerSlot,
    lastYearActual,
    growthLimit: lastYearActual === undefined ? undefined : '120%',
  });
}

function peopleOf(
  members: readonly { from: number; as: string; changes: ((person: Candidate) => Candidate)[] }[],
  counts: ReadonlyMap<string, number>,
): Candidate[] {
  const taken = new Map<string, number>();
  return members.map(({ from, as, changes }, index) => {
    const { slot: _slot, role: _role, ...own } = PEOPLE[from]!;
    const person = changes.reduce((before, apply) => apply(before), own as Candidate);
    const category = person.category ?? 'farmer';
    const [slots, nominated] = [counts.get(category) ?? 0, taken.get(category) ?? 0];
    const id = `c${String(index + 1).padStart(2, '0')}`;
    if (as === 'nominee' && nominated < slots) {
      taken.set(category, nominated + 1);
      return { ...person, id, slot: `${category}-${nominated + 1}`, role: 'nominee' };
    }
    if (as === 'reserve' && slots > 0)
      return { ...person, id, slot: `${category}-${1 + (index % slots)}`, role: 'reserve' };
    return { ...person, id, role: as === 'unplaced' ? 'nominee' : 'reserve' };
  });
}

/** Without references to what was left out: one fault would be told of everybody, and hide the others. */
function linked(plan: PlanData): PlanData {
  const steps = new Set(plan.timeline.map(({ id }) => id));
  const papers = new Set(plan.materials?.map(({ id }) => id));
  const bases = new Set([...(plan.structure ?? []), ...(plan.quota?.categories ?? [])].map(({ id }) => id));
  return {
    ...plan,
    structure: plan.structure?.map(each =>
      without({
        ...each,
        of: each.of !== undefined && bases.has(each.of) ? each.of : undefined,
      } as Requirement),
    ),
    timeline: plan.timeline.map(step =>
      without({
        ...step,
        after: step.after?.filter(each => steps.has(each.replace(/\+.*/, ''))),
        due: step.due?.filter(id => papers.has(id)),
      } as Step),
    ),
    candidates: plan.candidates.map(person =>
      without({
        ...person,
        materials:
          person.materials &&
          Object.fromEntries(Object.entries(person.materials).filter(([id]) => papers.has(id))),
      } as Candidate),
    ),
  };
}

/** The same so many years later: then other texts of the regulations are in force. */
export function inLaterYears(plan: PlanData, years: number): PlanData {
  const text = JSON.stringify(plan).replace(
    /(?<=")(\d{4})-(\d\d)(?:-(\d\d))?(?=")/g,
    (_, year, month, date) => {
      const parts = [
        Number(year) + years,
        month,
        ...(date ? [month === '02' && date === '29' ? '28' : date] : []),
      ];
      return parts.join('-');
    },
  );
  const moved = JSON.parse(text) as PlanData;
  return {
    ...moved,
    year: moved.year + years,
    branches: moved.branches?.map(branch =>
      branch.lastDeveloped ? { ...branch, lastDeveloped: branch.lastDeveloped + years } : branch,
    ),
  };
}

/** A day on which somebody looks at a plan. */
export const daysOf = ({ year }: PlanData, offset: number): string => isoOf(dayOf(`${year}-01-01`) + offset);
export const offsets = fc.integer({ min: -200, max: 500 });

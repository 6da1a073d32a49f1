import { cannotApprove } from '../model/approver.ts';
import type { Step } from '../model/plan.ts';
import { type RulesText, rulesOn } from '../model/steps.ts';
import { fieldShape, itemShape, rootShape, type Shape } from '../read/fields/shape.ts';
import type { Comparator, ShareDemand } from '../read/fields/share-text.ts';
import type { Language } from '../text/language.ts';
import type { Texts } from '../text/texts.ts';
import { yamlFlow, yamlKey, yamlScalar } from '../text/yaml.ts';
import { dayOf, yearEndOf } from '../values/day.ts';
import type { QuantityData } from '../values/quantity.ts';

export interface Category {
  id: string;
  name: string;
  count: NonNullable<QuantityData>;
}

/** What is demanded of the nominees, by the name of the usual requirement. */
export type Shares = Partial<Record<ShareName, ShareDemand>>;
export const SHARES = ['women', 'youth', 'education', 'frontline', 'minority'] as const;
export type ShareName = (typeof SHARES)[number];

/** How a share is meant where nobody says it: plans ask for about so many women, and for at least so many of the others. */
export const usualComparator = (name: ShareName): Comparator => (name === 'women' ? 'about' : 'min');

/** What a new plan is made of. */
export interface Answers {
  year: number;
  name: string;
  superior: string;
  /** `pending` where nobody has said it yet */
  total: NonNullable<QuantityData>;
  categories: Category[];
  shares: Shares;
  /** reserves for each slot; absent where the plan asks for none */
  reserve?: { min: number; max?: number };
  /** the roster beside the plan: `candidates.yaml`, or a workbook */
  candidates: string;
}

/** Comments in the language of the keys. */
type TemplateTexts = Texts['init']['template'];

interface TemplateStep {
  id: keyof TemplateTexts['steps'];
  kind: Step['kind'];
  duration: string;
  /** `committee`: whoever may approve, the unit itself where it is one */
  owner: 'branches' | 'unit' | 'committee';
}

/** The listing under either text: of 2014 the branch lists and files; since 2026 the committee agrees, and a notice comes before (Art. 13). */
const LISTING: Record<RulesText, readonly TemplateStep[]> = {
  2014: [
    { id: 'list', kind: 'listing', duration: '1wd', owner: 'branches' },
    { id: 'file', kind: 'filing', duration: '1wd', owner: 'branches' },
  ],
  2026: [
    { id: 'consent', kind: 'consent', duration: '1wd', owner: 'committee' },
    { id: 'notice', kind: 'notice', duration: '5wd', owner: 'unit' },
    { id: 'list', kind: 'listing', duration: '1wd', owner: 'branches' },
  ],
};

/** What the Rules ask of a year's work, in the order of the text in force at the end of the year. */
const stepsOf = (text: RulesText): readonly TemplateStep[] => [
  { id: 'nominate', kind: 'nomination', duration: '1wd', owner: 'branches' },
  ...LISTING[text],
  { id: 'review', kind: 'political-review', duration: '10wd', owner: 'branches' },
  { id: 'training', kind: 'training', duration: '3wd', owner: 'unit' },
  { id: 'preReview', kind: 'pre-review', duration: '5wd', owner: 'committee' },
  { id: 'form', kind: 'form', duration: '1wd', owner: 'branches' },
  { id: 'meeting', kind: 'branch-meeting', duration: '1wd', owner: 'branches' },
  { id: 'talk', kind: 'committee-talk', duration: '1wd', owner: 'committee' },
  { id: 'approve', kind: 'approval', duration: '5wd', owner: 'committee' },
];

const schemaLine = (kind: string): string => `# yaml-language-server: $schema=.schema/${kind}.json`;

/** plan.yaml with comments. */
export function planYaml(answers: Answers, keys: Language, texts: TemplateTexts): string {
  const plan = rootShape('plan');
  const { year, name, superior, total, candidates } = answers;
  const field = (path: string[], value: unknown) => {
    const [last, ...above] = [...path].reverse() as [string, ...string[]];
    const shape = above.reverse().reduce(fieldShape, plan);
    const end = value === undefined ? '' : ` ${yamlValue(value, fieldShape(shape, last), keys)}`;
    return `${'  '.repeat(above.length)}${yamlKey(shape, last, keys)}:${end}`;
  };
  const list = (path: string[], items: object[]) => {
    const shape = itemShape(path.reduce(fieldShape, plan));
    return items.map(item => `${'  '.repeat(path.length)}- ${yamlFlow(item, shape, keys)}`);
  };
  const requirements = list(['structure'], requirementsOf(answers.shares, texts));
  return `${[
    schemaLine('plan'),
    `# ${texts.plan.title}`,
    field(['schema'], 'plan/v1'),
    field(['year'], year),
    field(['organization'], undefined),
    field(['organization', 'name'], name),
    ...(superior === '' ? [] : [field(['organization', 'superior'], superior)]),
    `${field(['ageAsOf'], `${year}-12-31`)} # ${texts.plan.ageAsOf}`,
    '',
    `# ${texts.plan.quota}`,
    field(['quota'], undefined),
    field(['quota', 'total'], total),
    ...(answers.categories.length > 0
      ? [
          field(['quota', 'categories'], undefined),
          ...list(
            ['quota', 'categories'],
            answers.categories.map(({ id, name, count }) => ({ id, name, count })),
          ),
        ]
      : commented([
          field(['quota', 'categories'], undefined),
          ...list(['quota', 'categories'], [SAMPLE.category(texts)]),
        ])),
    '',
    `# ${texts.plan.structure}`,
    ...(requirements.length > 0
      ? [field(['structure'], undefined), ...requirements]
      : commented([field(['structure'], undefined), ...list(['structure'], [SAMPLE.requirement(texts)])])),
    '',
    `# ${texts.plan.reserve}`,
    ...(answers.reserve
      ? [field(['reserve'], undefined), field(['reserve', 'perSlot'], answers.reserve)]
      : commented([field(['reserve'], undefined), field(['reserve', 'perSlot'], SAMPLE.reserve)])),
    '',
    `# ${texts.plan.materials}`,
    field(['materials'], undefined),
    ...list(['materials'], materialsOf(texts)),
    '',
    `# ${texts.plan.files}`,
    field(['candidates'], candidates),
    field(['timeline'], 'timeline.yaml'),
  ].join('\n')}\n`;
}

/** What nobody has asked for stands there as a comment, to be filled in or left. */
const commented = (lines: string[]): string[] => lines.map(line => `# ${line}`);

const SAMPLE = {
  category: ({ sample }: TemplateTexts) => ({ id: 'village', name: sample.category, count: 5 }),
  requirement: ({ share }: TemplateTexts) => ({
    id: 'women',
    name: share.women,
    where: WHERE.women,
    min: '30%',
  }),
  reserve: { min: 1, max: 2 },
};

const yamlValue = (value: unknown, shape: Shape, keys: Language): string =>
  typeof value === 'object' ? yamlFlow(value, shape, keys) : yamlScalar(value, shape, keys);

const WHERE: Record<ShareName, object> = {
  women: { gender: 'female' },
  youth: { age: { max: 35 } },
  education: { education: { min: 'senior-high' } },
  frontline: { occupation: ['farmer', 'herder', 'worker', 'manager'] },
  minority: { ethnicity: { not: '汉族' } },
};

const requirementsOf = (shares: Shares, { share }: TemplateTexts): object[] =>
  SHARES.flatMap(name => {
    const demand = shares[name];
    if (!demand) return [];
    const { comparator = usualComparator(name), share: amount } = demand;
    return [{ id: name, name: share[name], where: WHERE[name], [comparator]: amount }];
  });

const materialsOf = ({ material }: TemplateTexts): object[] =>
  Object.entries(material).map(([id, name]) => ({
    id,
    name,
    ...(id === 'reports' && { count: 4 }),
    ...(id === 'league' && { when: { age: { max: 27 }, leagueMember: true } }),
  }));

/** An empty candidates.yaml with an entry to copy. */
export function emptyRoster(keys: Language, texts: TemplateTexts): string {
  const root = rootShape('candidates');
  return `${[
    schemaLine('candidates'),
    ...texts.candidates.map(line => `# ${line}`),
    `${yamlKey(root, 'schema', keys)}: candidates/v1`,
    `${yamlKey(root, 'candidates', keys)}: []`,
  ].join('\n')}\n`;
}

/** timeline.yaml with the steps of the Rules; the first day is to be filled in, and the others follow from it. */
export function timelineYaml(
  { year, name, superior }: Pick<Answers, 'year' | 'name' | 'superior'>,
  keys: Language,
  texts: TemplateTexts,
): string {
  const root = rootShape('timeline');
  const step = itemShape(fieldShape(root, 'steps'));
  const text = rulesOn(yearEndOf(year));
  const owners = {
    branches: texts.branches,
    unit: name,
    committee: cannotApprove(name, name) ? superior || texts.superior : name,
  };
  const steps = stepsOf(text);
  const lines = steps.map(({ id, kind, duration, owner }, index) => {
    const before = steps[index - 1];
    const timing = before ? { duration, after: [before.id] } : { on: texts.toBeFilledIn };
    return `  - ${yamlFlow({ id, name: texts.steps[id], kind, ...timing, owner: owners[owner] }, step, keys)}`;
  });
  // The year in which the text changes has both.
  const straddles = text === 2026 && rulesOn(dayOf(year, 1, 1)!) === 2014;
  return `${[
    schemaLine('timeline'),
    ...[...texts.timeline, ...(straddles ? [texts.straddles] : [])].map(line => `# ${line}`),
    `${yamlKey(root, 'schema', keys)}: timeline/v1`,
    `${yamlKey(root, 'steps', keys)}:`,
    ...lines,
  ].join('\n')}\n`;
}

import { fieldShape, itemShape, rootShape, type Shape } from '../read/fields/shape.ts';
import type { Texts } from '../text/texts.ts';
import { type Keys, yamlFlow, yamlKey, yamlScalar } from '../text/yaml.ts';

export interface Category {
  id: string;
  name: string;
  count: number;
}

/** A share of the nominees, by the name of the usual requirement. */
export type Shares = Partial<Record<ShareName, string>>;
export const SHARES = ['women', 'youth', 'education', 'frontline', 'minority'] as const;
export type ShareName = (typeof SHARES)[number];

/** What a new plan is made of. */
export interface Answers {
  year: number;
  name: string;
  superior: string;
  total: number;
  categories: Category[];
  shares: Shares;
  /** the roster beside the plan: `candidates.yaml`, or a workbook */
  candidates: string;
}

/** Of the plan of 2016 that the example keeps. */
export const DEFAULTS = {
  total: 9,
  categories: [
    { id: 'office', name: '机关、事业单位干部职工', count: 1 },
    { id: 'farmer', name: '农牧民', count: 7 },
    { id: 'school', name: '学校党组织', count: 1 },
  ] satisfies Category[],
  shares: {
    women: '45%',
    youth: '80%',
    education: '80%',
    frontline: '70%',
    minority: '20%',
  } satisfies Shares,
};

/** Comments in the language of the keys. */
type TemplateTexts = Texts['init']['template'];

const STEPS = [
  ['course', 'activist-training'],
  ['nominate', 'nomination'],
  ['inspect', 'inspection'],
  ['decide', 'decision'],
  ['notice', 'notice'],
] as const;
type StepId = (typeof STEPS)[number][0];

const DURATION: Partial<Record<StepId, string>> = { inspect: '5wd', notice: '5wd' };

const schemaLine = (kind: string): string => `# yaml-language-server: $schema=.schema/${kind}.json`;

/** plan.yaml with comments. */
export function planYaml(answers: Answers, keys: Keys, texts: TemplateTexts): string {
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
      : []),
    '',
    ...(requirements.length > 0
      ? [`# ${texts.plan.structure}`, field(['structure'], undefined), ...requirements, '']
      : []),
    `# ${texts.plan.reserve}`,
    field(['reserve'], undefined),
    field(['reserve', 'perSlot'], { min: 2, max: 3 }),
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

const yamlValue = (value: unknown, shape: Shape, keys: Keys): string =>
  typeof value === 'object' ? yamlFlow(value, shape, keys) : yamlScalar(value, shape, keys);

const WHERE: Record<ShareName, object> = {
  women: { gender: 'female' },
  youth: { age: { max: 35 } },
  education: { education: { min: 'senior-high' } },
  frontline: { occupation: ['farmer', 'herder', 'worker', 'manager'] },
  minority: { ethnicity: { not: '汉族' } },
};

const requirementsOf = (shares: Shares, { share }: TemplateTexts): object[] =>
  SHARES.filter(name => shares[name] !== undefined).map(name => ({
    id: name,
    name: share[name],
    where: WHERE[name],
    [name === 'women' ? 'about' : 'min']: shares[name],
  }));

const materialsOf = ({ material }: TemplateTexts): object[] =>
  Object.entries(material).map(([id, name]) => ({
    id,
    name,
    ...(id === 'reports' && { count: 4 }),
    ...(id === 'league' && { when: { age: { max: 27 }, leagueMember: true } }),
  }));

/** An empty candidates.yaml with an entry to copy. */
export function emptyRoster(keys: Keys, texts: TemplateTexts): string {
  const root = rootShape('candidates');
  return `${[
    schemaLine('candidates'),
    ...texts.candidates.map(line => `# ${line}`),
    `${yamlKey(root, 'schema', keys)}: candidates/v1`,
    `${yamlKey(root, 'candidates', keys)}: []`,
  ].join('\n')}\n`;
}

/** timeline.yaml with the usual steps, dates to be filled in. */
export function timelineYaml(year: number, keys: Keys, texts: TemplateTexts): string {
  const root = rootShape('timeline');
  const step = itemShape(fieldShape(root, 'steps'));
  const lines = STEPS.map(([id, kind], index) => {
    const timing =
      index === 0
        ? { on: firstDay(year) }
        : { duration: DURATION[id] ?? '1wd', after: [STEPS[index - 1]![0]] };
    return `  - ${yamlFlow({ id, name: texts.steps[id], kind, ...timing, owner: OWNER[id] }, step, keys)}`;
  });
  return `${[
    schemaLine('timeline'),
    ...texts.timeline.map(line => `# ${line}`),
    `${yamlKey(root, 'schema', keys)}: timeline/v1`,
    `${yamlKey(root, 'steps', keys)}:`,
    ...lines,
  ].join('\n')}\n`;
}

const OWNER: Record<StepId, string> = {
  course: '镇组织办',
  nominate: '各党支部',
  inspect: '镇党委',
  decide: '镇党委',
  notice: '镇组织办',
};

/** The first Monday of June: the example of 2016 begins in its first week. */
function firstDay(year: number): string {
  const weekday = new Date(Date.UTC(year, 5, 1)).getUTCDay();
  return `${year}-06-0${1 + ((8 - weekday) % 7)}`;
}

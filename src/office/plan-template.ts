import { fieldShape, itemShape, rootShape, type Shape, titleOf } from '../read/fields/shape.ts';
import type { Texts } from '../text/texts.ts';

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

/** Writes keys and values of enumerations in one language, by the schema's own names. */
class Words {
  private readonly zh: boolean;
  constructor(keys: 'zh' | 'en') {
    this.zh = keys === 'zh';
  }

  key(shape: Shape, name: string): string {
    const title = titleOf(shape, name);
    return this.zh && shape.keys?.[title] === name ? title : name;
  }

  value(shape: Shape, value: string): string {
    const spelling = Object.entries(shape.values ?? {}).find(([name, of]) => of === value && name !== value);
    return this.zh ? (spelling?.[0] ?? value) : value;
  }
}

const schemaLine = (kind: string): string => `# yaml-language-server: $schema=.schema/${kind}.json`;

/** plan.yaml with comments. */
export function planYaml(answers: Answers, keys: 'zh' | 'en', texts: TemplateTexts): string {
  const words = new Words(keys);
  const plan = rootShape('plan');
  const k = (name: string) => words.key(plan, name);
  const under = (path: string[], name: string) => words.key(path.reduce(below, plan), name);
  const entry = (path: string[], fields: [string, string][]) =>
    `    - { ${fields.map(([name, value]) => `${under(path, name)}: ${value}`).join(', ')} }`;
  const organization = (name: string) => under(['organization'], name);
  const categories = answers.categories.map(({ id, name, count }) =>
    entry(
      ['quota', 'categories', '[]'],
      [
        ['id', text(id)],
        ['name', text(name)],
        ['count', String(count)],
      ],
    ),
  );
  return `${[
    schemaLine('plan'),
    `# ${texts.plan.title}`,
    `${k('schema')}: plan/v1`,
    `${k('year')}: ${answers.year}`,
    `${k('organization')}:`,
    `  ${organization('name')}: ${text(answers.name)}`,
    ...(answers.superior === '' ? [] : [`  ${organization('superior')}: ${text(answers.superior)}`]),
    `${k('ageAsOf')}: ${answers.year}-12-31 # ${texts.plan.ageAsOf}`,
    '',
    `# ${texts.plan.quota}`,
    `${k('quota')}:`,
    `  ${under(['quota'], 'total')}: ${answers.total}`,
    ...(categories.length > 0 ? [`  ${under(['quota'], 'categories')}:`, ...categories] : []),
    '',
    ...structureLines(answers.shares, words, texts),
    `# ${texts.plan.reserve}`,
    `${k('reserve')}:`,
    `  ${under(['reserve'], 'perSlot')}: { ${under(['reserve', 'perSlot'], 'min')}: 2, ${under(['reserve', 'perSlot'], 'max')}: 3 }`,
    '',
    `# ${texts.plan.materials}`,
    `${k('materials')}:`,
    ...materialLines(words, texts),
    '',
    `# ${texts.plan.files}`,
    `${k('candidates')}: ${text(answers.candidates)}`,
    `${k('timeline')}: timeline.yaml`,
  ].join('\n')}\n`;
}

const below = (shape: Shape, name: string): Shape =>
  name === '[]' ? itemShape(shape) : fieldShape(shape, name);

function structureLines(shares: Shares, words: Words, texts: TemplateTexts): string[] {
  const plan = rootShape('plan');
  const item = itemShape(fieldShape(plan, 'structure'));
  const where = fieldShape(item, 'where');
  const age = fieldShape(where, 'age');
  const education = fieldShape(where, 'education');
  const occupation = fieldShape(where, 'occupation');
  const not = fieldShape(where, 'ethnicity');
  const condition: Record<ShareName, string> = {
    women: `${words.key(where, 'gender')}: ${words.value(fieldShape(where, 'gender'), 'female')}`,
    youth: `${words.key(where, 'age')}: { ${words.key(age, 'max')}: 35 }`,
    education: `${words.key(where, 'education')}: { ${words.key(education, 'min')}: ${words.value(education, 'senior-high')} }`,
    frontline: `${words.key(where, 'occupation')}: [${['farmer', 'herder', 'worker', 'manager'].map(value => words.value(occupation, value)).join(', ')}]`,
    minority: `${words.key(where, 'ethnicity')}: { ${words.key(not, 'not')}: 汉族 }`,
  };
  const lines = SHARES.flatMap(name => {
    const share = shares[name];
    if (share === undefined) return [];
    const comparator = words.key(item, name === 'women' ? 'about' : 'min');
    const fields = [
      `${words.key(item, 'id')}: ${name}`,
      `${words.key(item, 'name')}: ${text(texts.share[name])}`,
      `${words.key(item, 'where')}: { ${condition[name]} }`,
      `${comparator}: ${share}`,
    ];
    return [`  - { ${fields.join(', ')} }`];
  });
  if (lines.length === 0) return [];
  return [`# ${texts.plan.structure}`, `${words.key(plan, 'structure')}:`, ...lines, ''];
}

function materialLines(words: Words, { material }: TemplateTexts): string[] {
  const item = itemShape(fieldShape(rootShape('plan'), 'materials'));
  const when = fieldShape(item, 'when');
  const k = (name: string) => words.key(item, name);
  return Object.entries(material).map(([id, name]) => {
    const fields = [`${k('id')}: ${id}`, `${k('name')}: ${text(name)}`];
    if (id === 'reports') fields.push(`${k('count')}: 4`);
    if (id === 'league') {
      const young = `${words.key(when, 'age')}: { ${words.key(fieldShape(when, 'age'), 'max')}: 28 }`;
      fields.push(`${k('when')}: { ${young}, ${words.key(when, 'leagueMember')}: true }`);
    }
    return `  - { ${fields.join(', ')} }`;
  });
}

/** An empty candidates.yaml with an entry to copy. */
export function emptyRoster(keys: 'zh' | 'en', texts: TemplateTexts): string {
  const words = new Words(keys);
  const root = rootShape('candidates');
  const lines = texts.candidates.map(line => `# ${line}`);
  return `${[
    schemaLine('candidates'),
    ...lines,
    `${words.key(root, 'schema')}: candidates/v1`,
    `${words.key(root, 'candidates')}: []`,
  ].join('\n')}\n`;
}

/** timeline.yaml with the usual steps, dates to be filled in. */
export function timelineYaml(year: number, keys: 'zh' | 'en', texts: TemplateTexts): string {
  const words = new Words(keys);
  const root = rootShape('timeline');
  const step = itemShape(fieldShape(root, 'steps'));
  const kinds = fieldShape(step, 'kind');
  const k = (name: string) => words.key(step, name);
  const lines = STEPS.map(([id, kind], index) => {
    const previous = STEPS[index - 1]?.[0];
    const fields = [
      `${k('id')}: ${id}`,
      `${k('name')}: ${text(texts.steps[id])}`,
      `${k('kind')}: ${words.value(kinds, kind)}`,
      index === 0 ? `${k('on')}: ${firstDay(year)}` : `${k('duration')}: ${DURATION[id] ?? '1wd'}`,
      ...(previous === undefined ? [] : [`${k('after')}: [${previous}]`]),
      `${k('owner')}: ${OWNER[id]}`,
    ];
    return `  - { ${fields.join(', ')} }`;
  });
  return `${[
    schemaLine('timeline'),
    ...texts.timeline.map(line => `# ${line}`),
    `${words.key(root, 'schema')}: timeline/v1`,
    `${words.key(root, 'steps')}:`,
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

/** Names and codes; quoted where YAML could take them for something else. */
const text = (value: string): string =>
  /^[\p{L}][\p{L}\p{N}_.、（）-]*$/u.test(value) && !/^(true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value);

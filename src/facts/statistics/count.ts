import type { Where } from '../../generated/types.ts';
import vocabulary from '../../generated/vocabulary.json' with { type: 'json' };
import { conditionOf } from '../../model/condition.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { eventDate, stageOn } from '../../model/stage.ts';
import { dayOf } from '../../values/day.ts';

/** A column of the statistics table: those who meet a condition. */
export interface StatisticsColumn {
  id: string;
  where: Where;
  /** of the county's own columns, whose name no text of ours has */
  name?: string;
}

/** Education in bands that together are everybody of whom it is known; so are occupations. */
const EDUCATION: StatisticsColumn[] = [
  { id: 'postgraduate', where: { education: 'postgraduate' } },
  { id: 'bachelor', where: { education: 'bachelor' } },
  { id: 'college', where: { education: 'college' } },
  { id: 'senior-high', where: { education: 'senior-high' } },
  { id: 'below-senior-high', where: { education: { max: 'junior-high' } } },
];

/** The columns of the table that counties draw up; `--columns` chooses among them and the county's own. */
export const STATISTICS_COLUMNS: readonly StatisticsColumn[] = [
  { id: 'women', where: { gender: 'female' } },
  { id: 'minority', where: { ethnicity: { not: '汉族' } } },
  { id: 'youth', where: { age: { max: 35 } } },
  ...EDUCATION,
  { id: 'frontline', where: { occupation: ['farmer', 'herder', 'fisher', 'worker', 'manager'] } },
  { id: 'league', where: { leagueMember: true } },
  { id: 'mobile', where: { mobile: true } },
  ...Object.keys(vocabulary.occupation).map(id => ({ id, where: { occupation: id } }) as StatisticsColumn),
];

/**
 * Of whom a block of the table counts: everybody at a stage, those who became full members this year, those whose stage the
 * roster does not tell, and, over all stages, the nominees.
 */
export const BLOCKS = [
  'applicant',
  'activist',
  'prospective',
  'probationary',
  'converted',
  'unknown',
  'nominee',
] as const;
export type Block = (typeof BLOCKS)[number];

/** Heads in a column, and of whom it is not known. */
export type Heads = [have: number, unknown: number];

/** Of one block: all people, and for each column its heads. */
export interface BlockCount {
  total: number;
  columns: Heads[];
}

export type Statistics = Record<Block, BlockCount>;

/** Counts the people of a plan; who was a full member before this year stands in no block but that of nominees. */
export function statisticsOf(plan: Plan, columns: readonly StatisticsColumn[]): Statistics {
  const conditions = columns.map(({ where }) => conditionOf(where));
  const counts = emptyStatistics(columns.length);
  for (const person of plan.people)
    for (const block of blocksOf(person, plan)) {
      const count = counts[block];
      count.total++;
      for (const [at, meets] of conditions.entries()) {
        const truth = meets(person.data, plan.ageAsOf);
        if (truth) count.columns[at]![0]++;
        else if (truth === undefined) count.columns[at]![1]++;
      }
    }
  return counts;
}

function blocksOf(person: Person, { asOf, year }: Plan): Block[] {
  const stage = stageOn(person, asOf);
  const converted = eventDate(person.data, 'conversionMeeting');
  const isOfYear = converted !== undefined && converted.first >= dayOf(year, 1, 1)! && converted.last <= asOf;
  const block: Block | undefined =
    stage === 'full' ? (isOfYear ? 'converted' : undefined) : (stage ?? 'unknown');
  return [...(block ? [block] : []), ...(person.role === 'nominee' ? (['nominee'] as const) : [])];
}

/** Something made for each block. */
export const mapBlocks = <T>(make: (block: Block) => T): Record<Block, T> =>
  Object.fromEntries(BLOCKS.map(block => [block, make(block)])) as Record<Block, T>;

const emptyStatistics = (columns: number): Statistics =>
  mapBlocks(() => ({ total: 0, columns: Array.from({ length: columns }, (): Heads => [0, 0]) }));

/** The sum of units: every figure is the sum of those above it. */
export function addStatistics(units: readonly Statistics[], columns: number): Statistics {
  const sum = emptyStatistics(columns);
  for (const unit of units)
    for (const block of BLOCKS) {
      sum[block].total += unit[block].total;
      for (const [at, [have, unknown]] of unit[block].columns.entries()) {
        sum[block].columns[at]![0] += have;
        sum[block].columns[at]![1] += unknown;
      }
    }
  return sum;
}

/** The values that have to be the same in all parts of a run, in the order in which they are told. */
export const SHARD_VALUES = [
  'version',
  'asOf',
  'language',
  'redacted',
  'county',
  'countyFile',
  'plans',
  'list',
  'key',
  'columns',
] as const;

/** A value in which two parts differ. */
export interface Difference {
  what: (typeof SHARD_VALUES)[number];
  one: string;
  other: string;
}

import type { CountyFile } from '../generated/types.ts';
import type { Place } from '../model/place.ts';
import type { Comparator, CountyObstacle } from '../values/share.ts';

/**
 * A county's file as it was read: what it lacks was reported, and an entry that lacks what it needs is null (read/form/prune.ts). Its
 * year and name hold all the same.
 */
export type ReadCountyFile = Partial<Pick<CountyFile, 'year' | 'quota'>> &
  Omit<CountyFile, 'year' | 'quota' | 'townships' | 'structure' | 'statistics'> & {
    statistics?: (NonNullable<CountyFile['statistics']>[number] | null)[];
    townships: (CountyFile['townships'][number] | null)[];
    structure?: (NonNullable<CountyFile['structure']>[number] | null)[];
  };

/** What rules on a county look at: its file, what became of its townships, and their sums. */
export interface CountyFacts {
  file: ReadCountyFile;
  place: Place;
  townships: Township[];
  /** plans in the county's folder that its file does not name */
  unlisted: { path: string; name: string; total: number | null }[];
  rollup: Rollup;
}

/** An entry of the county's file. */
export interface Township {
  /** place in the county's list */
  index: number;
  name: string;
  /** the folder of its plan, where the file names one */
  folder?: string;
  /** an earlier entry has its name, or its folder */
  twice?: { by: 'name' | 'folder'; other: string };
  /** whether there is anything in the folder; also true where an earlier entry has the same folder, which is told there */
  isThere: boolean;
  /** of the plan that was found there, could be read, and is not told of at an earlier entry */
  year?: number;
}

/** The sum of a county's townships against its plan. */
export interface Rollup {
  /** to the townships; null where nobody knows yet what one of them has */
  allocated: number | null;
  /** quotas of the townships' own plans */
  planned: number;
  nominees: number;
  /** of the slots of all rosters that were read: what is needed for them, and how many there are */
  reserves: { min: number; max: number | null; have: number; slots: number };
  applicants: number;
  activists: number;
  structure: CountyRequirement[];
}

export interface CountyRequirement {
  /** place in the county's list */
  index: number;
  id: string;
  name: string;
  comparator: Comparator;
  amount: string;
  whole: number;
  min: number;
  max: number | null;
  have: number;
  /** nominees of whom it is not known whether they count */
  unknown: number;
  /** slots without a nominee, and all of those of a plan whose roster was not read; null where their number is not known */
  vacant: number | null;
  /** null where nobody is a nominee yet, or where it depends on who is unknown or still to come */
  met: boolean | null;
  /** why no number of heads can be named */
  obstacle?: CountyObstacle;
}

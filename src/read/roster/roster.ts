import type { MapNode } from '../yaml/node.ts';
import type { Column } from './columns.ts';
import type { Letterhead } from './letterhead.ts';
import type { Note } from './note.ts';
import type { SheetSource } from './sheet-source.ts';

/** A workbook as people: a tree like a YAML file's, whose places are cells, and what was noted on the way. */
export interface Roster {
  source: SheetSource;
  /** `{candidates: [...]}` */
  root: MapNode;
  people: RosterRow[];
  notes: Note[];
  /** tables that were read, with their columns */
  tables: { sheet: string; headRow: number; columns: Column[]; people: number }[];
  sheets: string[];
  /** whose it is, and of which year */
  letterhead: Letterhead;
}

/** One person as the sheet has them. */
export interface RosterRow {
  sheet: string;
  row: number;
  node: MapNode;
  /** the list it stands on, by the section or the title above it */
  list?: ListedAs | undefined;
}

/** What a section or a title says of how people are listed, in its own words. */
export interface ListedAs {
  role: 'nominee' | 'reserve';
  text: string;
}

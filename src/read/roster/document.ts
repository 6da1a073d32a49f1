import type { CandidatesFile } from '../../generated/types.ts';
import type { ReadDocument } from '../document.ts';
import { Reader } from '../fields/reader.ts';
import { rootShape } from '../fields/shape.ts';
import { reportUnreadable } from '../files.ts';
import type { Problems } from '../problem.ts';
import { reportAndPrune } from '../refuse.ts';
import { RosterRefusal } from './refusal.ts';
import { type Roster, type RosterOptions, readRoster } from './roster.ts';

export interface RosterDocument extends ReadDocument<CandidatesFile> {
  roster: Roster;
}

/**
 * Reads a workbook as a roster file: what is wrong with a cell goes to `problems` with its sheet and cell, as what is
 * wrong with a YAML file goes with its line.
 */
export function readRosterDocument(
  path: string,
  bytes: Uint8Array,
  problems: Problems,
  options: RosterOptions,
): RosterDocument | undefined {
  try {
    const roster = readRoster(path, bytes, { ...options, limits: problems.limits });
    const { source, root } = roster;
    const reader = new Reader(source, problems);
    const value = reader.read(root, rootShape('candidates'));
    const isValid = reportAndPrune('candidates', value, root, source, reader.refused, problems);
    return isValid ? { value: value as CandidatesFile, place: source.root(root), roster } : undefined;
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    reportUnreadable(path, error.reason, problems);
    return undefined;
  }
}

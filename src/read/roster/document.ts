import type { CandidatesFile } from '../../generated/types.ts';
import { type ReadDocument, readTree } from '../document.ts';
import { reportUnreadable } from '../files.ts';
import type { Problems } from '../problem.ts';
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
    const document = readTree<CandidatesFile>('candidates', roster.source, roster.root, problems);
    return document && { ...document, roster };
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    reportUnreadable(path, error.reason, problems);
    return undefined;
  }
}

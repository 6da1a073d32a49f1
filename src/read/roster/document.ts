import type { CandidatesFile } from '../../generated/types.ts';
import { type ReadDocument, readTree } from '../document.ts';
import { reportUnreadable } from '../files.ts';
import type { Problems } from '../problem.ts';
import { type RosterOptions, readRoster } from './read-roster.ts';
import { RosterRefusal } from './refusal.ts';
import { reportNotes } from './report-notes.ts';
import type { Roster } from './roster.ts';

export interface RosterDocument extends ReadDocument<CandidatesFile> {
  roster: Roster;
}

/**
 * Reads a workbook as a roster file: what is wrong with a cell, what was guessed and what was left out goes to `problems`
 * with its sheet and cell, as what is wrong with a YAML file goes with its line.
 */
export function readRosterDocument(
  path: string,
  bytes: Uint8Array,
  problems: Problems,
  options: RosterOptions,
): RosterDocument | undefined {
  try {
    const roster = readRoster(path, bytes, { ...options, limits: problems.limits });
    const { source, root, notes } = roster;
    const before = problems.all.length;
    const document = readTree<CandidatesFile>('candidates', source, root, problems);
    nameHeadings(roster, problems, before);
    reportNotes(notes, source, problems);
    return document && { ...document, roster };
  } catch (error) {
    if (!(error instanceof RosterRefusal)) throw error;
    reportUnreadable(path, error.reason, problems);
    return undefined;
  }
}

/** What is wrong with a cell is told by the heading of its column: the clerk has never seen the field's English name. */
function nameHeadings({ tables }: Roster, problems: Problems, from: number): void {
  for (const problem of problems.all.slice(from)) {
    if (problem.code !== 'input/schema') continue;
    const { cell, line, column } = problem.place.locate();
    const own = tables
      .filter(({ sheet, headRow }) => cell?.startsWith(`[${sheet}]`) && headRow < line)
      .flatMap(({ columns }) => columns)
      .findLast(({ index }) => index === column - 1);
    problem.args = { ...problem.args, field: own?.heading ?? problem.args.field, cell: true };
  }
}

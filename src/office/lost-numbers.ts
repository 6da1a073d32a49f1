import type { CandidatesFile } from '../generated/types.ts';
import type { Roster } from '../read/roster/roster.ts';
import { targetTitle } from '../read/roster/target.ts';
import type { Language } from '../text/language.ts';

/** Written where a number belongs whose last digits Excel lost: every check says so again until somebody has typed it. */
export const LOST_NUMBER: Record<Language, string> = { zh: '末几位已丢失', en: 'digits lost' };

/** The people of a roster, with that in the place of each ID number of which only the first digits are left. */
export function withLostNumbers(
  value: CandidatesFile,
  { notes, people }: Roster,
  keys: Language,
): CandidatesFile {
  const title = targetTitle(['idNumber']);
  const lost = new Set(
    notes
      .filter(({ kind, field }) => kind === 'digits-lost' && field === title)
      .map(({ sheet, row }) => `${sheet}\n${row}`),
  );
  if (lost.size === 0) return value;
  const candidates = value.candidates.map((person, index) => {
    const at = people[index];
    if (person === null || !at || !lost.has(`${at.sheet}\n${at.row}`)) return person;
    const { id, name, ...rest } = person;
    return { id, name, idNumber: LOST_NUMBER[keys], ...rest };
  });
  return { ...value, candidates } as CandidatesFile;
}

import type { Candidate, Step } from '../../generated/types.ts';
import { isSamePaper } from '../../model/papers.ts';

/** A paper of the plan's list. */
interface Listed {
  id: string;
  name: string;
}

/**
 * Puts the code of each paper in the place of its name, in what people have handed in and in what steps ask for: reports and
 * printed plans show names, and a clerk copies them from there. A code is never taken for a name.
 */
export function namePapers(
  papers: readonly Listed[],
  people: readonly (Candidate | null)[],
  steps: readonly (Step | null)[],
): void {
  if (papers.length === 0) return;
  for (const person of people) {
    const handed = person?.materials;
    if (!handed) continue;
    for (const written of Object.keys(handed)) {
      const code = codeOf(written, papers);
      // What stands there twice is told of as a paper that the plan does not have.
      if (code === written || code === undefined || code in handed) continue;
      handed[code] = handed[written]!;
      delete handed[written];
    }
  }
  for (const step of steps) if (step?.due) step.due = step.due.map(each => codeOf(each, papers) ?? each);
}

/** The code of the paper that somebody wrote: by its code or name, but for marks; else by the name that it usually has. */
function codeOf(written: string, papers: readonly Listed[]): string | undefined {
  if (papers.some(({ id }) => id === written)) return written;
  const called = papers.filter(({ name }) => bare(name) === bare(written));
  if (called.length > 0) return called.length === 1 ? called[0]!.id : undefined;
  const same = papers.filter(paper => isSamePaper(paper, { id: written, name: written }));
  return same.length === 1 ? same[0]!.id : undefined;
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s《》“”"()]/g, '');

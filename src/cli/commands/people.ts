import type { Decision } from '../../facts/procedure/decisions.ts';
import { foldName } from '../../model/name.ts';
import type { Person, Plan } from '../../model/plan.ts';
import { type ClaimingPaper, pastDecision, unproven } from '../../output/papers/steps/claims.ts';
import type { Day } from '../../values/day.ts';
import { nearest } from '../../values/nearest.ts';
import type { Options, Session } from '../session.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Whom a paper is about: those named with `--person` by id or name, else those whom it is about by default.
 * @throws {UsageError} for somebody who is not on the roster, and where there is nobody
 */
export function chosenPeople(
  { texts }: Session,
  { people }: Plan,
  options: Options,
  byDefault: readonly Person[],
  decision: Decision | undefined,
): readonly Person[] {
  const { stepPapers } = texts;
  const asked = (options.person as string[] | undefined) ?? [];
  // `--person 王芳、李强`, unless somebody is called so.
  const namesIn = (text: string): string[] =>
    people.some(({ id, name }) => id === text || name === text)
      ? [text]
      : text.split(/[,，、]/).flatMap(part => (part.trim() === '' ? [] : [part.trim()]));
  const chosen =
    asked.length === 0
      ? byDefault
      : asked.flatMap(namesIn).map(text => {
          const byId = people.find(({ id }) => id === text);
          if (byId) return byId;
          const named = people.filter(({ name }) => foldName(name) === foldName(text));
          if (named.length > 1)
            throw new UsageError(
              stepPapers.severalPeople(
                text,
                named.map(({ id }) => id),
              ),
            );
          if (named.length === 0)
            throw new UsageError(
              stepPapers.unknownPerson(
                text,
                nearest(
                  text,
                  people.flatMap(({ id, name }) => [id, name]),
                ),
              ),
            );
          return named[0]!;
        });
  if (chosen.length === 0)
    throw new UsageError(stepPapers.nobody(decision ? stepPapers.decisions[decision] : ''));
  return [...new Set(chosen)];
}

/** Says what a paper claims of people and the roster does not show, and who is past the decision that it is about. */
export function tellClaims(
  session: Session,
  plan: Plan,
  paper: ClaimingPaper,
  decision: Decision,
  people: readonly Person[],
  day?: Day,
): void {
  const { stepPapers } = session.texts;
  const names = (whose: readonly Person[]) => whose.map(({ name }) => name.replace(/\s+/g, ' '));
  const past = paper === 'notice' || paper === 'pre-review' ? pastDecision(plan, decision, people) : [];
  if (past.length > 0)
    session.tell(`plan: ${stepPapers.past(names(past), stepPapers.decisions[decision])}\n`);
  const open = unproven(plan, paper, decision, people, day);
  if (open.length > 0)
    session.tell(
      `plan: ${stepPapers.unproven(open.map(each => ({ claim: each.claim, names: names(each.people) })))}\n`,
    );
}

import type { Person } from '../model/plan.ts';

/** A name in a list of contacts or introducers, with its number there. */
export interface ListedName {
  index: number;
  name: string;
}

/** A name that cannot stand there: it stands there before (`repeated`), or it is the person's own (`self`). */
export interface WrongName extends ListedName {
  why: 'repeated' | 'self';
}

/** The names of a list; those that could not be read are left out, the others keep their numbers. */
export const listedNames = (list: readonly (string | null)[] | undefined): ListedName[] =>
  (list ?? []).flatMap((name, index) => (name === null ? [] : [{ index, name }]));

/** The names that stand twice in a list, and the person's own. */
export function wrongNames({ name: own }: Person, names: readonly ListedName[]): WrongName[] {
  const seen = new Set<string>();
  return names.flatMap(listed => {
    const why = listed.name === own ? 'self' : seen.has(listed.name) ? 'repeated' : undefined;
    seen.add(listed.name);
    return why ? [{ ...listed, why }] : [];
  });
}

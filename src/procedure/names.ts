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
export function listedNames(list: readonly (string | null)[] = NOBODY): ListedName[] {
  const names: ListedName[] = [];
  for (let index = 0; index < list.length; index++) {
    const name = list[index];
    if (name !== null && name !== undefined) names.push({ index, name });
  }
  return names;
}

const NOBODY: readonly string[] = [];

/** The names that stand twice in a list, and the person's own. */
export function wrongNames({ name: own }: Person, names: readonly ListedName[]): WrongName[] {
  const wrong: WrongName[] = [];
  for (const listed of names) {
    const { name, index } = listed;
    // The lists are short: names are looked for among those before.
    const why =
      name === own
        ? 'self'
        : names.some(before => before.index < index && before.name === name)
          ? 'repeated'
          : undefined;
    if (why) wrong.push({ ...listed, why });
  }
  return wrong;
}

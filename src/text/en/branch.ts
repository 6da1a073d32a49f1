import type { GroupTexts } from '../rule-texts.ts';
import { count, list, person } from './words.ts';

export const branch: GroupTexts<'branch'> = {
  'branch/inactive': {
    title: 'Branch without new members',
    demand:
      "Branches are warned by the years without a new member, the plan's year included, unless they have a nominee; the setting branchInactive sets colours and years.",
    message: ({ branch: name, years, colour }) =>
      `${name} has had no new member for ${count(years, 'year')} (${colour})`,
    remedy: ({ lastDeveloped, colour }) =>
      colour === 'orange' || colour === 'red'
        ? `the last was in ${lastDeveloped}: check that; if so, find out why and help the branch to cultivate activists`
        : 'remind the branch to cultivate activists; nominate who is ready',
  },
  'branch/no-activist': {
    title: 'Branch without activists',
    demand:
      'Every branch has an activist during the year (common local practice, blue level); checked where the roster names branches.',
    message: ({ branch: name, year }) => `${name} has no activist in ${year} (blue)`,
    remedy: () =>
      'complete the roster; if there is none, the branch recommends applicants, without lowering the standard',
  },
  'branch/unknown-branch': {
    title: 'No such branch',
    demand: 'Where the plan lists branches, those of the roster are among them.',
    message: ({ person: who, branch: name }) =>
      `the branch "${name}" of ${person(who)} is not among those of the plan`,
    remedy: ({ nearest, branches }) =>
      `${nearest ? `did you mean "${nearest}"? ` : ''}the plan has ${list(branches)}; add it there if it is missing`,
  },
};

import type { GroupTexts } from '../texts.ts';
import { list, person } from './words.ts';

export const candidate: GroupTexts<'candidate'> = {
  'candidate/unknown-slot': {
    title: 'No such slot',
    demand: 'People are listed for slots that the quota has: category id and number, as in farmer-1.',
    message: ({ person: who, slot }) =>
      `${person(who)} is listed for slot "${slot}", which the plan does not have`,
    remedy: ({ nearest, categories }) =>
      `${nearest ? `did you mean "${nearest}"? ` : ''}there are: ${list(categories.map(({ id, count }) => (count > 1 ? `${id}-1 to ${id}-${count}` : `${id}-1`)))}`,
  },
};

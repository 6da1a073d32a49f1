import type { GroupTexts } from '../texts.ts';
import { count, list, people, person } from './words.ts';

export const quota: GroupTexts<'quota'> = {
  'quota/sum-mismatch': {
    title: 'Sums do not add up',
    demand: 'The slots of the categories, and those of the batches, add up to the total.',
    message: ({ parts, numbers, sum, total }) =>
      `the ${parts} add up to ${numbers.length > 1 ? `${numbers.join('+')}=` : ''}${sum}, not to the total of ${total}: ${Math.abs(sum - total)} too ${sum > total ? 'many' : 'few'}`,
    remedy: () => 'compare the total that was issued with its distribution',
  },
  'quota/over-total': {
    title: 'Quota exceeded',
    demand:
      'There are no more nominees than slots, unless nomineesPerSlot says that more are nominated on purpose.',
    message: ({ scope, name, have, limit }) =>
      scope === 'total'
        ? `${count(have, 'nominee')} for ${count(limit, 'slot')}`
        : scope === 'category'
          ? `${count(have, 'nominee')} for the ${count(limit, 'slot')} of "${name}"`
          : `${count(have, 'nominee')} listed for slot ${name}`,
    remedy: ({ have, limit, people: who }) =>
      `take out or list as reserves ${have - limit} of ${people(who)}; more slots need approval from above`,
  },
  'quota/unfilled': {
    title: 'Slots not used',
    demand: 'Quotas are indicative and need not be used up; unused slots are pointed out.',
    message: ({ slots, count: open, total }) =>
      `${open} of ${count(total, 'slot')} without a nominee: ${list(slots)}`,
    remedy: () => 'nominate who is ripe; otherwise report the slots as unused',
  },
  'quota/wrong-category': {
    title: 'Wrong category',
    demand: 'A nominee belongs to the category of the slot.',
    message: ({ person: who, slot, category, own }) =>
      `${person(who)} belongs to "${own}" but is listed for slot ${slot} of "${category}"`,
    remedy: () => 'list the person for a slot of the right category, or correct the category',
  },
  'quota/allocation-mismatch': {
    title: 'Not what the county allocated',
    demand: "The township's total is what the county allocated to it.",
    message: ({ township, allocated, total }) =>
      `${township} plans ${total}, the county allocated ${allocated}`,
    remedy: ({ file, line }) => `settle it with the organization department (${file} line ${line})`,
  },
  'quota/growth-limit': {
    title: 'Grows too fast',
    demand: "The total stays within a share of last year's actual admissions, e.g. 120%.",
    message: ({ total, limit, lastYear, share }) =>
      `${total} planned; ${share} of last year's ${lastYear} is ${limit}`,
    remedy: ({ limit }) => `reduce it to ${limit}, or add the consent from above`,
  },
};

import type { GroupTexts } from '../rule-texts.ts';
import { demand, person, quantity, stillOpen } from './words.ts';

const heads = (min: number, max: number | null): string =>
  max === null ? `at least ${min}` : min === max ? String(min) : `${min} to ${max}`;

export const batch: GroupTexts<'batch'> = {
  'batch/duplicate-person': {
    title: 'Somebody on two rosters',
    demand:
      'Nobody stands on the rosters of two organizations. The same ID number is the same person; the same name and birth date may be.',
    message: ({ person: who, organization, place, certain, leaving }) =>
      `${person(who)} ${certain ? 'also stands' : 'may also stand'} on the roster of ${organization} (${place})${leaving ? '; one of them is noted as leaving' : ''}`,
    remedy: ({ certain, leaving }) =>
      leaving
        ? 'once the transfer is confirmed, take the person off the former roster'
        : certain
          ? 'let the two organizations compare and keep one entry; note a transfer on the former roster'
          : 'compare the ID numbers; two different people may stay',
  },
  'batch/sum-mismatch': {
    title: 'Allocations that do not add up',
    demand:
      "What the townships are allocated is the county's total less what it holds back; their own plans add up to no more.",
    message: ({ total, totalAs, held, sum, limit, of }) => {
      const whole = `${totalAs ? quantity(totalAs) : total}${held > 0 ? ` less ${held} held back` : ''} is ${limit}`;
      return of === 'planned'
        ? `the townships' plans add up to ${sum}; ${whole}`
        : `the townships are allocated ${sum}; ${whole}`;
    },
    remedy: ({ of }) =>
      of === 'planned'
        ? 'lower the plans that have more than their township is allocated; if the total has changed, correct it'
        : 'compare the allocations, what is held back, and the total',
  },
  'batch/missing-township': {
    title: 'Township without a plan',
    demand: "Every township that the county's file names has a plan.",
    message: ({ name, path }) =>
      path === '' ? `${name} names no plan folder` : `there is no plan of ${name}: ${path}`,
    remedy: () => 'ask for it, or mend its path',
  },
  'batch/township-twice': {
    title: 'Township listed twice',
    demand: "The county's file names each township once, with a folder of its own.",
    message: ({ name, other, by, path }) =>
      by === 'name' ? `${name} is listed twice` : `${name} and ${other} name the same folder: ${path}`,
    remedy: ({ by }) =>
      by === 'name'
        ? 'take out the second entry and compare the total'
        : 'mend the path; of townships that were merged keep one entry',
  },
  'batch/unlisted-plan': {
    title: 'Plan without an allocation',
    demand:
      "Every plan in the county's folder is named by its file and allocated a quota; one that is not named is in the sums all the same.",
    message: ({ name, path, total }) =>
      `the county's file does not name ${name} (${path})${total === null ? '' : `; its plan of ${total} is in the sums`}`,
    remedy: () =>
      'add it to townships with its quota; move what was not asked for, or is a copy, out of the folder',
  },
  'batch/year-mismatch': {
    title: 'Plan of another year',
    demand: "The townships' plans are of the county's year.",
    message: ({ name, year, countyYear }) =>
      `${name} handed in its plan of ${year}; the county adds up ${countyYear}`,
    remedy: ({ path, countyYear }) => `ask for the plan of ${countyYear} and put it into ${path}`,
  },
  'batch/structure-not-met': {
    title: 'Structure of the county not met',
    demand:
      "The county's demands hold for the sum of the townships' heads, not for the mean of their ratios.",
    message: ({ name, comparator, amount, whole, min, max, have, obstacle, of }) =>
      obstacle === 'no-base'
        ? `the county's ${name} is a share of "${of}", which is no requirement of the county and no category of any plan`
        : obstacle === 'no-integer'
          ? `the county demands of ${name} ${demand(comparator, amount)}: no number of heads of ${whole} is that; the townships have ${have}`
          : `the county demands of ${name} ${demand(comparator, amount)}: ${heads(min, max)} of ${whole}; the townships have ${have}`,
    remedy: ({ comparator, min, max, have, obstacle }) =>
      obstacle === 'no-base'
        ? "mend of: the id of another requirement of the county, or of a category in the townships' plans"
        : obstacle === 'no-integer'
          ? comparator === 'actual'
            ? 'compare the share that was reported with the heads'
            : 'write about instead, or a number of heads'
          : have < min
            ? `${min - have} more are needed: exchange where townships can`
            : `${have - (max ?? have)} too many: exchange where townships can`,
  },
  'batch/structure-undecided': {
    title: 'Structure of the county cannot be judged yet',
    demand:
      'Slots without a nominee, rosters that were not read and values that are not filled in count neither for nor against a demand; where it depends on them it is judged neither met nor not met.',
    message: ({ name, comparator, amount, whole, have, vacant, unknown }) =>
      `the county demands of ${name} ${demand(comparator, amount)}: the townships have ${have} of ${whole}; ${stillOpen(vacant, unknown)}, so it cannot be judged yet`,
    remedy: ({ vacant, unknown, fields }, key) => {
      const fill = `to fill in ${fields.map(field => key(`candidates.candidates.${field}`)).join(', ')}`;
      if (vacant === null) return 'ask the townships for their numbers of slots and their nominees';
      if (vacant === 0) return `ask the townships ${fill}`;
      return `ask the townships to name their nominees${unknown > 0 ? ` and ${fill}` : ''}; a roster that cannot be read has to be sent again`;
    },
  },
  'batch/growth': {
    title: 'County total grows too fast',
    demand: "The county's total stays within its limit over last year's actual admissions.",
    message: ({ total, lastYear, limit }) =>
      `the county plans ${total}; last year were ${lastYear}, so at most ${limit}`,
    remedy: () => 'reduce the total, or have the limit changed',
  },
};

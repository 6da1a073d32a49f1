import type { Unfitness } from '../../facts/reserve/fitness.ts';
import type { Waiting } from '../../rules/waiting.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { count, date, fullDate, list, people, person, slot, slots } from './words.ts';

const UNFIT: Record<
  Unfitness,
  (args: { category: string; day: string; months: number; ripeOn: string }) => string
> = {
  category: ({ category }) => `does not belong to "${category}"`,
  'unknown-category': ({ category }) => `has no category, so it is not known whether "${category}" fits`,
  'not-activist': ({ day }) => `is no activist by ${date(day)}`,
  'unknown-activist': () => 'has no date of becoming an activist',
  member: () => 'is a (probationary) member already',
  'not-ripe': ({ day, months, ripeOn }) =>
    `has less than ${count(months, 'month')} of cultivation by ${date(day)}; they are full on ${fullDate(ripeOn)}`,
};

const unripe = ({ people: who, day, months }: Waiting): string =>
  who.length === 0
    ? ''
    : `; not counted, with less than ${count(months, 'month')} of cultivation by ${fullDate(day)}: ${people(who)}`;

const later = ({ people: who }: Waiting): string =>
  who.length === 0
    ? ''
    : `; or fill the slots later, when these count: ${list(who.map(each => `${person(each)} from ${fullDate(each.ripeOn)}`))}`;

export const reserve: GroupTexts<'reserve'> = {
  'reserve/too-few': {
    title: 'Too few reserves',
    demand:
      'Each slot has the number of reserve activists that the plan asks for; the nominee does not count unless the plan says so.',
    message: ({ slotName, have, min, waiting }) =>
      `${slot(slotName)} has ${count(have, 'reserve')}, at least ${min} needed: ${min - have} lacking${unripe(waiting)}`,
    remedy: ({ waiting }) => `add from the ripe activists of this category${later(waiting)}`,
  },
  'reserve/no-safe-substitute': {
    title: 'No reserve who could step in',
    demand:
      'When a nominee drops out, some reserve of the slot should be able to step in with every requirement still met.',
    message: ({ slotName, person: who, reserves }) =>
      `if ${person(who)} of ${slot(slotName)} drops out, none of the ${count(reserves, 'person', 'people')} who could be its reserves can step in without missing a requirement`,
    remedy: () => 'rearrange the reserves; plan select --resilience lists who could step in where',
  },
  'reserve/too-many': {
    title: 'Too many reserves',
    demand: 'No slot has more reserves than the plan allows.',
    message: ({ slotName, have, max }) =>
      `${slot(slotName)} lists ${count(have, 'reserve')}, at most ${max} allowed`,
    remedy: ({ extra }, key) =>
      `list for another slot, or delete their ${key('candidates.candidates.slot')} so that they are assigned: ${people(extra)}`,
  },
  'reserve/listed-twice': {
    title: 'Listed twice',
    demand: 'A person is listed for one slot only.',
    message: ({ person: who, slotName, first }) =>
      `${person(who)} is listed for ${slot(slotName)} and also for ${slot(first.slotName)} (${first.role}, line ${first.line})`,
    remedy: () => 'keep one; for two people of the same name compare birth dates and ID numbers',
  },
  'reserve/not-eligible': {
    title: 'Cannot be a reserve',
    demand:
      'A reserve is an activist of the category with a year of cultivation by the day on which the slot is filled.',
    message: ({ person: who, slotName, why, ...args }) =>
      `${person(who)}, reserve for ${slot(slotName)}, ${UNFIT[why](args)}`,
    remedy: ({ why }) =>
      why === 'unknown-activist' || why === 'unknown-category'
        ? 'fill in what is missing'
        : 'choose somebody else or another slot; correct the date if it is wrong',
  },
  'reserve/cannot-be-assigned': {
    title: 'Reserves cannot be assigned',
    demand:
      'Activists without a slot are assigned by the tool; where slots compete for too few people, they and the people are named.',
    message: ({ slotNames, people: who, needed, have, waiting }) =>
      `${slots(slotNames)} need ${count(needed, 'more reserve')} together, only ${have} can serve (${people(who)}): ${needed - have} lacking${unripe(waiting)}`,
    remedy: ({ waiting }) =>
      `cultivate more activists who fit, or change the distribution${later(waiting)}; plan select tells the cheapest way out`,
  },
  'reserve/funnel-short': {
    title: 'Too few in stock',
    demand: 'Applicants and activists reach the ratio to new members that the plan sets, e.g. 5:4:1.',
    message: ({ what, have, need, ratio, members, total }) =>
      `${have} ${what}; ${ratio}:${members} for ${total} new members asks for ${need}: ${need - have} lacking`,
    remedy: () => 'cultivate more; the stock can be stated under funnel',
  },
};

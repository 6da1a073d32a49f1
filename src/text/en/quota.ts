import { headsOf } from '../../values/quantity.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { count, people, person, quantity, slot, slots } from './words.ts';

const STOPPED = {
  structure: 'structure',
  reserve: 'reserves',
  nominees: 'whether there are too many nominees',
  funnel: 'applicants and activists in proportion',
  growth: 'growth limit',
  batches: 'sum of the batches',
  allocation: 'what the county allocated',
};

export const quota: GroupTexts<'quota'> = {
  'quota/sum-mismatch': {
    title: 'Sums do not add up',
    demand: 'The slots of the categories, and those of the batches, add up to the total.',
    message: ({ parts, numbers, sum, total, over }) =>
      `the ${parts} add up to ${numbers.length > 1 ? `${numbers.map(quantity).join(' + ')} = ` : ''}${sum}, not to the total of ${quantity(total)}: ${Math.abs(over)} too ${over > 0 ? 'many' : 'few'}`,
    remedy: ({ parts, sum, total, allocated }, key) => {
      if (allocated === undefined)
        return `compare with what was issued: if the parts are right write ${key.put('plan.quota.total', sum)}, else correct the parts`;
      const given = `the county allocated ${allocated}`;
      if (allocated === headsOf(total))
        return `${given}, which is the total: correct the ${parts} so that they add up to it`;
      const put = key.put('plan.quota.total', allocated);
      return `${given}: write ${put}${allocated === sum ? '' : `, and correct the ${parts} so that they add up to it`}`;
    },
  },
  'quota/number-unknown': {
    title: 'Number of slots not known',
    demand:
      'Where the total, or the slots of a category, are not stated, nothing that follows from them is judged, and each such thing is named; nothing is computed with 0.',
    message: ({ what, how, names, stopped }) =>
      `${
        what === 'category'
          ? `the slots of ${names.map(name => `"${name}"`).join(', ')} are ${how === 'pending' ? 'not known yet' : how === 'unreadable' ? 'not understood' : 'not stated'}`
          : {
              pending: 'the total is not known yet',
              unreadable: 'the total was not understood',
              missing: 'no total (quota) is stated',
            }[how]
      }${stopped.length > 0 ? `, so these are not checked: ${stopped.map(each => STOPPED[each]).join(', ')}` : ''}`,
    remedy: ({ what, how, sum }, key) =>
      what === 'category'
        ? `add the number once it is issued (${key.put('plan.quota.categories.count', 7)})`
        : sum > 0
          ? `the categories come to ${sum}; if that is the total, write ${key.put('plan.quota.total', sum)}`
          : how === 'pending'
            ? 'add the total once it is issued, and check again'
            : `write it under ${key('plan.quota')}, e.g. ${key.put('plan.quota.total', 9)}; also {about: 30}, {max: 30}, or pending where it is not issued yet`,
  },
  'quota/per-branch': {
    title: 'Number for each branch not kept',
    demand:
      'Where the plan says how many each branch has at least or at most, the nominees and the total agree with it.',
    message: ({ case: what, branch, have, limit, total, branches, people: who }) =>
      ({
        over: `${branch}: ${count(have, 'nominee')}, more than the ${limit} for each branch`,
        under: `${branch}: ${count(have, 'nominee')}, fewer than the ${limit} for each branch`,
        'total-over': `${branches} branches with at most ${limit} each make ${branches * limit}, fewer than the total of ${total}`,
        'total-under': `${branches} branches with at least ${limit} each need ${branches * limit}, more than the total of ${total}`,
        'branch-unknown': `the roster names no branch, so these are counted for none: ${people(who)}`,
      })[what],
    remedy: ({ case: what, limit, people: who }) =>
      ({
        over: `reduce them to ${limit}, or list as reserves some of ${people(who)}`,
        under: 'nominate who is ripe; otherwise report it as it is',
        'total-over': 'compare the total, the branches and the limit',
        'total-under': 'compare the total, the branches and the minimum',
        'branch-unknown': 'fill in the branch',
      })[what],
  },
  'quota/same-name': {
    title: 'Categories of one name',
    demand: 'No two categories have the same name: nobody could tell two from one entered twice.',
    message: ({ name, firstLine }) => `there is a category "${name}" already, in line ${firstLine}`,
    remedy: () => 'write the full names if they are two; else take one out',
  },
  'quota/over-total': {
    title: 'Quota exceeded',
    demand:
      'There are no more nominees than slots, unless nomineesPerSlot says that more are nominated on purpose.',
    message: ({ scope, name, slotName, have, limit }) =>
      scope === 'total'
        ? `${count(have, 'nominee')} for ${count(limit, 'slot')}`
        : scope === 'category'
          ? `${count(have, 'nominee')} for the ${count(limit, 'slot')} of "${name}"`
          : `${count(have, 'nominee')} listed for ${slotName ? slot(slotName) : name}`,
    remedy: ({ have, limit, people: who }) =>
      `take out or list as reserves ${have - limit} of ${people(who)}; more slots need approval from above`,
  },
  'quota/unfilled': {
    title: 'Slots not used',
    demand: 'Quotas are indicative and need not be used up; unused slots are pointed out.',
    message: ({ slotNames, count: open, total }) =>
      `${open} of ${count(total, 'slot')} without a nominee: ${slots(slotNames)}`,
    remedy: (_, key) =>
      `nominate who is ripe (on the roster ${key.put('candidates.candidates.role', 'nominee')}); otherwise report the slots as unused`,
  },
  'quota/wrong-category': {
    title: 'Wrong category',
    demand: 'A nominee belongs to the category of the slot.',
    message: ({ person: who, slotName, own }) =>
      `${person(who)} belongs to "${own}" but is listed for ${slot(slotName)}`,
    remedy: ({ category }, key) =>
      `if the category is wrong, write ${key.put('candidates.candidates.category', category)}; if the slot is, list the person for one of their own`,
  },
  'quota/allocation-mismatch': {
    title: 'Not what the county allocated',
    demand: "The township's total is what the county allocated to it.",
    message: ({ township, allocated, allocatedAs, total }) =>
      `${township} plans ${total}, the county allocated ${allocatedAs ? quantity(allocatedAs) : allocated}`,
    remedy: ({ allocated, file, line }, key) =>
      `write ${key.put('plan.quota.total', allocated)}, and correct the categories with it; if that is not right, settle it with the county (${file} line ${line})`,
  },
  'quota/other-unit': {
    title: "Not the unit of the county's file",
    demand:
      "The county's file calls each unit as its plan does, so that no unit is counted by the plan of another.",
    message: ({ name, township }) =>
      `this is the plan of "${name}"; the county's file has this folder under "${township}"`,
    remedy: ({ name, township, file, line }) =>
      `if it is in the wrong folder, put the plan of ${township} here; if they are one unit, write name: ${name} in line ${line} of ${file}`,
  },
  'quota/growth-limit': {
    title: 'Grows too fast',
    demand: "The total stays within a share of last year's actual admissions, e.g. 120%.",
    message: ({ total, limit, lastYear, share }) =>
      `${total} planned; ${share} of last year's ${lastYear} is ${limit}`,
    remedy: ({ limit }) => `reduce it to ${limit}, or add the consent from above`,
  },
};

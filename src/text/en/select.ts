import type { select as zh } from '../zh/select.ts';
import { and, count, fullDate, list } from './words.ts';

const quoted = (names: string[]): string => and(names.map(name => `"${name}"`));

export const select: typeof zh = {
  title: plan => `${plan}: selection`,
  disclaimer:
    "This is arithmetic on the plan's own requirements, to help deliberation. Nobody is scored; the branches and the committee decide.",
  stands: (complete, errors) =>
    errors > 0
      ? `The nominees need not change; but ${count(errors, 'error is', 'errors are')} left that no choice of nominees mends, listed below.`
      : complete
        ? 'The present nominees meet every requirement and every slot has its reserves: nothing needs to change.'
        : 'The check finds nothing for which nominees would have to change.',
  feasible: (changes, dropped) =>
    `Every slot and requirement can be met with reserves for each slot: ${[
      ...(changes > 0 ? [`${count(changes, 'slot')} at least must change`] : []),
      ...(dropped > 0
        ? [
            `${count(dropped, 'nominee has', 'nominees have')} no slot and ${dropped === 1 ? 'becomes a reserve' : 'become reserves'}`,
          ]
        : []),
    ].join('; ')}.`,
  infeasible: 'No choice from this roster meets every requirement and leaves every slot its reserves.',
  undecided: 'No answer was found in time, so nothing can be said; --time gives it longer.',
  headings: {
    changes: 'Changes',
    selection: 'Nominees and reserves',
    reasons: 'Why',
    why: 'Why nominees have to change',
    unmended: 'Errors that are left',
    waysOut: 'What would help',
    resilience: 'Substitutes',
  },
  columns: {
    changes: ['Slot', 'Now', 'Then'],
    selection: ['Slot', 'Nominee', 'Reserves', 'Remark'],
    resilience: ['Slot', 'Nominee', 'Reserves who could step in'],
  },
  open: 'open',
  noSlot: 'no slot',
  toReserve: 'becomes a reserve',
  unmended:
    'No choice of nominees mends these, and they were not weighed here; see what plan check says of them:',
  more: number => `${number} more: see plan check`,
  becomes: (name, from, to) => `${name}: ${from} → ${to}`,
  standing: (nominee, slot) => `${nominee ? 'nominee' : 'reserve'}${slot === undefined ? '' : ` (${slot})`}`,
  line: (number, who) => `line ${number}  ${who}`,
  changed: 'changed',
  list: names => names.join(', '),
  reserve: 'reserves',
  tooFewFit: (category, need, have) =>
    `"${category}" has ${count(need, 'slot')}, but only ${have} on the roster fit.`,
  tooFew: (requirement, need, have) => `"${requirement}" needs ${need}, the roster has ${have}.`,
  tooMany: (requirement, most, others) =>
    `"${requirement}" allows ${most}, but there are only ${others} others to fill the rest of the slots.`,
  competition: (slots, needed, people) =>
    `${list(slots)} with their reserves need ${needed} people; ${people.length} are eligible${people.length > 0 ? `: ${list(people)}` : ''}.`,
  conflict: names => `Each can be met alone, but not together: ${quoted(names)}.`,
  conflictOne: name => `"${name}" cannot be met even alone.`,
  noConflict: 'The slots alone cannot be filled, whatever the requirements.',
  add: (number, category, names) =>
    `${number} for ${category}${names.length > 0 ? `, each of them ${quoted(names)}` : ''}`,
  addIntro: number => `Find ${count(number, 'more person', 'more people')}, activists who are ripe by then:`,
  lower: (name, from, to) => `lower the minimum of "${name}" from ${from} to ${to}`,
  raise: (name, from, to) => `raise the maximum of "${name}" from ${from} to ${to}`,
  relax: 'Change the requirements (the fewest heads in all):',
  later: (day, months) =>
    `Or fill the slots later (now ${fullDate(day)}): these reserves have less than ${count(months, 'month')} of cultivation by then and are not counted:`,
  from: (who, day) => `${who}: full on ${fullDate(day)}`,
  exchange: number => `and exchange ${count(number, 'nominee')}`,
  orRelax: 'Or change the requirements (the fewest heads in all):',
  none: 'none',
  resilience: (safe, all, pairs, allPairs) =>
    `Of ${count(all, 'nominee')}, ${safe} could drop out and be replaced by a reserve of the slot with every requirement still met; of ${count(allPairs, 'pair')} who might drop out together, ${pairs} could.`,
  noSlots: 'the plan has no slots or no roster: there is nothing to select',
  cannotWrite: path =>
    `${path} would not read back as this choice: nothing was written; change it by hand as shown`,
  isTable: path =>
    `${path} is a table, which is not written to: open it, change role and slot as shown, save it and run plan check`,
  notUtf8: path => `${path} is not UTF-8: nothing was written; save it as UTF-8 first`,
  nothingToWrite: 'the nominees stay the same: there is nothing to write',
  backup: path => `the file as it was is kept as ${path}`,
};

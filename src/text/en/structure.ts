import { isShareText } from '../../values/share.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { count, demand, heads, people, share } from './words.ts';

const derivation = (whole: number, amount: string, exact: string, min: number, max: number | null) =>
  isShareText(amount) ? `${share(amount)} of ${whole} is ${exact}: ${heads(min, max)}` : heads(min, max);

/** `"women", "men"`; the others stand on lines of their own. */
const namesOf = ({ name, other }: { name: string; other: string }): string =>
  [name, ...other.split('\n')].map(each => `"${each}"`).join(', ');

export const structure: GroupTexts<'structure'> = {
  'structure/not-met': {
    title: 'Requirement not met',
    demand:
      'The nominees meet the structure requirements. Minimums round up, maximums round down, about accepts both neighbours; bounds are inclusive.',
    message: ({ name, comparator, amount, whole, exact, min, max, have }) =>
      `${name}: ${demand(comparator, amount)} is required (${derivation(whole, amount, exact, min, max)}), there ${have === 1 ? 'is' : 'are'} ${have}`,
    remedy: ({ name, short, over, inReserve, unknown }) => {
      if (short > 0 && unknown >= short)
        return `${short} short, and of ${unknown} it is not known: fill in what is missing of them first, then exchange nominees for people who count as "${name}" if there are still too few`;
      const [amiss, wanted, heads] =
        short > 0
          ? [`${short} short`, `count as "${name}"`, short]
          : [`${over} too many`, `do not count as "${name}"`, over];
      if (inReserve >= heads)
        return `${amiss}: exchange nominees for reserves who ${wanted}; plan select works out the fewest changes`;
      return inReserve === 0
        ? `${amiss}, and nobody in the reserve is one of those who ${wanted}: choose among other activists and enter them in the roster`
        : `${amiss}, and only ${inReserve} of the reserve ${wanted}: exchange these, and choose the rest among other activists`;
    },
  },
  'structure/jointly-infeasible': {
    title: 'Requirements that cannot be met together',
    demand: 'Some choice from the roster meets all requirements together and leaves every slot its reserves.',
    message: ({ names, reserve }) =>
      `no choice from this roster meets together: ${[...names.map(name => `"${name}"`), ...(reserve ? ['reserves for every slot'] : [])].join(', ')}; each alone could be met`,
    remedy: () => 'plan select tells why, and what would help with the least change',
  },
  'structure/unknown-value': {
    title: 'Not known whether they count',
    demand:
      'What is not known meets neither a condition nor its negation; it is not counted but pointed out.',
    message: ({ name, people: who }) => `it is not known whether these count as "${name}": ${people(who)}`,
    remedy: ({ fields }, key) =>
      `write for each of them ${fields.map(each => key.put(`candidates.candidates.${each}`, '…')).join(', ')}`,
  },
  'structure/planned-conflicts-share': {
    title: 'Planned number contradicts the share',
    demand: 'A head count stated in the plan agrees with its own ratio.',
    message: ({ name, comparator, amount, whole, exact, min, max, planned, share: planShare }) =>
      `${name}: ${planned} planned${planShare && ` (${planShare})`}, but ${demand(comparator, amount)} is ${comparator === 'actual' ? 'stated' : 'required'} (${derivation(whole, amount, exact, min, max)})`,
    remedy: ({ comparator, min, max, share }, key) =>
      comparator === 'actual'
        ? `compare the heads, the share and the total: if the heads are right, the share is ${share}`
        : `write ${key.put('plan.structure.planned', min === max || max === null ? min : `${min} (or ${max})`)}, or change the ratio`,
  },
  'structure/no-integer-fits': {
    title: 'No whole number fits',
    demand: 'At least one whole number of people meets the demand.',
    message: args => {
      switch (args.case) {
        case 'exactly':
          return `${args.name}: exactly ${share(args.demand)} is ${args.exact} people, which is no whole number`;
        case 'actual':
          return `${args.name}: ${share(args.demand)} of ${args.other} is no number of people: ${args.otherDemand.replace(/(\d+) ([\d.]+%) ?/g, '$1 is $2, ').replace(/, $/, '')}`;
        case 'pair':
          return `"${args.name}" asks for at least ${args.from}, "${args.other}" allows at most ${args.to} of the same people`;
        case 'too-many':
          return `${namesOf(args)} have nobody in common and ask for at least ${args.from} together, of ${args.to} in all`;
        case 'too-few':
          return `${namesOf(args)} are everybody and allow at most ${args.from} together, of ${args.to} in all`;
        case 'yearly':
          return `${args.name} over ${args.other} years is ${args.exact} a year; ±${share(args.demand)} is ${args.from} to ${args.to}, without a whole number`;
      }
    },
    remedy: args =>
      args.case === 'actual'
        ? 'compare the share, the heads and the total: one of them is wrong'
        : args.case === 'exactly'
          ? `use about, or state ${args.from} or ${args.to}`
          : args.case === 'pair'
            ? 'change one of them'
            : args.case === 'too-many'
              ? 'lower one of them, or correct the total'
              : args.case === 'too-few'
                ? 'raise one of them, or correct the total'
                : 'widen the tolerance, or state the number of each year',
  },
  'structure/subset-larger-than-whole': {
    title: 'Part larger than the whole',
    demand:
      'A requirement that is part of another asks for no more people, and none asks for more than the total.',
    message: ({ part, whole, partHeads, wholeHeads, certain }) =>
      whole === ''
        ? `"${part}" asks for ${partHeads}, the total is ${wholeHeads}`
        : certain
          ? `"${part}" asks for ${partHeads}, but "${whole}", which contains it, allows only ${wholeHeads}`
          : `"${part}" asks for ${partHeads}, more than "${whole}" (${wholeHeads}), which contains it and so demands nothing`,
    remedy: () => 'compare the numbers and the conditions of both',
  },
  'structure/no-margin': {
    title: 'Nobody to spare',
    demand: 'Where the minimum is just met, one nominee fewer of the kind breaks it.',
    message: ({ name, have, min }) => `${name}: ${count(have, 'nominee')}, just the minimum of ${min}`,
    remedy: ({ name }) => `prepare a reserve who counts as "${name}"`,
  },
};

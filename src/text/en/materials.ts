import type { GroupTexts } from '../rule-texts.ts';
import { known, step as stepName } from './steps.ts';
import { date, fullDate, person } from './words.ts';

export const materials: GroupTexts<'materials'> = {
  'materials/missing': {
    title: 'Paper missing',
    demand: 'Nominees hand in the papers of the list; what is missing after its due day is an error.',
    message: ({ person: who, material, due, overdue }) =>
      who === null
        ? 'the roster keeps no papers, so they were not checked'
        : `${person(who)} lacks "${material}"${due ? `, ${overdue ? 'which was due' : 'due'} by ${date(due)}` : ''}`,
    remedy: ({ person: who, owner }) =>
      who === null
        ? 'to have them checked, fill in materials in the roster'
        : `hand it in and record the date; write na where it is not needed${owner ? ` (collected by ${owner})` : ''}`,
  },
  'materials/late': {
    title: 'Paper late',
    demand: 'Papers are in by the day that the timeline says, that day included.',
    message: ({ person: who, material, on: day, due, step }) =>
      `"${material}" of ${person(who)} came on ${fullDate(day)}; "${step}" asks for it by ${date(due)}`,
    remedy: () =>
      'check the date; if it was late, add a waiver with the reason (plan explain materials/late shows how)',
  },
  'materials/out-of-order': {
    title: 'Paper out of order',
    demand:
      'The dates of papers follow the procedure: the application by the talk; the record of the talk between application and activist; review, autobiography and certificate by the pre-review; the form between pre-review and branch meeting.',
    message: ({ person: who, material, on: day, event, eventOn, must }) =>
      `"${material}" of ${person(who)} is dated ${known(day)} but must be ${must} ${stepName(event)} (${known(eventOn)})`,
    remedy: () =>
      'check the date; where the paper was made later, explain it and add a waiver (plan explain materials/out-of-order shows how)',
  },
  'materials/wrong-count': {
    title: 'Wrong number of papers',
    demand: 'As many papers as the list says; of quarterly ones at least as many, one a quarter.',
    message: ({ person: who, material, have, need, quarter }) =>
      quarter
        ? `two of "${material}" of ${person(who)} fall into quarter ${quarter.slice(5)} of ${quarter.slice(0, 4)}`
        : have > need
          ? `${have} of "${material}" are recorded for ${person(who)}; the list asks for ${need}`
          : `${person(who)} handed in ${have} of "${material}"; ${need} are needed, ${need - have} lacking`,
    remedy: ({ have, need, quarter }) => {
      if (quarter) return 'check the dates; add the one of the missing quarter';
      return have > need
        ? 'remove what is recorded twice, or change count in the list'
        : 'hand in what is lacking';
    },
  },
  'materials/not-applicable': {
    title: 'Paper not needed',
    demand: 'By the condition of the list this person does not need the paper; check condition and data.',
    message: ({ person: who, material }) => `${person(who)} does not need "${material}", but it is recorded`,
    remedy: () => 'check birth date, League membership and the like',
  },
};

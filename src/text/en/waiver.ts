import type { GroupTexts } from '../rule-texts.ts';
import { fullDate } from './words.ts';

const of = (rule: string, subject: string) => (subject === '' ? rule : `${rule} (${subject})`);

export const waiver: GroupTexts<'waiver'> = {
  'waiver/unused': {
    title: 'Unused waiver',
    demand: 'A waiver sets something aside; once that is mended the waiver goes.',
    message: ({ rule, subject }) => `the waiver of ${of(rule, subject)} sets nothing aside`,
    remedy: ({ subject, alike }, key) =>
      alike !== ''
        ? `"${subject}" is the name of several: write the id under ${key('plan.waivers.subject')}: ${alike.replaceAll('、', ' or ')}`
        : `remove it if the finding is mended; else check rule and subject (${key('plan.waivers.subject')}: the id or the name)`,
  },
  'waiver/expired': {
    title: 'Expired waiver',
    demand: 'Waivers end; afterwards the finding counts again.',
    message: ({ rule, subject, until }) => `the waiver of ${of(rule, subject)} ended on ${fullDate(until)}`,
    remedy: (_, key) =>
      `mend the finding; with a new approval write its date under ${key('plan.waivers.until')}`,
  },
  'waiver/unknown-rule': {
    title: 'No such rule',
    demand: 'The rule ids under rules.severity and waivers exist.',
    message: ({ rule }) => `there is no rule "${rule}"`,
    remedy: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'plan explain lists all rules'),
  },
};

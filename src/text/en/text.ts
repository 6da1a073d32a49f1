import type { TextOwner } from '../../model/plan-texts.ts';
import type { DamagedWords } from '../../rules/text/damaged-text.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { fullDate } from './words.ts';

const OWNERS: Record<TextOwner['part'], (name: string) => string> = {
  organization: () => "the organization's name",
  plan: () => "the plan's title",
  section: name => `section "${name}"`,
  category: name => `category "${name}"`,
  batch: name => `batch "${name}"`,
  requirement: name => `requirement "${name}"`,
  material: name => `material "${name}"`,
  branch: name => `branch "${name}"`,
  step: name => `step "${name}"`,
  waiver: name => `the waiver of ${name}`,
  person: name => `the entry of ${name}`,
};

/** `section "指导思想"`, `step "公示"` */
export const owned = ({ part, name }: TextOwner): string => OWNERS[part](name);

const described = ({ why, text: words, excerpt }: DamagedWords): string =>
  `${
    {
      empty: `nothing between "${words[0]}" and "${words.at(-1)}"`,
      mask: `the mask "${words}"`,
      year: `an open year, "${words}"`,
      doubled: `"${words}" has one character too many`,
      words: `"${words}" is written twice`,
      numbering: `the number "${words}" repeats that of the paragraph before`,
      missing: `characters are missing in "${words}"`,
      mojibake: 'garbled characters',
      unbalanced: `"${words}" has no partner`,
    }[why]
  } (${excerpt})`;

const mended = ({ why, text: words }: DamagedWords): string =>
  ({
    empty: 'fill in the title or quotation, or remove the marks',
    mask: 'write the real name',
    year: 'write the year',
    doubled: `remove one "${words[0]}"`,
    words: `remove one "${words.slice(0, words.length / 2)}"`,
    numbering: 'number the paragraphs anew',
    missing: 'complete it from the original',
    mojibake: 'enter the garbled passage again from the original',
    unbalanced: `add the other half of "${words}", or remove it`,
  })[why];

export const text: GroupTexts<'text'> = {
  'text/outdated-reference': {
    title: 'Superseded document cited',
    demand:
      "Documents are cited that are in force in the plan's year: not the trial Rules of 1990 from 2014 on, not those of 2014 in plans for 2027 and later.",
    message: ({ text: words, owner, document, since }) =>
      `${owned(owner)} cites "${words}"; the ${document.en} were superseded on ${fullDate(since)}`,
    remedy: ({ instead }) => `cite the ${instead.en} and check the articles that are cited`,
  },
  'text/outdated-article': {
    title: 'Article has another number now',
    demand:
      'Plans of 2027 and later cite the articles of the revision of 2026: most behind Article 19 of 2014 have a number less.',
    message: ({ text: words, owner, old, instead }) =>
      `${owned(owner)} cites ${old}; what it says (${words}) is ${instead} since the revision of 2026`,
    remedy: ({ old, instead }) => `change ${old} to ${instead} and check the other articles there`,
  },
  'text/wrong-title': {
    title: 'No such document',
    demand: 'Documents are cited by their right titles.',
    message: ({ text: words, owner }) => `${owned(owner)} cites ${words}, a title that no document has`,
    remedy: ({ instead }) => `write ${instead}`,
  },
  'text/outdated-phrase': {
    title: 'Phrase of an earlier period',
    demand: "The phrases of the plan's year are used; older ones mostly come from copying an older plan.",
    message: ({ text: words, owner, until }) =>
      `"${words}" in ${owned(owner)} was the phrase until ${fullDate(until)}`,
    remedy: ({ instead }) => `write "${instead}", and look for more that was copied`,
  },
  'text/damaged-text': {
    title: 'Damaged text',
    demand:
      'Texts are whole: no empty title marks, no masks (**, ××, XX) or open years (20xx), no function words written twice, no missing characters, no mojibake, no mark without its partner.',
    message: ({ damages, owner }) => `${owned(owner)}: ${damages.map(described).join('; ')}`,
    remedy: ({ damages }) => [...new Set(damages.map(mended))].join('; '),
  },
};

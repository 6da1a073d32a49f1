import type { GroupTexts } from '../rule-texts.ts';
import { owned } from './text.ts';
import { list } from './words.ts';

export const privacy: GroupTexts<'privacy'> = {
  'privacy/id-number-exposed': {
    title: 'ID number in a text',
    demand:
      'ID numbers stand in the field idNumber of the roster and in no text that is printed, published or passed on.',
    message: ({ owner, tails }) => `an ID number (ending in ${list(tails)}) stands in ${owned(owner)}`,
    remedy: () => 'remove it; the field idNumber is the place for it and is never shown in full',
  },
  'privacy/phone-exposed': {
    title: 'Phone number in a text',
    demand:
      'Mobile phone numbers stand in the field phone of the roster and in no text that is printed, published or passed on.',
    message: ({ owner, tails }) =>
      `a mobile phone number (ending in ${list(tails)}) stands in ${owned(owner)}`,
    remedy: () => 'remove it; the field phone is the place for it and is never shown in full',
  },
};

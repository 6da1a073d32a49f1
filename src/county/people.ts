import { type Identity, identityOf } from '../model/namesakes.ts';
import type { Person, Plan } from '../model/plan.ts';
import type { Gate } from '../output/gate.ts';

/** Somebody by whom a plan can be compared with others, without what may not be shown. */
export interface PersonKey {
  id: string;
  name: string;
  /** what people are alike by who may be the same: name and birth date, or a digest of them; empty without a day */
  alike: string;
  /** keyed digest of the ID number, or empty */
  number: string;
  /** whether its check digit is the right one */
  numberChecks: boolean;
  /** expected to leave: may stand on two rosters for a while */
  leaving: boolean;
  file: string;
  line: number;
  column: number;
}

/**
 * Everything that a comparison with other plans may need of the people of one.
 * @param digest stands in for ID numbers, and for names that may not be shown: rows go into files
 * @param gate the plan's own
 * @param isRedacted names are replaced
 */
export function keysOf(
  { people }: Plan,
  digest: (text: string) => string,
  gate: Gate,
  isRedacted: boolean,
): PersonKey[] {
  return people.map(person => keyOf(person, digest, gate, isRedacted));
}

function keyOf(person: Person, digest: (text: string) => string, gate: Gate, isRedacted: boolean): PersonKey {
  const { id, name, data, place } = person;
  const { number, numberChecks, alike: ownAlike } = identityOf(person);
  // Among the people of a county too many share a name and a month.
  const alike = data.birth?.length === 10 ? ownAlike : '';
  const { file, line, column } = place.locate();
  return {
    id: gate.text(id),
    name: gate.text(name),
    alike: isRedacted && alike !== '' ? digest(alike) : alike,
    number: number === '' ? '' : digest(number),
    numberChecks,
    leaving: data.events?.leaving !== undefined,
    file,
    line,
    column,
  };
}

/** By what somebody is found on another roster: the ID number for certain, name and birth date as a suspicion. */
export const namesOf = ({ number, alike }: PersonKey): string[] => [
  ...(number === '' ? [] : [`# ${number}`]),
  ...(alike === '' ? [] : [alike]),
];

/** 32 bits of a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Whose an entry is; without the day of birth nobody is suspected. */
export const identityIn = ({ number, numberChecks, alike }: PersonKey): Identity => ({
  number,
  numberChecks,
  alike,
  alikeByMonth: '',
});

import { NAME_DOT, NAME_GAP, partsOfName } from '../../model/name.ts';
import { literal } from '../../values/literal.ts';
import type { NameOf } from '../fields/shape.ts';
import { approvingPeople, responsiblePeople } from './people-named.ts';

const GAP = `${NAME_GAP}*`;
const GAPS = new RegExp(NAME_GAP, 'g');
const DOTS = new RegExp(NAME_DOT, 'g');

/**
 * Pseudonyms for everybody whose name stands in a plan: 人员01 for people on the roster, 党员01 for contacts, introducers, approvers and owners of steps, in
 * the order of the files. The same name is the same pseudonym everywhere in the plan and in each output of it, as long as nobody is put
 * in before. Names are noted as they are read and replaced in what is shown: rules and figures are those of the real names. A part
 * by which people are called (阿依古丽 of 阿依古丽·买买提) is replaced like the name, unless it is a word of the plan as well.
 */
export class Pseudonyms {
  private readonly names = {
    candidate: new Set<string>(),
    member: new Set<string>(),
    /** approvers, and owners of steps */
    other: new Set<string>(),
  };
  private readonly others = new Map<string, string>();
  /** parts of those of other plans */
  private readonly otherParts = new Map<string, string>();
  /** what the plan calls places and things: a part of a name that stands in it is a word like others */
  private words = '';
  private cached: Map<string, string> | undefined;
  private pattern: RegExp | undefined;

  /** Notes a name as it is read. What has no letter in it (the number of a row) is nobody's: figures would be replaced. */
  add(name: string, kind: NameOf): void {
    if (kind === 'approver') for (const person of approvingPeople(name)) this.names.other.add(person);
    else if (kind === 'owner') for (const person of responsiblePeople(name)) this.names.other.add(person);
    else if (/\p{L}/u.test(name)) this.names[kind].add(name);
    this.cached = undefined;
  }

  /** Notes what units, branches and the like are called. */
  spare(words: readonly (string | undefined)[]): void {
    this.words += words.map(word => `\n${plain(word ?? '')}`).join('');
    this.cached = undefined;
  }

  /** Takes in those of another plan, as they are called there: for what is said of several plans together. */
  include(other: Pseudonyms): void {
    const put = (into: Map<string, string>, from: ReadonlyMap<string, string>) => {
      for (const [name, pseudonym] of from) if (!into.has(name)) into.set(name, pseudonym);
    };
    put(this.others, other.whole());
    put(this.otherParts, other.parts());
    this.cached = undefined;
  }

  /**
   * The text with all names in it replaced.
   * @param edge stands on both sides of each pseudonym
   */
  inText(text: string, edge = ''): string {
    const known = this.all();
    const whole = known.get(plain(text));
    if (whole !== undefined) return whole;
    const shown = (name: string) => {
      const pseudonym = known.get(plain(name));
      return pseudonym === undefined ? name : edge + pseudonym + edge;
    };
    return this.pattern ? text.replace(this.pattern, shown) : text;
  }

  private all(): Map<string, string> {
    if (!this.cached) {
      this.cached = new Map([...this.parts(), ...this.whole()]);
      this.pattern = patternOf([...this.cached.keys()]);
    }
    return this.cached;
  }

  /** The pseudonyms of whole names. */
  private whole(): Map<string, string> {
    return new Map([...this.others, ...this.own()]);
  }

  private own(): [name: string, pseudonym: string][] {
    const candidates = [...new Set([...this.names.candidate].map(plain))];
    const members = [...new Set([...this.names.member, ...this.names.other].map(plain))];
    const others = members.filter(name => !candidates.includes(name));
    return [...numbered('党员', others), ...numbered('人员', candidates)];
  }

  /** Those of the parts by which people are called. Of one that several have nobody knows whose it is. */
  private parts(): Map<string, string> {
    const parts = new Map<string, string>();
    for (const [name, pseudonym] of this.own())
      for (const part of partsOfName(name))
        if (!this.words.includes(part)) parts.set(part, parts.has(part) ? SOMEBODY : pseudonym);
    return new Map([...this.otherParts, ...parts]);
  }
}

const SOMEBODY = '某人员';

/** A name of one character is replaced where it stands alone: in others it is part of words. */
const ALONE = '(?<![\\p{L}\\p{N}].)(?![\\p{L}\\p{N}])';
/** So is one in Latin letters: an of plan. */
const BEGINS = '(?<![A-Za-z])';
const ENDS = '(?![A-Za-z])';

/** A name as it is compared: without gaps, with one kind of dot. */
const plain = (name: string): string => name.replace(GAPS, '').replace(DOTS, '·');

/** All names, the longest first (王小明 before 王小), those of one family together: few have to be tried at each place. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const families = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const [first = '', ...rest] = [...name].map(char => (char === '·' ? NAME_DOT : literal(char)));
    const others = rest.length > 0 ? GAP + rest.join(GAP) + (/[A-Za-z]$/.test(name) ? ENDS : '') : ALONE;
    families.set(first, [...(families.get(first) ?? []), others]);
  }
  if (families.size === 0) return undefined;
  const each = [...families].map(
    ([first, rests]) => `${/^[A-Za-z]/.test(first) ? BEGINS : ''}${first}(?:${rests.join('|')})`,
  );
  return new RegExp(each.join('|'), 'gu');
}

function numbered(word: string, names: readonly string[]): [string, string][] {
  const width = Math.max(2, String(names.length).length);
  return names.map((name, index) => [name, `${word}${String(index + 1).padStart(width, '0')}`]);
}

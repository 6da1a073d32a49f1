import { NAME_DOT, NAME_GAP, partsOfName } from '../../model/name.ts';
import { asciiDigits } from '../../model/personal.ts';
import { literal } from '../../values/literal.ts';
import type { NameOf } from '../fields/shape.ts';
import { approvingPeople, responsiblePeople } from './people-named.ts';

const GAPS = new RegExp(`${NAME_GAP}|[\\r\\n]`, 'g');
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
  private cached: Known | undefined;

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
   * @param isFinished it has been laid out: a name does not go on in the next line
   */
  inText(text: string, isFinished = false): string {
    const { names, inValues, inLines } = this.all();
    const whole = names.get(folded(text));
    if (whole !== undefined) return whole;
    const pattern = isFinished ? inLines : inValues;
    return pattern ? text.replace(pattern, name => names.get(folded(name)) ?? name) : text;
  }

  private all(): Known {
    if (!this.cached) {
      const names = [...this.parts(), ...this.whole()];
      this.cached = {
        names: new Map(names.map(([name, pseudonym]) => [folded(name), pseudonym])),
        inValues: patternOf(names, `(?:${NAME_GAP}|[\\r\\n])*`),
        inLines: patternOf(names, `${NAME_GAP}*`),
      };
    }
    return this.cached;
  }

  /** The pseudonyms of whole names. */
  private whole(): Map<string, string> {
    return new Map([...this.others, ...this.own()]);
  }

  private own(): [name: string, pseudonym: string][] {
    const candidates = eachOnce(this.names.candidate);
    const others = eachOnce([...this.names.member, ...this.names.other]);
    for (const name of candidates.keys()) others.delete(name);
    return [...numbered('党员', [...others.values()]), ...numbered('人员', [...candidates.values()])];
  }

  /** Those of the parts by which people are called. Of one that several have nobody knows whose it is. */
  private parts(): Map<string, string> {
    const own = this.own();
    const whole = patternOf(own, '');
    // 阿依古丽·买买提的自传 is named for her, and makes no word of 阿依古丽.
    const words = whole ? this.words.replace(whole, '') : this.words;
    const parts = new Map<string, string>();
    for (const [name, pseudonym] of own)
      for (const part of partsOfName(name))
        if (!words.includes(part)) parts.set(part, parts.has(part) ? SOMEBODY : pseudonym);
    return new Map([...this.otherParts, ...parts]);
  }
}

const SOMEBODY = '某人员';

/** A name of one character is replaced where it stands alone: in others it is part of words. */
const ALONE = '(?<![\\p{L}\\p{N}].)(?![\\p{L}\\p{N}])';
/** So is one in Latin letters: an of plan. */
const LATIN = /[A-Za-z]/;
const LETTER = '[A-Za-zＡ-Ｚａ-ｚ]';
const BEGINS = `(?<!${LETTER})`;
const ENDS = `(?!${LETTER})`;

/** The names of everybody, as they are compared, with what stands for them; and what finds them. */
interface Known {
  names: ReadonlyMap<string, string>;
  inValues: RegExp | undefined;
  inLines: RegExp | undefined;
}

/** A name without gaps, with one kind of dot, and letters of one width. */
const plain = (name: string): string => asciiDigits(name).replace(GAPS, '').replace(DOTS, '·');

/** A name as it is compared: neither capitals nor dots count. */
const folded = (name: string): string => plain(name).replace(/[·-]/g, '').toLowerCase();

const eachOnce = (names: Iterable<string>): Map<string, string> => {
  const once = new Map<string, string>();
  for (const name of names) if (!once.has(folded(name))) once.set(folded(name), plain(name));
  return once;
};

/**
 * All names, the longest first (王小明 before 王小), those of one family together: few have to be tried at each place.
 * @param gap what may stand within a name, as a pattern
 */
function patternOf(
  names: readonly (readonly [name: string, pseudonym: string])[],
  gap: string,
): RegExp | undefined {
  const families = new Map<string, string[]>();
  for (const [name] of [...names].sort(([a], [b]) => b.length - a.length)) {
    const [first = '', ...rest] = [...name].map(char => charOf(char, name.length >= NO_WORD));
    const others = rest.length > 0 ? gap + rest.join(gap) + (LATIN.test(name.at(-1)!) ? ENDS : '') : ALONE;
    families.set(first, [...(families.get(first) ?? []), others]);
  }
  if (families.size === 0) return undefined;
  const each = [...families].map(
    ([first, rests]) => `${first.startsWith('[') ? BEGINS : ''}${first}(?:${rests.join('|')})`,
  );
  return new RegExp(each.join('|'), 'gu');
}

/** A name of so many letters is no word in any case; He and An are. */
const NO_WORD = 5;

/** A character of a name as it may be written: A in either width, and in either case if it may be; a dot in many ways or not at all. */
function charOf(char: string, inAnyCase: boolean): string {
  if (char === '·') return `(?:${NAME_DOT}|-)?`;
  if (!LATIN.test(char)) return literal(char);
  const both = inAnyCase ? [char.toLowerCase(), char.toUpperCase()] : [char];
  return `[${[...both, ...both.map(each => String.fromCharCode(each.charCodeAt(0) + 0xfee0))].join('')}]`;
}

function numbered(word: string, names: readonly string[]): [string, string][] {
  const width = Math.max(2, String(names.length).length);
  return names.map((name, index) => [name, `${word}${String(index + 1).padStart(width, '0')}`]);
}

import { NAME_DOT, NAME_GAP } from '../../model/name.ts';
import { literal } from '../../values/literal.ts';

const GAP = `${NAME_GAP}*`;
const GAPS = new RegExp(NAME_GAP, 'g');
const DOTS = new RegExp(NAME_DOT, 'g');

/**
 * Pseudonyms for everybody whose name stands in a plan: 人员01 for people on the roster, 党员01 for contacts and introducers, in the
 * order of the files. The same name is the same pseudonym everywhere in the plan and in each output of it, as long as nobody is put
 * in before. Names are noted as they are read and replaced in what is shown: rules and figures are those of the real names.
 */
export class Pseudonyms {
  private readonly names = { candidate: new Set<string>(), member: new Set<string>() };
  private readonly others = new Map<string, string>();
  private cached: Map<string, string> | undefined;
  private pattern: RegExp | undefined;

  /** Notes a name as it is read. */
  add(name: string, kind: 'candidate' | 'member'): void {
    if (name === '') return;
    this.names[kind].add(name);
    this.cached = undefined;
  }

  /** Takes in those of another plan, as they are called there: for what is said of several plans together. */
  include(other: Pseudonyms): void {
    for (const [name, pseudonym] of other.all()) if (!this.others.has(name)) this.others.set(name, pseudonym);
    this.cached = undefined;
  }

  /** The text with all names in it replaced. */
  inText(text: string): string {
    const known = this.all();
    const whole = known.get(plain(text));
    if (whole !== undefined) return whole;
    return this.pattern ? text.replace(this.pattern, name => known.get(plain(name)) ?? name) : text;
  }

  private all(): Map<string, string> {
    if (!this.cached) {
      const candidates = [...new Set([...this.names.candidate].map(plain))];
      const members = [...new Set([...this.names.member].map(plain))];
      this.cached = new Map([
        ...this.others,
        ...numbered(
          '党员',
          members.filter(name => !candidates.includes(name)),
        ),
        ...numbered('人员', candidates),
      ]);
      this.pattern = patternOf([...this.cached.keys()]);
    }
    return this.cached;
  }
}

/** A name of one character is replaced where it stands alone: in others it is part of words. */
const ALONE = '(?<![\\p{L}\\p{N}].)(?![\\p{L}\\p{N}])';

/** A name as it is compared: without gaps, with one kind of dot. */
const plain = (name: string): string => name.replace(GAPS, '').replace(DOTS, '·');

/** All names, the longest first (王小明 before 王小), those of one family together: few have to be tried at each place. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const families = new Map<string, string[]>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const [first = '', ...rest] = [...name].map(char => (char === '·' ? NAME_DOT : literal(char)));
    families.set(first, [...(families.get(first) ?? []), rest.length > 0 ? GAP + rest.join(GAP) : ALONE]);
  }
  if (families.size === 0) return undefined;
  const each = [...families].map(([first, rests]) => `${first}(?:${rests.join('|')})`);
  return new RegExp(each.join('|'), 'gu');
}

function numbered(word: string, names: readonly string[]): [string, string][] {
  const width = Math.max(2, String(names.length).length);
  return names.map((name, index) => [name, `${word}${String(index + 1).padStart(width, '0')}`]);
}

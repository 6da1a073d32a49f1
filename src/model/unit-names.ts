/** What a unit's name may begin and end with beside what tells it from others. */
const BEGINNING = /^(中国共产党|中共)/;
const END =
  /(工作委员会|委员会|党委|党工委|工委|党组|党总支|总支|党支部|支部|组织部|组织办|人民政府|政府|办事处)$/;

/**
 * Whether two names may be of one unit: 东镇, 某县东镇党委 and 中共东镇委员会 are. A name that tells nothing but what kind of body it
 * is, or none at all, is anybody's.
 */
export function areSameUnit(one: string, other: string): boolean {
  const [a, b] = [unitIn(one), unitIn(other)];
  return a.includes(b) || b.includes(a);
}

/** The unit in the name of a body of it: 某镇 of 中共某镇委员会. */
export function unitIn(name: string): string {
  const whole = name
    .normalize('NFKC')
    .replace(/[\s·()]/g, '')
    .toLowerCase()
    .replace(BEGINNING, '');
  const rest = whole.replace(END, '');
  return rest === whole ? whole : unitIn(rest);
}

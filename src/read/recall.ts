/** Texts longer than this are not kept: those that come again and again are dates, codes and words to choose from. */
export const LONGEST = 16;
const LENGTH_BITS = 5;

/**
 * What short texts mean to whoever asks, kept for the next time they are met: in a county's rosters nearly every value but
 * the names was there before. Texts are told apart by their UTF-16 units, so that none is cut out of its file to be looked
 * up. Each has one slot in which it can be, and a newer one takes the slot: nothing grows, whatever the files hold.
 */
export class Recall<T> {
  private readonly mask: number;
  /** asker and length of the text in each slot, never 0 */
  private readonly tags: Int32Array;
  private readonly texts: Uint16Array;
  private readonly meanings: (T | undefined)[];

  /** @param slots a power of 2 */
  constructor(slots: number) {
    this.mask = slots - 1;
    this.tags = new Int32Array(slots);
    this.texts = new Uint16Array(slots * LONGEST);
    this.meanings = new Array(slots).fill(undefined);
  }

  /** What the text from `from` to `to` means to `asker`; undefined where that is not known. */
  get(asker: number, units: Uint16Array, from: number, to: number): T | undefined {
    const length = to - from;
    if (length > LONGEST) return undefined;
    const slot = this.slotOf(asker, units, from, to);
    if (this.tags[slot] !== tagOf(asker, length)) return undefined;
    const { texts } = this;
    for (let at = from, kept = slot * LONGEST; at < to; at++, kept++)
      if (texts[kept] !== units[at]) return undefined;
    return this.meanings[slot];
  }

  put(asker: number, units: Uint16Array, from: number, to: number, meaning: T): void {
    const length = to - from;
    if (length > LONGEST) return;
    const slot = this.slotOf(asker, units, from, to);
    this.tags[slot] = tagOf(asker, length);
    for (let at = from, kept = slot * LONGEST; at < to; at++, kept++) this.texts[kept] = units[at]!;
    this.meanings[slot] = meaning;
  }

  private slotOf(asker: number, units: Uint16Array, from: number, to: number): number {
    let hash = Math.imul(asker, 0x9e3779b1);
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}

const tagOf = (asker: number, length: number): number => ((asker + 1) << LENGTH_BITS) | length;

/** The same for dates as they are kept, `2016-06-04`, whoever asks: half of a roster's values are such. */
export class DateRecall {
  private readonly mask: number;
  private readonly numbers: Int32Array;
  private readonly texts: (string | undefined)[];

  /** @param slots a power of 2 */
  constructor(slots: number) {
    this.mask = slots - 1;
    this.numbers = new Int32Array(slots);
    this.texts = new Array(slots).fill(undefined);
  }

  get(units: Uint16Array, from: number, to: number): string | undefined {
    const number = dateNumber(units, from, to);
    return this.numbers[number & this.mask] === number ? this.texts[number & this.mask] : undefined;
  }

  put(units: Uint16Array, from: number, to: number, text: string): void {
    const number = dateNumber(units, from, to);
    if (number < 0) return;
    this.numbers[number & this.mask] = number;
    this.texts[number & this.mask] = text;
  }
}

const HYPHEN = 45;

/** A number of its own for each text of the form `2016-06-04`, days of a month in a row; -1 for any other text. */
function dateNumber(units: Uint16Array, from: number, to: number): number {
  if (to - from !== 10 || units[from + 4] !== HYPHEN || units[from + 7] !== HYPHEN) return -1;
  const century = twoDigits(units, from);
  const year = twoDigits(units, from + 2);
  const month = twoDigits(units, from + 5);
  const date = twoDigits(units, from + 8);
  if (century < 0 || year < 0 || month < 0 || month > 12 || date < 0 || date > 31) return -1;
  // Days of the same month, and months of the same year, do not share a slot.
  return ((century * 100 + year) * 13 + month) * 32 + date;
}

/** The number of two digits; below 0 where something else stands there. */
function twoDigits(units: Uint16Array, at: number): number {
  const tens = units[at]! - 48;
  const ones = units[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -1;
}

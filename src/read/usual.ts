import { roomFor, textOf } from './units.ts';

const LF = 10;

/** Units are numbers here and bytes in the text that is made of them: that agrees where the lower byte comes first. */
const LOWER_FIRST = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The text of a file in UTF-8 in which nothing is unusual (decode.ts), as nearly every file of a county is; else undefined, and
 * somebody has to look closer. Decoding, looking for unusual characters and laying out the units to be scanned are one pass
 * here, which takes two thirds of the time of the three, and leaves nothing to be collected but the text.
 */
export function usualText(bytes: Uint8Array): string | undefined {
  const { length } = bytes;
  if (!LOWER_FIRST) return undefined;
  const lead = -bytes.byteOffset & 3;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, Math.max(0, length - lead) >> 2);
  const units = roomFor(length);
  let count = 0;
  let at = 0;
  while (at < length) {
    if (((at - lead) & 3) === 0) {
      let index = (at - lead) >> 2;
      while (index >= 0 && index < words.length && isPlain(words[index]!)) {
        const word = words[index]!;
        units[count] = word & 0xff;
        units[count + 1] = (word >>> 8) & 0xff;
        units[count + 2] = (word >>> 16) & 0xff;
        units[count + 3] = word >>> 24;
        count += 4;
        index++;
        at += 4;
      }
      if (at >= length) break;
    }
    const first = bytes[at]!;
    if (first < 0x7f) {
      if (first < 0x20 && first !== LF) return undefined;
      units[count] = first;
      at++;
    } else if (first >= 0xe0 && first < 0xf0) {
      if (at + 2 >= length) return undefined;
      const [second, third] = [bytes[at + 1]!, bytes[at + 2]!];
      if ((second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return undefined;
      const unit = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
      // Too many bytes for the character; halves of surrogate pairs; a byte order mark, noncharacters
      if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) || unit === 0xfeff || unit >= 0xfffe)
        return undefined;
      units[count] = unit;
      at += 3;
    } else {
      if (first < 0xc2 || first >= 0xe0 || at + 1 >= length) return undefined;
      const second = bytes[at + 1]!;
      const unit = ((first & 0x1f) << 6) | (second & 0x3f);
      if ((second & 0xc0) !== 0x80 || unit < 0xa0) return undefined;
      units[count] = unit;
      at += 2;
    }
    count++;
  }
  return textOf(units, count);
}

/** Whether four bytes are ASCII without control characters: nothing carries from one to the next where they are. */
const isPlain = (word: number): boolean =>
  ((word | (word - 0x20202020) | (word + 0x01010101)) & 0x80808080) === 0;

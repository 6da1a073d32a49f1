/** Room for the texts of usual files; larger ones get their own. */
const USUAL = 1 << 20;
let room = new Uint16Array(1 << 15);
let current = room;

/**
 * The UTF-16 units of a text with a NUL behind them: numbers in a row are looked at twice as fast as characters of a
 * string. Good until the next call, which puts another text in their place.
 */
export function unitsOf(text: string): Uint16Array {
  const { length } = text;
  const units = length < room.length ? room : new Uint16Array(2 * length + 1);
  if (units.length <= USUAL) room = units;
  Buffer.from(units.buffer).write(text, 'utf16le');
  units[length] = 0;
  current = units;
  return units;
}

/** What the last call gave. */
export const currentUnits = (): Uint16Array => current;

/** Room for the texts of usual files; larger ones get their own. */
const USUAL = 1 << 20;
let room = new Uint16Array(1 << 15);
let current = room;
let currentText = '';

/** Room for so many units and a NUL behind them. What was there before is lost. */
export function roomFor(length: number): Uint16Array<ArrayBuffer> {
  const units = length < room.length ? room : new Uint16Array(2 * length + 1);
  if (units.length <= USUAL) room = units;
  currentText = '';
  return units;
}

/** The text of the first `length` units of a room, which are then those that `unitsOf` gives for it. */
export function textOf(units: Uint16Array<ArrayBuffer>, length: number): string {
  units[length] = 0;
  current = units;
  currentText = Buffer.from(units.buffer).toString('utf16le', 0, 2 * length);
  return currentText;
}

/**
 * The UTF-16 units of a text with a NUL behind them: numbers in a row are looked at twice as fast as characters of a
 * string. Good until the next call, which puts another text in their place.
 */
export function unitsOf(text: string): Uint16Array {
  if (text === currentText && text !== '') return current;
  const units = roomFor(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  units[text.length] = 0;
  current = units;
  currentText = text;
  return units;
}

/** What the last call gave. */
export const currentUnits = (): Uint16Array => current;

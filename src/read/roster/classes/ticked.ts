import { UNCLEAR } from './table.ts';

const TICK = '√✓✔☑■●';
const EMPTY = '□○☐◯▢';
const BOX = new RegExp(`[${TICK}${EMPTY}]`);
const TICKED = new RegExp(`[${TICK}]`);

/**
 * The choice that is ticked in a cell with boxes, as forms have them: 女 of `□男☑女` and of `男□ 女√`. The first mark or word tells
 * whether the boxes stand before or behind the choices. UNCLEAR where not one is ticked; undefined where there are no boxes.
 */
export function tickedOf(text: string): string | typeof UNCLEAR | undefined {
  if (!BOX.test(text)) return undefined;
  const isBefore = BOX.test(text[0]!);
  const choices = isBefore
    ? [...text.matchAll(new RegExp(`([${TICK}${EMPTY}])([^${TICK}${EMPTY}]*)`, 'g'))]
    : [...text.matchAll(new RegExp(`([^${TICK}${EMPTY}]+)([${TICK}${EMPTY}]?)`, 'g'))];
  const ticked = choices.flatMap(([, first = '', second = '']) => {
    const [mark, choice] = isBefore ? [first, second] : [second, first];
    return TICKED.test(mark) ? [choice.replace(/^[、，,;；/／|]+|[、，,;；/／|]+$/g, '')] : [];
  });
  // √ alone answers yes; it chooses nothing.
  if (choices.every(choice => /^[^\p{L}\p{N}]*$/u.test(choice[0]))) return undefined;
  return ticked.length === 1 && ticked[0] !== '' ? ticked[0]! : UNCLEAR;
}

import type { Row, Sheet } from '../output/workbook/model.ts';
import type { Shape } from '../read/fields/shape.ts';
import { headingOf, leavesOf, PERSON, SHEET_NAMES, STEP } from '../read/workbook/layout.ts';
import type { Texts } from '../text/texts.ts';
import type { DropDowns } from './drop-downs.ts';
import { MARGINS, TITLE } from './workbook-styles.ts';

/** How to fill in, every heading that may be added, and the values of long drop-downs. */
export function guideSheet(texts: Texts['workbook'], drops: DropDowns): Sheet {
  const line = (value: string): Row => ({ cells: [{ value, style: { wrap: true, vertical: 'top' } }] });
  const headings = (shape: Shape) =>
    leavesOf(shape)
      .map(leaf => headingOf(shape, leaf.path))
      .join('、');
  const rows: Row[] = [
    { height: 30, cells: [{ value: SHEET_NAMES.guide, style: TITLE }] },
    ...texts.guide.map(line),
    line(texts.rosterHeadings(headings(PERSON))),
    line(texts.timelineHeadings(headings(STEP))),
  ];
  const longest = Math.max(rows.length, ...drops.long().map(({ length }) => length));
  for (let at = 0; at < longest; at++) {
    const [text] = rows[at]?.cells ?? [];
    const values = drops.long().map(list => (list[at] === undefined ? undefined : { value: list[at] }));
    rows[at] = { ...rows[at], cells: [text, undefined, ...values] };
  }
  return {
    name: SHEET_NAMES.guide,
    rows,
    columns: [110, 4, ...drops.long().map(() => 16)],
    // Values of drop-downs are not for paper.
    printArea: `A1:A${texts.guide.length + 3}`,
    landscape: true,
    margins: MARGINS,
    footer: '&C第 &P 页，共 &N 页',
  };
}

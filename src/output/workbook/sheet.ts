import { columnName } from '../../values/column-name.ts';
import type { Choice, Sheet, SheetCell } from './model.ts';
import { pagesAcross } from './paper.ts';
import type { Styles } from './styles.ts';
import { element, tag, xmlText } from './xml.ts';

/** Paper of the size A4 in the code of spreadsheets. */
const A4 = 9;

/**
 * The part `xl/worksheets/sheetN.xml`. Excel refuses a worksheet whose elements come in another order than the schema's
 * (ECMA-376 part 1, 18.3.1.99), so they are put together here, in that order, and nowhere else.
 */
export function* sheetXml(sheet: Sheet, styles: Styles, isFirst: boolean): Generator<string> {
  const { margins, landscape, centered, footer } = sheet;
  // Rows are written one by one: a sheet of forty thousand plans is longer than all else that is in memory then.
  const [head, foot] = element(
    'worksheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    tag('sheetPr', {}, tag('pageSetUpPr', { fitToPage: 1 })) +
      tag('sheetViews', {}, viewXml(sheet, isFirst)) +
      tag('sheetFormatPr', { defaultRowHeight: 15 }) +
      columnsXml(sheet, styles) +
      tag('sheetData', {}, ROWS) +
      mergesXml(sheet.merges ?? []) +
      choicesXml(sheet.choices ?? []) +
      (centered ? tag('printOptions', { horizontalCentered: 1 }) : '') +
      tag('pageMargins', { ...margins, header: 0.3, footer: 0.3 }) +
      tag('pageSetup', {
        paperSize: A4,
        orientation: landscape ? 'landscape' : 'portrait',
        fitToWidth: pagesAcross(sheet),
        fitToHeight: 0,
      }) +
      tag('headerFooter', {}, tag('oddFooter', {}, xmlText(footer))),
  ).split(ROWS);
  yield head!;
  yield* rowsXml(sheet.rows, styles);
  yield foot!;
}

/** Where the rows belong; nothing else in a sheet has this character, which no text in XML can have. */
const ROWS = '\0';

function viewXml({ frozenRows = 0 }: Sheet, isFirst: boolean): string {
  const below = `A${frozenRows + 1}`;
  const pane =
    frozenRows === 0
      ? ''
      : tag('pane', { ySplit: frozenRows, topLeftCell: below, activePane: 'bottomLeft', state: 'frozen' }) +
        tag('selection', { pane: 'bottomLeft', activeCell: below, sqref: below });
  return tag('sheetView', { tabSelected: isFirst ? 1 : undefined, workbookViewId: 0 }, pane);
}

function columnsXml({ columns, columnStyle }: Sheet, styles: Styles): string {
  if (columns.length === 0) return '';
  const style = columnStyle === undefined ? undefined : styles.of(columnStyle);
  const written = columns.map((width, index) =>
    tag('col', { min: index + 1, max: index + 1, width, style, customWidth: 1 }),
  );
  return tag('cols', {}, written.join(''));
}

/** The highest row that Excel takes, in points. */
const HIGHEST_ROW = 409.5;

function* rowsXml(rows: Sheet['rows'], styles: Styles): Generator<string> {
  let row = 0;
  for (const { height, cells } of rows) {
    row++;
    const content = cells.map((cell, at) => (cell ? cellXml(cell, columnName(at) + row, styles) : ''));
    yield tag(
      'row',
      {
        r: row,
        ht: height === undefined ? undefined : Math.min(height, HIGHEST_ROW),
        customHeight: height === undefined ? undefined : 1,
      },
      content.join(''),
    );
  }
}

function cellXml({ value, style }: SheetCell, r: string, styles: Styles): string {
  const number = style === undefined ? 0 : styles.of(style);
  const s = number === 0 ? undefined : number;
  if (value === undefined || value === '') return s === undefined ? '' : tag('c', { r, s });
  return typeof value === 'number'
    ? tag('c', { r, s }, tag('v', {}, String(value)))
    : tag('c', { r, s, t: 'inlineStr' }, tag('is', {}, textXml(value)));
}

/** The longest text that a cell of Excel takes. */
const LONGEST_TEXT = 32_767;

/** `_x0041_` would be read as an escaped character; spaces at the ends would be lost. */
const textXml = (text: string): string =>
  tag(
    't',
    { 'xml:space': /^\s|\s$|\n/.test(text) ? 'preserve' : undefined },
    xmlText(text.slice(0, LONGEST_TEXT)).replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'),
  );

const mergesXml = (merges: readonly string[]): string =>
  merges.length === 0
    ? ''
    : tag('mergeCells', { count: merges.length }, merges.map(ref => tag('mergeCell', { ref })).join(''));

/** The longest list that Excel takes in a drop-down of its own; a longer one stands in cells. */
const LONGEST_LIST = 255;

function choicesXml(choices: readonly Choice[]): string {
  if (choices.length === 0) return '';
  const written = choices.map(({ range, values, open, hint }) => {
    const formula = Array.isArray(values) ? `"${values.join(',').replaceAll('"', '""')}"` : values.from;
    if (Array.isArray(values) && formula.length > LONGEST_LIST + 2)
      throw new RangeError(`a drop-down of ${formula.length} characters for ${range}`);
    return tag(
      'dataValidation',
      {
        type: 'list',
        allowBlank: 1,
        showInputMessage: hint === undefined ? undefined : 1,
        showErrorMessage: open ? undefined : 1,
        prompt: hint,
        sqref: range,
      },
      tag('formula1', {}, xmlText(formula)),
    );
  });
  return tag('dataValidations', { count: choices.length }, written.join(''));
}

import type { Style } from '../output/workbook/model.ts';

// How a plan's workbook looks.

const LINES = '#000000';
export const TITLE: Style = { bold: true, size: 18, align: 'center', vertical: 'center' };
export const BLOCK: Style = { bold: true, size: 12 };
export const HEAD: Style = {
  bold: true,
  align: 'center',
  vertical: 'center',
  wrap: true,
  border: LINES,
  fill: '#EEEEEE',
};
/** Text, never a number or a formula: Excel would shorten ID numbers and reckon with dates. */
export const CONTENT_STYLE: Style = { asText: true, wrap: true, vertical: 'center', border: LINES };
export const MARGINS = { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6 };
/** The height of a line, in points. */
export const LINE = 15;

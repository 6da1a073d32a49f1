import type { Style } from './model.ts';
import { element, tag } from './xml.ts';

/** Text format, one of those that every spreadsheet has built in. */
const TEXT_FORMAT = 49;

/** Faces of a workbook are Chinese ones: programs choose a substitute by this character set (GB 2312). */
const CHINESE = 134;

/** The styles of a workbook, each kept once and named by its number; number 0 is that of cells without a style. */
export class Styles {
  private readonly fonts: Kept;
  private readonly fills = new Kept(
    fillXml(undefined),
    tag('fill', {}, tag('patternFill', { patternType: 'gray125' })),
  );
  private readonly borders = new Kept(borderXml(undefined));
  private readonly formats = new Kept();
  private readonly numbers = new Map<string, number>();
  private readonly base: { face: string; size: number };

  constructor(base: { face: string; size: number }) {
    this.base = base;
    this.fonts = new Kept(fontXml({}, base));
    this.of({});
  }

  /** The number of a style, for a cell to name. */
  of(style: Style): number {
    const key = JSON.stringify(style);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.formats.number(this.formatXml(style));
    this.numbers.set(key, number);
    return number;
  }

  private formatXml(style: Style): string {
    const { align, vertical, wrap, asText } = style;
    const font = this.fonts.number(fontXml(style, this.base));
    const fill = this.fills.number(fillXml(style.fill));
    const border = this.borders.number(borderXml(style.border));
    const aligned = align !== undefined || vertical !== undefined || wrap === true;
    return tag(
      'xf',
      {
        numFmtId: asText ? TEXT_FORMAT : 0,
        fontId: font,
        fillId: fill,
        borderId: border,
        xfId: 0,
        applyNumberFormat: asText ? 1 : undefined,
        applyFont: font > 0 ? 1 : undefined,
        applyFill: fill > 0 ? 1 : undefined,
        applyBorder: border > 0 ? 1 : undefined,
        applyAlignment: aligned ? 1 : undefined,
      },
      aligned ? tag('alignment', { horizontal: align, vertical, wrapText: wrap ? 1 : undefined }) : '',
    );
  }

  /** The part `xl/styles.xml`. */
  xml(): string {
    const baseFormat = tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    return element(
      'styleSheet',
      { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
      this.fonts.xml('fonts') +
        this.fills.xml('fills') +
        this.borders.xml('borders') +
        tag('cellStyleXfs', { count: 1 }, baseFormat) +
        this.formats.xml('cellXfs') +
        tag('cellStyles', { count: 1 }, tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
    );
  }
}

/** Pieces of XML in the order in which they were first asked for. */
class Kept {
  private readonly pieces = new Map<string, number>();

  constructor(...pieces: string[]) {
    for (const piece of pieces) this.number(piece);
  }

  number(piece: string): number {
    const known = this.pieces.get(piece);
    if (known !== undefined) return known;
    this.pieces.set(piece, this.pieces.size);
    return this.pieces.size - 1;
  }

  xml(name: string): string {
    return tag(name, { count: this.pieces.size }, [...this.pieces.keys()].join(''));
  }
}

const fontXml = ({ face, size, bold, color }: Style, base: { face: string; size: number }): string =>
  tag(
    'font',
    {},
    (bold ? tag('b') : '') +
      tag('sz', { val: size ?? base.size }) +
      (color === undefined ? '' : tag('color', { rgb: argb(color) })) +
      tag('name', { val: face ?? base.face }) +
      tag('charset', { val: CHINESE }),
  );

const fillXml = (fill: string | undefined): string =>
  tag(
    'fill',
    {},
    fill === undefined
      ? tag('patternFill', { patternType: 'none' })
      : tag(
          'patternFill',
          { patternType: 'solid' },
          tag('fgColor', { rgb: argb(fill) }) + tag('bgColor', { indexed: 64 }),
        ),
  );

function borderXml(color: string | undefined): string {
  const side = (name: string) =>
    color === undefined ? tag(name) : tag(name, { style: 'thin' }, tag('color', { rgb: argb(color) }));
  return tag('border', {}, ['left', 'right', 'top', 'bottom'].map(side).join('') + tag('diagonal'));
}

const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

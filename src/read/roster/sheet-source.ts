import type { Location, Place } from '../../model/place.ts';
import { columnName } from '../../values/column-name.ts';
import { SourceFile } from '../text/source.ts';
import type { ScalarNode } from '../yaml/node.ts';
import type { Sheet } from './workbook.ts';

interface Spot {
  start: number;
  end: number;
  sheet: string;
  row: number;
  column: number;
}

/**
 * A workbook as the text that its cells make, so that everything that reads values from text reads them from cells
 * too; the places of its values are sheets and cells.
 */
export class SheetSource extends SourceFile {
  private readonly spots: Spot[];

  constructor(path: string, sheets: readonly Sheet[]) {
    const parts: string[] = [];
    const spots: Spot[] = [];
    let at = 0;
    for (const { name, rows } of sheets)
      for (const row of rows)
        for (const [column, cell] of row.cells.entries()) {
          const text = (cell?.text ?? '').replace(/\s+/g, ' ');
          spots.push({ start: at, end: at + text.length, sheet: name, row: row.number, column });
          parts.push(text);
          at += text.length + 1;
        }
    super(path, parts.join('\n'));
    this.spots = spots;
  }

  /** A value at a cell: what it is read as, marked where it stands. */
  node(sheet: Sheet, row: number, column: number, text: string): ScalarNode {
    const { start, end } = this.spotOf(sheet.name, row, column);
    return { kind: 'scalar', text, plain: false, start, end };
  }

  /** The place of a cell; of an empty one, that of the first cell of its row or sheet that is not. */
  placeOf(sheet: string, row: number, column: number): Place {
    const { start, end } = this.spotOf(sheet, row, column);
    return this.place(start, end);
  }

  override position(offset: number): { line: number; column: number } {
    const { row, column } = this.spotAt(offset);
    return { line: row, column: column + 1 };
  }

  override locate(start: number, _end: number, path: string): Location {
    const { sheet, row, column } = this.spotAt(start);
    return {
      file: this.path,
      line: row,
      column: column + 1,
      endLine: row,
      endColumn: column + 2,
      path,
      cell: `[${sheet}] ${columnName(column)}${row}`,
    };
  }

  /** There are no lines to show around a cell. */
  override frameText(): string {
    return '';
  }

  private index: Map<string, Spot> | undefined;

  private spotOf(sheet: string, row: number, column: number): Spot {
    this.index ??= new Map(this.spots.map(spot => [`${spot.sheet}\n${spot.row}\n${spot.column}`, spot]));
    return (
      this.index.get(`${sheet}\n${row}\n${column}`) ??
      this.spots.find(spot => spot.sheet === sheet && spot.row === row) ??
      this.spots.find(spot => spot.sheet === sheet) ??
      this.spotAt(0)
    );
  }

  private spotAt(offset: number): Spot {
    let low = 0;
    let high = this.spots.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.spots[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.spots[low] ?? { start: 0, end: 0, sheet: '', row: 1, column: 0 };
  }
}

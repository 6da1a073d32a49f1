import type { Choice } from '../output/workbook/model.ts';
import { SHEET_NAMES } from '../read/workbook/layout.ts';
import { columnName } from '../values/column-name.ts';

/** Characters that Excel takes in a list of its own; a longer one stands in cells. */
const LONGEST = 255;
/** Where the first such list stands, on the sheet 填写说明. */
const FIRST_COLUMN = 2;

/** The drop-downs of a workbook, by sheet. */
export class DropDowns {
  private readonly choices = new Map<string, Choice[]>();
  private readonly lists: (readonly string[])[] = [];
  private readonly ranges = new Map<string, string>();

  /** Values of which one may stand in each cell of a range; nothing where there are none. */
  add(sheet: string, range: string, values: readonly string[] | undefined): void {
    if (values === undefined || values.length === 0) return;
    const isShort = values.join(',').length <= LONGEST && !values.some(value => value.includes(','));
    // People write other spellings too, and the reader knows them.
    this.own(sheet).push({
      range,
      values: isShort ? [...values] : { from: this.listed(values) },
      open: true,
    });
  }

  /** Notes where the values of a list stand that other sheets choose from. */
  define(name: string, sheet: string, first: number, last: number, column: number): void {
    const letter = columnName(column);
    if (last >= first) this.ranges.set(name, `'${sheet}'!$${letter}$${first}:$${letter}$${last}`);
  }

  /** Makes a list that was defined the drop-down of a range. */
  refer(sheet: string, range: string, name: string): void {
    const from = this.ranges.get(name);
    if (from !== undefined) this.own(sheet).push({ range, values: { from }, open: true });
  }

  of(sheet: string): Choice[] {
    return this.own(sheet);
  }

  /** Lists that stand in cells, a column each. */
  long(): readonly (readonly string[])[] {
    return this.lists;
  }

  private own(sheet: string): Choice[] {
    const own = this.choices.get(sheet) ?? [];
    this.choices.set(sheet, own);
    return own;
  }

  private listed(values: readonly string[]): string {
    let at = this.lists.findIndex(list => list.join('\n') === values.join('\n'));
    if (at < 0) at = this.lists.push(values) - 1;
    const letter = columnName(at + FIRST_COLUMN);
    return `'${SHEET_NAMES.guide}'!$${letter}$1:$${letter}$${values.length}`;
  }
}

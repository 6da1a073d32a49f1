import { type Day, isoOf } from '../../values/day.ts';
import type { MapNode } from '../yaml/node.ts';
import { callMembers } from './approval-unasked.ts';
import type { Cell } from './cell.ts';
import { CellReader } from './cell-reader.ts';
import { closeLasting, derive } from './derive.ts';
import { fillDown } from './fill-down.ts';
import type { Note } from './note.ts';
import { PersonBuilder } from './person-builder.ts';
import { giveRoles } from './roles.ts';
import type { ListedAs, RosterRow } from './roster.ts';
import { isDated, partingAlone, type RowKind, rowKind } from './row-kinds.ts';
import {
  firstCell,
  isHeadOfFigures,
  isSignature,
  numberingOf,
  roleOf,
  rowTexts,
  sectionName,
  sectionTextOf,
} from './row-words.ts';
import { type ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { SheetSource } from './sheet-source.ts';
import type { Table } from './tables.ts';
import type { Row } from './workbook.ts';

/** What holds for the people of a table until the sheet says something else. */
export interface Carried {
  section?: { text: string; row: number; column: number };
  category?: { text: string; row: number; column: number };
  role?: ListedAs | undefined;
  /** how the section that gave the role is numbered: 一、 or （一） */
  numbering?: string;
  /** whether a section that says nothing of roles followed on one that did */
  isRoleOver?: boolean;
  isOut?: boolean;
}

/** What each row of a table is; below the head of a table of figures nothing is a person. */
function rowKinds({ rows, columns }: Table): RowKind[] {
  const figures = rows.findIndex(isHeadOfFigures);
  const kinds = rows.map((row, index) => {
    const kind = rowKind(row, columns);
    const isFigures = figures >= 0 && index >= figures && !isDated(row, columns);
    return isFigures && (kind === 'person' || kind === 'no-name') ? 'footer' : kind;
  });
  const last = kinds.findLastIndex((kind, at) => kind === 'person' && !isSigned(rows[at]!));
  const below = kinds.map(
    (kind, index): RowKind =>
      index > last && (kind === 'section' || (kind === 'person' && isSigned(rows[index]!))) ? 'footer' : kind,
  );
  const people = rows.filter((_, index) => below[index] === 'person');
  // In a list of names and nothing else every row is alone.
  if (people.every(isAlone)) return below;
  return below.map((kind, index) =>
    kind === 'person' && isAlone(rows[index]!)
      ? (partingAlone(rowTexts(rows[index]!)[0]!, columns) ?? kind)
      : kind,
  );
}

/** Whether nothing stands in a row but who signed, or one text over several columns: that is nobody of the list. */
const isSigned = (row: Row): boolean => {
  const [text = ''] = rowTexts(row);
  return isAlone(row) && (isSignature(text) || row.cells.some(cell => cell?.merged === true));
};

const isAlone = (row: Row): boolean => rowTexts(row).length === 1;

/** Reads the people below the head of one table. */
export class PeopleReader {
  readonly carried: Carried;
  private readonly table: Table;
  private readonly source: SheetSource;
  private readonly notes: SheetNotes;
  private readonly columns: ReadColumn[];
  private readonly cells: CellReader;
  /** the roles that sections give to those below them */
  private readonly sectionRoles = new Map<MapNode, ListedAs | undefined>();
  /** 合计 and 备注 below a table, and people: what each row is */
  private readonly kinds: RowKind[];

  /** whether somebody of whom nothing but the name is written stands out */
  private readonly isOnlyNamed: boolean;

  /** of the plan: who was admitted before it is not one of its nominees */
  private readonly year: number;

  /** `YYYY-MM-DD` */
  private readonly asOf: string;

  /** whether neither ID numbers nor titles nor cells above fill in what cells leave open */
  private readonly asWritten: boolean;

  constructor(
    table: Table,
    source: SheetSource,
    notes: Note[],
    asOf: Day,
    { carried, year, asWritten = false }: { carried: Carried; year: number; asWritten?: boolean },
  ) {
    this.asWritten = asWritten;
    this.year = year;
    this.asOf = isoOf(asOf);
    this.table = table;
    this.source = source;
    this.notes = new SheetNotes(table.sheet, notes);
    this.carried = carried;
    this.columns = table.columns.filter((column): column is ReadColumn => column.target !== undefined);
    this.kinds = rowKinds(table);
    const persons = table.rows.filter((_, index) => this.kinds[index] === 'person');
    this.isOnlyNamed = persons.filter(isAlone).length * 2 <= persons.length;
    this.cells = new CellReader(table, source, this.notes, this.columns, isoOf(asOf), year);
  }

  people(): RosterRow[] {
    const people: RosterRow[] = [];
    let above: Row | undefined;
    const filled = this.asWritten ? new Map() : fillDown(this.table, this.columns, this.kinds, this.notes);
    for (const [index, row] of this.table.rows.entries()) {
      const kind = this.kinds[index]!;
      if (kind === 'blank') continue;
      if (kind !== 'person') {
        this.partAt(kind, row);
        continue;
      }
      if (this.carried.isOut) continue;
      const node = this.person(row, above, filled.get(index));
      if (row.hidden) this.notes.ofRow('hidden-row', row);
      if (this.isOnlyNamed && isAlone(row))
        this.notes.ofRow('name-alone', row, { from: firstCell(row)!.text });
      people.push({ sheet: this.table.sheet.name, row: row.number, node });
      const { role, isRoleOver } = this.carried;
      if (role || isRoleOver) this.sectionRoles.set(node, role);
      above = row;
    }
    const { table, columns, sectionRoles, year, asWritten } = this;
    giveRoles(people, { table, columns, sectionRoles, year, asWritten }, this.notes);
    if (!asWritten) callMembers(people, columns, this.asOf, this.notes);
    return people;
  }

  /** Whether a row of this table is a person's. */
  isPerson(row: Row): boolean {
    return this.kinds[this.table.rows.indexOf(row)] === 'person';
  }

  /** A row that is nobody: it may part the table, and is told. */
  private partAt(kind: Exclude<RowKind, 'person' | 'blank'>, row: Row): void {
    if (kind.startsWith('section')) {
      this.section(kind, row);
      return;
    }
    if (kind === 'no-name')
      for (const column of this.columns) {
        const cell = row.cells[column.index];
        if (cell?.fault !== undefined) this.cells.noteFault(row, column, cell);
      }
    this.notes.ofRow(kind, row, { from: firstCell(row)?.text ?? '' });
  }

  /** What a section says holds for the people below it, until another one does. */
  private section(kind: RowKind, row: Row): void {
    const from = sectionTextOf(row);
    const column = row.cells.findIndex(cell => cell?.text === from);
    const own = { text: sectionName(from), row: row.number, column };
    this.carried.isOut = kind === 'section-out';
    switch (kind) {
      case 'section':
        this.carried.section = own;
        this.notes.ofRow(kind, row, { from, to: own.text });
        return;
      case 'section-category':
        this.carried.category = own;
        this.notes.ofRow(kind, row, { from, to: own.text });
        return;
      case 'section-role':
        this.carried.role = { role: roleOf(own.text)!, text: from };
        this.carried.numbering = numberingOf(from);
        this.carried.isRoleOver = false;
        this.notes.ofRow(kind, row, { from, to: this.carried.role.role });
        return;
      case 'section-out': {
        const at = this.table.rows.indexOf(row);
        const end = this.kinds.findIndex((each, index) => index > at && each.startsWith('section'));
        const below = this.kinds.slice(at, end < 0 ? undefined : end);
        this.notes.ofRow(kind, row, { from, count: below.filter(each => each === 'person').length });
        return;
      }
      case 'section-unread':
        // 二、重点培养对象 ends 一、发展对象; （一）东村 is a part of it.
        if (this.carried.role && this.carried.numbering === numberingOf(from)) {
          this.carried.role = undefined;
          this.carried.isRoleOver = true;
        }
        this.notes.ofRow(kind, row, { from });
    }
  }

  private person(row: Row, above: Row | undefined, filled: ReadonlyMap<number, Cell> | undefined): MapNode {
    const nameColumn = this.columns.find(({ target }) => target[0] === 'name')!;
    const { start, end } = this.source.node(this.table.sheet, row.number, nameColumn.index, '');
    const person = new PersonBuilder({ start, end });
    for (const column of this.columns) {
      const cell = this.cells.cellOf(column, row, above) ?? filled?.get(column.index);
      if (cell) this.cells.put(person, column, cell, row);
    }
    if (!this.asWritten) derive(person, row, this.notes);
    closeLasting(person, row, this.columns, this.notes);
    const { section, category } = this.carried;
    for (const [field, said] of [
      ['branch', section],
      ['category', category],
    ] as const)
      if (said && !person.plain.has(field))
        person.plain.set(field, this.source.node(this.table.sheet, said.row, said.column, said.text));
    return person.build();
  }
}

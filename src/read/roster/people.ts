import { readIdNumber } from '../../model/id-number.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { MapNode, Node, ScalarNode } from '../yaml/node.ts';
import { kindOf } from './body.ts';
import { type Cell, isBlank, NO_RESULT } from './cell.ts';
import { affiliationOf, classOf } from './classes.ts';
import type { Column } from './columns.ts';
import { type DateContext, englishMonth, tidyDate, tidyRange, writesTwoDigitMonths } from './dates.ts';
import { DITTO } from './fit.ts';
import { splitNames, tidyName } from './names.ts';
import type { Note, NoteKind } from './note.ts';
import { firstOf, isGone, roleOf, sectionName } from './rows.ts';
import type { SheetSource } from './sheet-source.ts';
import type { Table } from './tables.ts';
import { isDate, isList, partsOf, type Target, targetShape, targetTitle } from './target.ts';
import { listOf, mapOf, type Span, scalarOf, textOf } from './tree.ts';
import type { Row } from './workbook.ts';

/** One person as the sheet has them. */
export interface RosterRow {
  sheet: string;
  row: number;
  node: MapNode;
}

type ReadColumn = Column & { target: Target };

/** What holds for the people of a table until the sheet says something else. */
export interface Carried {
  section?: { text: string; row: number; column: number };
  role?: 'nominee' | 'reserve' | undefined;
  isOut?: boolean;
}

/** The youngest activists are 18: a birth year after this many years ago is of the last century. */
const YOUNGEST = 14;

/** Nobody shares these with the row above, merged or not. */
const OWN = new Set(['name', 'id', 'idNumber', 'phone']);

/** Reads the people below the head of one table. */
export class PeopleReader {
  readonly carried: Carried;
  private readonly table: Table;
  private readonly source: SheetSource;
  private readonly notes: Note[];
  private readonly asOf: string;
  private readonly columns: ReadColumn[];
  private readonly contexts = new Map<number, DateContext>();
  /** the roles that sections give to those below them */
  private readonly sectionRoles = new Map<MapNode, 'nominee' | 'reserve'>();
  /** 合计 and 备注 below a table, and people: what each row is */
  private readonly kinds: ReturnType<typeof kindOf>[];

  constructor(table: Table, source: SheetSource, notes: Note[], asOf: Day, carried: Carried) {
    this.table = table;
    this.source = source;
    this.notes = notes;
    this.asOf = isoOf(asOf);
    this.carried = carried;
    this.columns = table.columns.filter((column): column is ReadColumn => column.target !== undefined);
    this.kinds = table.rows.map(row => kindOf(row, table.columns));
    for (const column of this.columns) this.contexts.set(column.index, this.contextOf(column));
  }

  people(): RosterRow[] {
    const people: RosterRow[] = [];
    let above: Row | undefined;
    const filled = this.fillDown();
    for (const [index, row] of this.table.rows.entries()) {
      const kind = this.kinds[index]!;
      if (kind === 'blank') continue;
      if (kind !== 'person') {
        this.partAt(kind, row);
        continue;
      }
      if (this.carried.isOut) continue;
      const node = this.person(row, above, filled.get(index));
      if (row.hidden) this.noteRow('hidden-row', row);
      people.push({ sheet: this.table.sheet.name, row: row.number, node });
      if (this.carried.role) this.sectionRoles.set(node, this.carried.role);
      above = row;
    }
    this.giveRoles(people);
    return people;
  }

  /** The number of rows of this table that are people. */
  isPerson(row: Row): boolean {
    return this.kinds[this.table.rows.indexOf(row)] === 'person';
  }

  private contextOf({ index, target }: ReadColumn): DateContext {
    const year = Number(this.asOf.slice(0, 4));
    const texts = this.table.rows.map(({ cells }) => cells[index]?.text ?? '');
    return {
      latestYear: target[0] === 'birth' ? year - YOUNGEST : year + 1,
      twoDigitMonths: writesTwoDigitMonths(texts),
      dates1904: this.table.sheet.dates1904,
    };
  }

  /** A row that is nobody: it may part the table, and is told. */
  private partAt(kind: Exclude<ReturnType<typeof kindOf>, 'person' | 'blank'>, row: Row): void {
    const first = firstOf(row) ?? { text: '' };
    if (kind === 'section') {
      const column = row.cells.findIndex(cell => cell?.text === first.text);
      this.carried.section = { text: sectionName(first.text), row: row.number, column };
      delete this.carried.isOut;
      this.noteRow(kind, row, { from: first.text, to: sectionName(first.text) });
      return;
    }
    if (kind === 'section-role') {
      this.carried.role = roleOf(first.text)!;
      delete this.carried.isOut;
      this.noteRow(kind, row, { from: first.text, to: this.carried.role });
      return;
    }
    if (kind === 'section-out') {
      this.carried.isOut = true;
      const at = this.table.rows.indexOf(row);
      const end = this.kinds.findIndex((each, index) => index > at && each.startsWith('section'));
      const count = this.kinds.slice(at, end < 0 ? undefined : end).filter(each => each === 'person').length;
      this.noteRow(kind, row, { from: first.text, count });
      return;
    }
    if (kind === 'no-name')
      for (const column of this.columns) {
        const cell = row.cells[column.index];
        if (cell?.fault !== undefined) this.noteFault(row, column, cell);
      }
    this.noteRow(kind, row, { from: first.text });
  }

  private person(row: Row, above: Row | undefined, filled: ReadonlyMap<number, Cell> | undefined): MapNode {
    const nameColumn = this.columns.find(({ target }) => target[0] === 'name')!;
    const { start, end } = this.source.node(this.table.sheet, row.number, nameColumn.index, '');
    const person = new PersonBuilder({ start, end });
    for (const column of this.columns) {
      const cell = this.cellOf(column, row, above) ?? filled?.get(column.index);
      if (cell) this.put(person, column, cell, row);
    }
    this.derive(person, row);
    this.closeLasting(person, row);
    const { section } = this.carried;
    if (section && !person.plain.has('branch'))
      person.plain.set(
        'branch',
        this.source.node(this.table.sheet, section.row, section.column, section.text),
      );
    return person.build();
  }

  /** The cell of a row, or for 同上 that of the row above; undefined where it says nothing. */
  private cellOf(column: ReadColumn, row: Row, above: Row | undefined): Cell | undefined {
    const cell = row.cells[column.index];
    if (cell === undefined || isBlank(cell)) return undefined;
    if (cell.fault !== undefined) {
      this.noteFault(row, column, cell);
      return undefined;
    }
    if (cell.formula) this.noteCell('formula', row, column, cell.text);
    // Vertically merged cells hold for all their rows.
    if (cell.merged) {
      if (OWN.has(column.target[0])) return undefined;
      this.noteCell('merged', row, column, cell.text);
    }
    if (DITTO.test(cell.text)) {
      const before = above?.cells[column.index];
      if (!before) return undefined;
      row.cells[column.index] = before;
      this.noteCell('ditto', row, column, cell.text, before.text);
      return before;
    }
    return cell;
  }

  private noteFault(row: Row, column: ReadColumn, cell: Cell): void {
    this.noteCell(cell.fault === NO_RESULT ? 'no-result' : 'error-value', row, column, cell.fault!);
  }

  /** Reads one cell into the person. */
  private put(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): void {
    const { target, index } = column;
    const [field] = target;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, index, text);
    if (field === 'name') person.plain.set('name', node(this.name(person, column, cell, row)));
    else if (field === 'idNumber') {
      const digits = this.idNumber(column, cell, row);
      if (digits !== undefined) person.plain.set('idNumber', node(digits));
    } else if (isDate(target)) this.date(person, column, cell, row);
    else if (field === 'contacts' || field === 'introducers' || field === 'tags') {
      const { names, phones } = splitNames(cell.text);
      if (phones) this.noteCell('phone-in-names', row, column, cell.text, names.join('、'));
      person.add(target, listOf(names.map(node), spanOf(names.map(node), person.at)));
    } else {
      const text = this.value(person, column, cell, row);
      if (text === undefined) return;
      if (target[2] === undefined) person.set(target, node(text));
      else person.part(target[1]!, target[2], node(text));
    }
  }

  private name(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): string {
    const { name, remark, tidied } = tidyName(cell.text);
    if (remark !== '') {
      this.noteCell('name-remark', row, column, cell.text, name);
      const gender = classOf('gender', remark);
      const hasGender = this.columns.some(
        ({ target, index }) => target[0] === 'gender' && !isBlank(row.cells[index]),
      );
      if (typeof gender === 'object' && !hasGender)
        person.plain.set(
          'gender',
          this.source.node(this.table.sheet, row.number, column.index, gender.value),
        );
    } else if (tidied) this.noteCell('name-tidied', row, column, cell.text, name);
    return name;
  }

  /** What the cell of an enumeration, a yes or no, a number or a text says; undefined where it is noted otherwise. */
  private value(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): string | undefined {
    const { target } = column;
    const [field] = target;
    const plain = cell.text.normalize('NFKC').replace(/\s+/g, '');
    const shape = targetShape(target);
    if (field === 'stage' && this.affiliation(person, column, cell, row)) return undefined;
    if (shape.read?.[0] === 'boolean') return YES.test(plain) ? '是' : NO.test(plain) ? '否' : plain;
    if (shape.values || field === 'ethnicity') {
      const found = classOf(field, cell.text);
      if (found === undefined && field !== 'occupation') return plain;
      if (typeof found === 'object') {
        if (found.kind) this.noteCell(found.kind, row, column, cell.text, found.value);
        return found.value;
      }
      if (field === 'occupation') {
        // 村干部, 村会计: no kind of the list, but nothing that a sheet says is thrown away.
        person.attributes.set(
          '职业',
          this.source.node(this.table.sheet, row.number, column.index, cell.text),
        );
        this.noteCell('as-attribute', row, column, cell.text);
      } else this.noteCell('unclear', row, column, cell.text);
      return undefined;
    }
    if (shape.read?.[0] === 'integer') return plain.replace(/(个)?(学时|课时)$/, '');
    if (field === 'phone') return cell.text;
    if (field === 'note' && isGone(cell.text)) this.noteCell('remark-out', row, column, cell.text);
    return cell.text.replace(/\s+/g, field === 'branch' ? '' : ' ');
  }

  /** 政治面貌 also says who is in the League, and who in another party. */
  private affiliation(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): boolean {
    const found = affiliationOf(cell.text);
    if (found === undefined) return false;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, column.index, text);
    if (found === 'other-party') {
      person.attributes.set('政治面貌', node(cell.text));
      this.noteCell('other-party', row, column, cell.text);
    } else if (!person.plain.has('leagueMember')) {
      person.plain.set('leagueMember', node(found === 'league' ? '是' : '否'));
      this.noteCell('league-from-stage', row, column, cell.text, found === 'league' ? '是' : '否');
    }
    return true;
  }

  private date(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): void {
    const { target } = column;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, column.index, text);
    const context = this.contexts.get(column.index)!;
    const month = englishMonth(cell.text, context);
    if (month !== undefined) {
      this.noteCell('english-month', row, column, cell.text, month);
      return;
    }
    const parts = partsOf(target);
    if (parts) {
      const range = tidyRange(cell.text, context);
      const [first, last] = range ?? [tidyDate(cell, context)?.text ?? cell.text];
      person.part(target[1]!, parts[0], node(first));
      if (last !== undefined) person.part(target[1]!, parts[1], node(last));
      return;
    }
    const list = isList(target);
    const texts =
      list && cell.number === undefined
        ? cell.text.split(/[、，,;；\n]+/).filter(text => text.trim() !== '')
        : [];
    if (texts.length > 1) {
      const items = texts.map(text => node(tidyDate({ text: text.trim() }, context)?.text ?? text.trim()));
      person.add(target, listOf(items, spanOf(items, person.at)));
      return;
    }
    const tidy = tidyDate(cell, context);
    if (tidy?.kind) this.noteCell(tidy.kind, row, column, cell.text, tidy.text);
    if (tidy?.kind === 'october' && target[0] === 'birth') person.isGuessedOctober = true;
    const one = node(tidy?.text ?? cell.text);
    if (list) person.add(target, listOf([one], spanOf([one], person.at)));
    else if (target[2] !== undefined) person.part(target[1]!, target[2], one);
    else person.set(target, one);
  }

  private idNumber(column: ReadColumn, cell: Cell, row: Row): string | undefined {
    const digits = cell.text
      .normalize('NFKC')
      .replace(/[\s'’‘`-]/g, '')
      .toUpperCase();
    // Excel keeps fifteen digits of a number: the last three of an ID number are zeros then, or 6.5E+17 stands there.
    const isNumber = cell.number !== undefined && cell.number >= 1e15;
    // A text file cannot say whether Excel wrote them, and hardly any number ends so.
    const isZeros = /^\d{15}000$/.test(digits) && (this.table.sheet.isText || !readIdNumber(digits).checks);
    if (isNumber || isZeros || /^\d(\.\d+)?E\+?1[67]$/i.test(cell.text.replace(/\s/g, ''))) {
      this.noteCell('digits-lost', row, column, cell.text);
      return undefined;
    }
    return digits;
  }

  /** Birth and gender by a valid ID number, where their cells are empty or say nothing that can be read. */
  private derive(person: PersonBuilder, row: Row): void {
    const id = person.plain.get('idNumber');
    const text = id?.kind === 'scalar' ? id.text : '';
    if (!/^(\d{15}|\d{17}[0-9X])$/.test(text)) return;
    const { birth, gender, checks } = readIdNumber(text);
    if (!checks || birth === undefined) return;
    const iso = isoOf(birth);
    const stated = person.scalar('birth');
    // `1990.1` is settled by the number too, if it agrees with one of the two months.
    const isEither = /^\d{4}\.1$/.test(stated ?? '') && iso.startsWith(stated!.replace('.', '-'));
    // October was only what the others in the column made likely.
    const isOtherMonth =
      person.isGuessedOctober && stated?.slice(0, 4) === iso.slice(0, 4) && iso.slice(5, 7) === '01';
    if (stated === undefined || isEither || isOtherMonth) {
      person.plain.set('birth', scalarOf(iso, id!));
      this.noteRow('birth-from-id', row, { field: targetTitle(['birth']), to: iso });
    }
    const said = person.scalar('gender');
    if (said !== undefined && typeof classOf('gender', said) === 'object') return;
    person.plain.set('gender', scalarOf(gender, id!));
    this.noteRow('gender-from-id', row, { field: targetTitle(['gender']), from: said ?? '', to: gender });
  }

  /** A training or a notice has two days; one of them alone, or hours alone, is kept as it is. */
  private closeLasting(person: PersonBuilder, row: Row): void {
    for (const [event, parts] of person.parts) {
      const ends = partsOf(['events', event]);
      if (!ends) continue;
      const [first, last] = ends;
      const [start, end, hours] = [parts.get(first), parts.get(last), parts.get('hours')];
      if (start && end) continue;
      const column = this.columns.find(({ target }) => target[1] === event)!;
      const one = start ?? end;
      // A single day with its hours is a training of one day; hours decide then whether it was long enough.
      if (one?.kind === 'scalar' && hours && /^\d{4}-\d\d-\d\d$/.test(one.text)) {
        parts.set(first, one).set(last, one);
        const column = this.columns.find(({ target }) => target[1] === event && target[2] !== 'hours')!;
        this.noteCell('same-day', row, column, one.text);
        continue;
      }
      person.parts.delete(event);
      const keep = (kind: NoteKind, name: string, node: Node | undefined) => {
        if (node?.kind !== 'scalar') return;
        person.attributes.set(name, node);
        this.noteCell(kind, row, column, node.text, name);
      };
      keep('one-day', targetTitle(['events', event]), one);
      keep('hours-alone', '培训学时', hours);
    }
  }

  /** A row's own dates and words say first whether somebody is a nominee; the title only where nothing else does. */
  private giveRoles(people: readonly RosterRow[]): void {
    const { titles, sheet } = this.table;
    const without = people.filter(({ node }) => textOf(node, 'role') === undefined);
    const nominees = without.filter(({ node }) => isNominee(node));
    const untold = without.filter(({ node }) => !isNominee(node));
    for (const { node } of nominees) put(node, 'role', 'nominee');
    if (nominees.length > 0)
      this.notes.push({
        ...this.blankNote('role-from-dates', nominees[0]!.row, 0),
        about: 'sheet',
        to: 'nominee',
        count: nominees.length,
      });
    // A section's role was told where the section stands.
    for (const { node } of untold) {
      const role = this.sectionRoles.get(node);
      if (role) put(node, 'role', role);
    }
    const rest = untold.filter(({ node }) => !this.sectionRoles.has(node));
    const named = [sheet.name, ...titles.map(({ text }) => text)].find(text => roleOf(text));
    if (named === undefined || rest.length === 0) return;
    const role = roleOf(named)!;
    for (const { node } of rest) put(node, 'role', role);
    const at = titles.find(({ text }) => text === named);
    this.notes.push({
      ...this.blankNote('role-from-title', at?.row ?? this.table.headRow, at?.column ?? 0),
      about: 'sheet',
      from: named,
      to: role,
      count: rest.length,
    });
  }

  /**
   * A cell that was merged over a group and came apart (CSV, copied values) stands in the group's first row only: its value
   * holds for the rows below, where the serial number starts again with each, or where it stands before the names as the
   * head of a group does. Elsewhere it is only told how many are empty.
   */
  private fillDown(): Map<number, Map<number, Cell>> {
    const filled = new Map<number, Map<number, Cell>>();
    const serial = this.table.columns.find(({ heading }) => /^(序号|序|编号)$/.test(heading));
    const people = this.table.rows.flatMap((row, index) =>
      this.kinds[index] === 'person' ? [{ row, index }] : [],
    );
    for (const column of this.columns) {
      if (!GROUPING.has(column.target[0])) continue;
      const cells = people.map(({ row }) => row.cells[column.index]);
      const empty = cells.filter(isBlank).length;
      if (empty === 0 || isBlank(cells[0]) || cells.some(cell => cell?.merged)) continue;
      // Where a value is written again in the next row, an empty cell means nothing.
      const repeats = cells.some(
        (cell, at) => at > 0 && !isBlank(cell) && cell!.text === cells[at - 1]?.text,
      );
      const restarts = groupsBySerial(
        people.map(({ row }) => (serial ? row.cells[serial.index]?.text : undefined)),
        cells,
      );
      const leads = column.index < (this.columns.find(({ target }) => target[0] === 'name')?.index ?? 0);
      const isMostlyEmpty = !repeats && empty * 2 >= cells.length;
      if (!restarts && !(leads && isMostlyEmpty)) {
        if (!isMostlyEmpty || column.target[0] !== 'branch') continue;
        this.notes.push({
          ...this.blankNote('gaps-column', this.table.headRow, column.index),
          about: 'column',
          heading: column.heading,
          count: empty,
        });
        continue;
      }
      let last: Cell | undefined;
      for (const [at, { row, index }] of people.entries()) {
        if (!isBlank(cells[at])) last = cells[at];
        else if (last) {
          filled.set(index, (filled.get(index) ?? new Map()).set(column.index, last));
          this.noteCell('filled-down', row, column, '', last.text);
        }
      }
    }
    return filled;
  }

  private blankNote(kind: NoteKind, row: number, column: number): Note {
    const { name } = this.table.sheet;
    return {
      kind,
      sheet: name,
      row,
      column,
      about: 'cell',
      heading: '',
      field: '',
      from: '',
      to: '',
      count: 0,
    };
  }

  private noteRow(kind: NoteKind, row: Row, about: Partial<Note> = {}): void {
    const column = Math.max(
      0,
      row.cells.findIndex(cell => cell !== undefined),
    );
    this.notes.push({ ...this.blankNote(kind, row.number, column), about: 'row', ...about });
  }

  private noteCell(
    kind: NoteKind,
    row: Row,
    { index, target, heading }: ReadColumn,
    from: string,
    to = '',
  ): void {
    const note = {
      ...this.blankNote(kind, row.number, index),
      heading,
      field: targetTitle(target),
      from,
      to,
    };
    this.notes.push(note);
  }
}

/** Columns by which a roster is grouped. */
const GROUPING = new Set(['branch', 'category', 'role', 'position']);

const YES = /^(是|有|√|✓|团员|共青团员|对|y|yes|1)$/i;
const NO = /^(否|不是|无|没有|×|非团员|群众|n|no|0)$/i;

/**
 * Somebody made a prospective member, or further on, is on the list of nominees. That somebody is an activist yet says nothing:
 * nominees are chosen from them.
 */
function isNominee(node: MapNode): boolean {
  const stage = textOf(node, 'stage');
  const events = node.entries.find(({ key }) => key.text === 'events')?.value;
  return (
    stage === 'prospective' ||
    stage === 'probationary' ||
    (events?.kind === 'map' && events.entries.some(({ key }) => key.text === 'prospective'))
  );
}

/** Whether the serial number starts again where a value stands, and nowhere else. */
const groupsBySerial = (
  serials: readonly (string | undefined)[],
  cells: readonly (Cell | undefined)[],
): boolean =>
  serials.filter(serial => serial === '1').length > 1 &&
  cells.every((cell, at) => (serials[at] === '1') === !isBlank(cell));

/** Before the steps, as a person is written. */
function put(node: MapNode, field: string, text: string): void {
  const at = { start: node.start, end: node.end };
  const steps = node.entries.findIndex(({ key }) => key.text === 'events' || key.text === 'attributes');
  const entry = { key: scalarOf(field, at), value: scalarOf(text, at), name: undefined };
  node.entries.splice(steps < 0 ? node.entries.length : steps, 0, entry);
}

const spanOf = (nodes: readonly Span[], otherwise: Span): Span =>
  nodes.length === 0 ? otherwise : { start: nodes[0]!.start, end: nodes[0]!.end };

/** The fields of one person as they are found, in the order of the columns. */
class PersonBuilder {
  readonly at: Span;
  /** the birth month was made October of `1990.1` by how the column is written */
  isGuessedOctober = false;
  readonly plain = new Map<string, Node>();
  readonly attributes = new Map<string, Node>();
  readonly parts = new Map<string, Map<string, Node>>();
  private readonly events = new Map<string, Node>();

  constructor(at: Span) {
    this.at = at;
  }

  scalar(field: string): string | undefined {
    const node = this.plain.get(field);
    return node?.kind === 'scalar' ? node.text : undefined;
  }

  /** Of several columns of education the higher one counts; of others the first. */
  set([field, below]: Target, node: ScalarNode): void {
    const into = this.mapFor(field);
    const key = field === 'events' || field === 'attributes' ? below! : field;
    const earlier = into.get(key);
    if (!earlier || (field === 'education' && levelOf(node) > levelOf(earlier))) into.set(key, node);
  }

  /** More items of a list. */
  add([field, below]: Target, list: ReturnType<typeof listOf>): void {
    const into = this.mapFor(field);
    const key = field === 'events' ? below! : field;
    const earlier = into.get(key);
    if (earlier?.kind === 'list') earlier.items.push(...list.items);
    else if (list.items.length > 0) into.set(key, list);
  }

  part(event: string, name: string, node: Node): void {
    const own = this.parts.get(event) ?? new Map<string, Node>();
    this.parts.set(event, own.set(name, node));
  }

  build(): MapNode {
    const { plain, events, attributes, parts, at } = this;
    for (const [name, own] of parts) events.set(name, mapOf(own, at));
    if (events.size > 0) plain.set('events', mapOf(events, at));
    if (attributes.size > 0) plain.set('attributes', mapOf(attributes, at));
    return mapOf(plain, at);
  }

  private mapFor(field: string): Map<string, Node> {
    return field === 'events' ? this.events : field === 'attributes' ? this.attributes : this.plain;
  }
}

const LEVELS = ['primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'];
const levelOf = (node: Node): number => (node.kind === 'scalar' ? LEVELS.indexOf(node.text) : -1);

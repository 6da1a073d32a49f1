import { readIdNumber } from '../../model/id-number.ts';
import { columnName } from '../../values/column-name.ts';
import { type Day, isoOf } from '../../values/day.ts';
import type { Limits } from '../size-limits.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../yaml/node.ts';
import {
  type Column,
  isList,
  plainHeading,
  type Target,
  targetName,
  targetShape,
  targetTitle,
} from './columns.ts';
import { type DateContext, tidyDate, writesTwoDigitMonths } from './dates.ts';
import { findHead, type Head } from './head.ts';
import type { Note, NoteKind } from './note.ts';
import { RosterRefusal } from './refusal.ts';
import { SheetSource } from './sheet-source.ts';
import { splitNames, tidyName, tidyValue } from './values.ts';
import { type Cell, type Row, readWorkbook, type Sheet } from './workbook.ts';

export interface RosterOptions {
  asOf: Day;
  /** headings that the user says the meaning of; null: not to be read */
  mapping?: ReadonlyMap<string, Target | null>;
  /** the sheet to read; all that have people where absent */
  sheet?: string;
  limits?: Limits;
}

/** One person as the sheet has them. */
export interface RosterRow {
  sheet: string;
  row: number;
  node: MapNode;
}

/** A workbook as people: a tree like a YAML file's, whose places are cells, and what was noted on the way. */
export interface Roster {
  source: SheetSource;
  /** `{candidates: [...]}` */
  root: MapNode;
  people: RosterRow[];
  notes: Note[];
  /** sheets that were read, with their columns */
  tables: { sheet: string; columns: Column[]; people: number }[];
  sheets: string[];
}

/** The youngest activists are 18: a birth year after this many years ago is of the last century. */
const YOUNGEST = 14;

/**
 * Finds the people in a workbook's bytes.
 * @throws {RosterRefusal}
 */
export function readRoster(path: string, bytes: Uint8Array, options: RosterOptions): Roster {
  const sheets = readWorkbook(bytes, /\.xls[xmb]?$/i.test(path), options.limits);
  const source = new SheetSource(path, sheets);
  const notes: Note[] = [];
  const people: RosterRow[] = [];
  const tables: Roster['tables'] = [];
  for (const sheet of sheets) {
    if (options.sheet !== undefined && sheet.name !== options.sheet) continue;
    if (sheet.rows.length === 0) continue;
    const head = findHead(sheet, options.mapping ?? new Map());
    if (!head) {
      notes.push(noteOf(sheet, 'no-head'));
      continue;
    }
    if (sheet.hidden && options.sheet === undefined) {
      notes.push(noteOf(sheet, 'hidden-sheet'));
      continue;
    }
    const reader = new TableReader(sheet, head, source, notes, options);
    const own = reader.people();
    people.push(...own);
    tables.push({ sheet: sheet.name, columns: reader.headings, people: own.length });
  }
  if (tables.length === 0) throw new RosterRefusal('no-head');
  giveIds(people);
  const start = people[0]?.node.start ?? 0;
  const list: ListNode = {
    kind: 'list',
    items: people.map(({ node }) => node),
    flow: false,
    start,
    end: start,
  };
  const root = mapOf([['candidates', list]], { start, end: start });
  return { source, root, people, notes, tables, sheets: sheets.map(({ name }) => name) };
}

const noteOf = (sheet: Sheet, kind: NoteKind, about: Partial<Omit<Note, 'kind' | 'sheet'>> = {}): Note => ({
  kind,
  sheet: sheet.name,
  row: 0,
  cell: '',
  field: '',
  from: '',
  to: '',
  ...about,
});

type Span = { start: number; end: number };

const scalarOf = (text: string, { start, end }: Span): ScalarNode => ({
  kind: 'scalar',
  text,
  plain: false,
  start,
  end,
});

const mapOf = (fields: (readonly [string, Node])[], at: Span): MapNode => ({
  kind: 'map',
  entries: fields.map(([key, value]): Entry => ({ key: scalarOf(key, value), value, name: undefined })),
  start: at.start,
  end: at.end,
});

/** `c01` … in the order of the rows, for whom the sheet gives no code. */
function giveIds(people: readonly RosterRow[]): void {
  const taken = new Set(
    people.flatMap(({ node }) => {
      const id = fieldOf(node, 'id');
      return id ? [id.text] : [];
    }),
  );
  const digits = Math.max(2, String(people.length).length);
  let number = 0;
  for (const { node } of people) {
    if (fieldOf(node, 'id')) continue;
    let id: string;
    do id = `c${String(++number).padStart(digits, '0')}`;
    while (taken.has(id));
    const at = { start: node.start, end: node.end };
    node.entries.unshift({ key: scalarOf('id', at), value: scalarOf(id, at), name: undefined });
  }
}

function fieldOf(node: MapNode, field: string): ScalarNode | undefined {
  const value = node.entries.find(({ key }) => key.text === field)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

const BLANK = /^[-—–/／\\、.·~～]+$/;
const DITTO = /^(同上|〃|″|"|''|同左)$/;
const TOTAL = /^(合计|小计|总计|共计|合\s*计|总\s*计)/;
const FOOTER =
  /^(填表人|制表人?|审核人?|负责人|填报|单位|联系人[:：]|说明[:：]?|备?注[:：]|注[:：]?|以下空白|审批|盖章|主要负责)/;
const BRANCH = /(党支部|支部|党总支)(委员会)?(（.*）|\(.*\))?$/;

/** Reads the people below the head of one table. */
class TableReader {
  /** the columns as they are understood */
  readonly headings: Column[];
  private readonly sheet: Sheet;
  private readonly head: Head;
  private readonly source: SheetSource;
  private readonly notes: Note[];
  private readonly asOf: string;
  private readonly columns: (Column & { target: Target })[];
  private readonly contexts = new Map<number, DateContext>();
  private section: { text: string; row: number; column: number } | undefined;
  private role: 'nominee' | 'reserve' | undefined;

  constructor(sheet: Sheet, head: Head, source: SheetSource, notes: Note[], { asOf }: RosterOptions) {
    this.sheet = sheet;
    this.head = head;
    this.source = source;
    this.notes = notes;
    this.asOf = isoOf(asOf);
    this.headings = head.columns.map(each => this.settle(each));
    this.columns = this.chooseColumns();
    for (const column of this.columns) this.contexts.set(column.index, this.contextOf(column));
  }

  people(): RosterRow[] {
    this.role = this.roleOfTitle();
    const people: RosterRow[] = [];
    let above: Row | undefined;
    for (const row of this.sheet.rows.slice(this.head.below)) {
      if (row.cells.every(cell => !cell || BLANK.test(cell.text))) continue;
      const node = this.person(row, above);
      if (!node) continue;
      if (row.hidden) this.note('hidden-row', row);
      people.push({ sheet: this.sheet.name, row: row.number, node });
      above = row;
    }
    return people;
  }

  /** The columns that are read; what is said of the others. */
  private chooseColumns(): (Column & { target: Target })[] {
    const chosen: (Column & { target: Target })[] = [];
    const taken = new Map<string, Column>();
    for (const column of this.headings) {
      const { target, heading, index } = column;
      const about = { cell: columnName(index), field: heading };
      if (this.sheet.hiddenColumns.has(index)) this.notes.push(noteOf(this.sheet, 'hidden-column', about));
      if (!target) {
        if (!column.needless) this.notes.push(noteOf(this.sheet, 'unread-column', about));
        continue;
      }
      const name = targetName(target);
      const first = taken.get(name);
      if (first && !isList(target) && name !== 'education') {
        this.notes.push(noteOf(this.sheet, 'second-column', { ...about, to: first.heading }));
        continue;
      }
      if (column.guessed)
        this.notes.push(noteOf(this.sheet, 'guessed-column', { ...about, to: targetTitle(target) }));
      taken.set(name, column);
      chosen.push({ ...column, target });
    }
    return chosen;
  }

  /** 单位 may be where people work or their branch: what stands below it tells. */
  private settle(column: Column): Column {
    if (!column.guessed || !/^(所在)?单位$/.test(plainHeading(column.heading))) return column;
    const texts = this.sheet.rows
      .slice(this.head.below)
      .flatMap(({ cells }) => cells[column.index]?.text ?? [])
      .filter(text => !DITTO.test(text) && !BLANK.test(text) && !TOTAL.test(text) && !FOOTER.test(text));
    const branches = texts.filter(text => BRANCH.test(text)).length;
    return branches > 0 && branches * 2 > texts.length
      ? { ...column, target: ['branch'], guessed: true }
      : column;
  }

  private contextOf({ index, target }: Column & { target: Target }): DateContext {
    const year = Number(this.asOf.slice(0, 4));
    const texts = this.sheet.rows.slice(this.head.below).map(({ cells }) => cells[index]?.text ?? '');
    return {
      latestYear: target[0] === 'birth' ? year - YOUNGEST : year + 1,
      twoDigitMonths: writesTwoDigitMonths(texts),
    };
  }

  /** A sheet of 拟发展对象 lists nominees, one of 积极分子 reserves, where no column says it. */
  private roleOfTitle(): 'nominee' | 'reserve' | undefined {
    if (this.columns.some(({ target }) => target[0] === 'role')) return undefined;
    for (const text of [this.sheet.name, ...this.head.titles]) {
      const nominees = /拟发展|发展对象/.test(text);
      const reserves = /积极分子|储备/.test(text);
      if (nominees === reserves) continue;
      const role = nominees ? 'nominee' : 'reserve';
      this.notes.push(noteOf(this.sheet, 'role-from-title', { from: text, to: role }));
      return role;
    }
    return undefined;
  }

  private person(row: Row, above: Row | undefined): MapNode | undefined {
    const nameColumn = this.columns.find(({ target }) => target[0] === 'name')!;
    const nameCell = row.cells[nameColumn.index];
    const first = row.cells.find(cell => cell !== undefined)!;
    if (TOTAL.test(first.text)) return this.skip('total', row, first);
    if (FOOTER.test(first.text) && !(nameCell && nameCell !== first && !nameCell.merged))
      return this.skip('footer', row, first);
    if (nameCell && nameCell.text.replace(/\s/g, '') === nameColumn.heading.split('/').at(-1))
      return this.skip('head-again', row, first);
    const texts = new Set(row.cells.flatMap(cell => (cell ? [cell.text] : [])));
    if (texts.size === 1 && (!nameCell || nameCell.merged || BRANCH.test(first.text)))
      return this.heading(row, first);
    if (!nameCell || BLANK.test(nameCell.text)) return this.skip('no-name', row, first);
    return this.fields(row, above, this.source.node(this.sheet, row.number, nameColumn.index, nameCell.text));
  }

  /** A row of one text parts a table: 东村党支部 above its people. */
  private heading(row: Row, cell: Cell): undefined {
    if (!BRANCH.test(cell.text)) return this.skip('footer', row, cell);
    this.section = { text: cell.text.replace(/\s/g, ''), row: row.number, column: row.cells.indexOf(cell) };
    return this.skip('section', row, cell);
  }

  private fields(row: Row, above: Row | undefined, nameNode: ScalarNode): MapNode {
    const at = { start: nameNode.start, end: nameNode.end };
    const plain = new Map<string, Node>();
    const events = new Map<string, Node>();
    const parts = new Map<string, Map<string, Node>>();
    const attributes = new Map<string, Node>();
    for (const column of this.columns) {
      const cell = this.cellOf(column, row, above);
      if (!cell) continue;
      const [field, below, part] = column.target;
      let into = field === 'events' ? events : field === 'attributes' ? attributes : plain;
      if (part !== undefined) {
        into = parts.get(below!) ?? new Map();
        parts.set(below!, into);
      }
      const key = part ?? below ?? field;
      const value = this.value(column, cell, row, plain, attributes);
      if (value === undefined) continue;
      const earlier = into.get(key);
      if (earlier?.kind === 'list' && value.kind === 'list') earlier.items.push(...value.items);
      else if (!earlier || (field === 'education' && isHigher(value, earlier))) into.set(key, value);
    }
    this.derive(plain, row, at);
    const training = parts.get('training');
    const hours = training?.get('hours');
    if (training && hours && !(training.has('start') && training.has('end'))) {
      // A training has days; hours without them are kept as they are.
      const column = this.columns.find(({ target }) => target[2] === 'hours')!;
      training.delete('hours');
      attributes.set('培训学时', hours);
      this.noteCell('hours-alone', row, column, hours.kind === 'scalar' ? hours.text : '');
    }
    for (const [name, own] of parts) if (own.size > 0) events.set(name, mapOf([...own], at));
    if (this.section && !plain.has('branch'))
      plain.set(
        'branch',
        this.source.node(this.sheet, this.section.row, this.section.column, this.section.text),
      );
    if (this.role && !plain.has('role')) plain.set('role', scalarOf(this.role, at));
    if (events.size > 0) plain.set('events', mapOf([...events], at));
    if (attributes.size > 0) plain.set('attributes', mapOf([...attributes], at));
    return mapOf([...plain], at);
  }

  /** The cell of a row, or for 同上 that of the row above; undefined where it says nothing. */
  private cellOf(column: Column, row: Row, above: Row | undefined): Cell | undefined {
    const cell = row.cells[column.index];
    if (!cell) return undefined;
    const target = column.target!;
    if (cell.formula) this.noteCell('formula', row, column, cell.text);
    // Vertically merged cells hold for all their rows, but nobody shares a name or an ID number.
    if (cell.merged) {
      if (['name', 'id', 'idNumber', 'phone'].includes(target[0])) return undefined;
      this.noteCell('merged', row, column, cell.text);
    }
    if (DITTO.test(cell.text)) {
      const before = above?.cells[column.index];
      if (!before) return undefined;
      row.cells[column.index] = before;
      this.noteCell('ditto', row, column, cell.text, before.text);
      return before;
    }
    return BLANK.test(cell.text) ? undefined : cell;
  }

  private value(
    column: Column & { target: Target },
    cell: Cell,
    row: Row,
    plain: Map<string, Node>,
    attributes: Map<string, Node>,
  ): Node | undefined {
    const { target, index } = column;
    const [field] = target;
    const node = (text: string) => this.source.node(this.sheet, row.number, index, text);
    const shape = targetShape(target);
    if (field === 'name') return node(tidyName(cell.text));
    if (field === 'idNumber') return this.idNumber(column, cell, row);
    if (isDate(target)) return this.date(column, cell, row);
    if (isList(target)) {
      const items = splitNames(cell.text).map(node);
      return { kind: 'list', items, flow: false, start: items[0]?.start ?? 0, end: items[0]?.end ?? 0 };
    }
    if (field === 'stage') {
      const league = /团员/.test(cell.text);
      if (league || /群众/.test(cell.text)) {
        if (!plain.has('leagueMember')) {
          plain.set('leagueMember', node(league ? '是' : '否'));
          this.noteCell('league-from-stage', row, column, cell.text);
        }
        return undefined;
      }
    }
    const tidy = tidyValue(target, cell.text);
    if (tidy?.kind) this.noteCell(tidy.kind, row, column, cell.text, tidy.text);
    if (tidy) return node(tidy.text);
    if (field === 'occupation') {
      // 村干部, 保洁员: no kind of the list, but nothing a sheet says is thrown away.
      attributes.set('职业', node(cell.text));
      this.noteCell('as-attribute', row, column, cell.text);
      return undefined;
    }
    if (shape.read?.[0] === 'integer' || field === 'phone') return node(cell.text);
    return node(field === 'branch' ? cell.text.replace(/\s+/g, '') : cell.text.replace(/\s+/g, ' '));
  }

  private date(column: Column & { target: Target }, cell: Cell, row: Row): Node {
    const node = (text: string) => this.source.node(this.sheet, row.number, column.index, text);
    const context = this.contexts.get(column.index)!;
    const list = isList(column.target);
    const parts = list && cell.number === undefined ? cell.text.split(/[、，,;；\n]+/) : [];
    if (parts.length > 1) {
      const items = parts.map(part => node(tidyDate({ text: part.trim() }, context)?.text ?? part.trim()));
      return { kind: 'list', items, flow: false, start: items[0]!.start, end: items[0]!.end };
    }
    const tidy = tidyDate(cell, context);
    if (tidy?.kind) this.noteCell(tidy.kind, row, column, cell.text, tidy.text);
    const one = node(tidy?.text ?? cell.text);
    return list ? { kind: 'list', items: [one], flow: false, start: one.start, end: one.end } : one;
  }

  private idNumber(column: Column, cell: Cell, row: Row): Node | undefined {
    // Excel keeps fifteen digits of a number: the last three of an ID number are zeros then, and gone.
    if (cell.number !== undefined && cell.number >= 1e15) {
      this.noteCell('digits-lost', row, column, cell.text);
      return undefined;
    }
    const digits = cell.text
      .normalize('NFKC')
      .replace(/[\s'’‘`-]/g, '')
      .toUpperCase();
    return this.source.node(this.sheet, row.number, column.index, digits);
  }

  /** Birth and gender by a valid ID number, where their cells are empty. */
  private derive(plain: Map<string, Node>, row: Row, at: Span): void {
    const node = plain.get('idNumber');
    const text = node?.kind === 'scalar' ? node.text : '';
    if (!/^(\d{15}|\d{17}[0-9X])$/.test(text)) return;
    const { birth, gender, checks } = readIdNumber(text);
    if (!checks || birth === undefined) return;
    const span = node ?? at;
    const stated = plain.get('birth');
    const iso = isoOf(birth);
    // `1990.1` is settled by the number too, if it agrees with one of the two months.
    const unclear =
      stated?.kind === 'scalar' &&
      /^\d{4}\.1$/.test(stated.text) &&
      iso.startsWith(stated.text.replace('.', '-'));
    if (!stated || unclear) {
      plain.set('birth', scalarOf(iso, span));
      this.note('birth-from-id', row, { to: iso });
    }
    if (!plain.has('gender')) {
      plain.set('gender', scalarOf(gender, span));
      this.note('gender-from-id', row, { to: gender });
    }
  }

  private skip(kind: NoteKind, row: Row, cell: Cell): undefined {
    this.note(kind, row, { from: cell.text });
    return undefined;
  }

  private note(kind: NoteKind, row: Row, about: Partial<Note> = {}): void {
    this.notes.push(noteOf(this.sheet, kind, { row: row.number, ...about }));
  }

  private noteCell(kind: NoteKind, row: Row, { index, target }: Column, from: string, to = ''): void {
    const cell = `${columnName(index)}${row.number}`;
    this.note(kind, row, { cell, field: targetTitle(target!), from, to });
  }
}

const LEVELS = ['primary', 'junior-high', 'senior-high', 'college', 'bachelor', 'postgraduate'];

function isHigher(value: Node, earlier: Node): boolean {
  const level = (node: Node) => (node.kind === 'scalar' ? LEVELS.indexOf(tidyLevel(node.text)) : -1);
  return level(value) > level(earlier);
}

const tidyLevel = (text: string): string => targetShape(['education']).values?.[text] ?? text;

const isDate = (target: Target): boolean =>
  target[0] === 'birth' || (target[0] === 'events' && !NO_DATES.has(target[2] ?? ''));

/** Parts of events that are no dates. */
const NO_DATES: ReadonlySet<string> = new Set(['hours', 'months', 'note', 'by', 'places']);

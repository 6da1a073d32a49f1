import { readIdNumber } from '../../model/id-number.ts';
import { UNKNOWN_WORDS } from '../../model/place.ts';
import { standingIn } from '../../model/remarks.ts';
import { maskedFields } from '../fields/masked.ts';
import { type Cell, isBlank, NO_RESULT } from './cell.ts';
import { affiliationOf } from './classes/affiliation.ts';
import { UNCLEAR } from './classes/table.ts';
import { yesOrNo } from './classes/yes-no.ts';
import { classOf } from './classes.ts';
import { DITTO } from './column-values.ts';
import {
  type DateContext,
  englishMonth,
  isNotYet,
  tidyDate,
  tidyRange,
  writesTwoDigitMonths,
} from './dates.ts';
import { yearAsked } from './listing-years.ts';
import { looksLikeName, mayBeTwoNames, severalNames, splitNames, tidyName } from './name-text.ts';
import { type PersonBuilder, spanOf } from './person-builder.ts';
import { roleAsked, sectionName } from './row-words.ts';
import type { ReadColumn, SheetNotes } from './sheet-notes.ts';
import type { SheetSource } from './sheet-source.ts';
import type { Table } from './tables.ts';
import { isDate, isList, isPhone, partsOf, targetShape } from './target.ts';
import { listOf } from './tree.ts';
import type { Row } from './workbook.ts';

/** The youngest activists are 18: a birth year after this many years ago is of the last century. */
const YOUNGEST = 14;

/** Nobody shares these with the row above, merged or not. */
const OWN: ReadonlySet<string> = new Set(['name', 'id', ...maskedFields()]);

/** What nobody writes on two lines for one person. */
const ONE_LINE = new Set(['gender', 'birth', 'idNumber', 'ethnicity']);

/** 2025.7.10—12（24学时） */
const WITH_HOURS = /^(.+?)\s*[（(]\s*(?:共|计)?(\d+)个?(?:学时|课时)\s*[）)]$/;

/** Reads the cells of one table into people. */
export class CellReader {
  private readonly table: Table;
  private readonly source: SheetSource;
  private readonly notes: SheetNotes;
  private readonly columns: readonly ReadColumn[];
  private readonly contexts = new Map<number, DateContext>();

  /** the plan's */
  private readonly year: number;

  /** @param asOf `YYYY-MM-DD` @param year of the plan */
  constructor(
    table: Table,
    source: SheetSource,
    notes: SheetNotes,
    columns: readonly ReadColumn[],
    asOf: string,
    year: number,
  ) {
    this.year = year;
    this.table = table;
    this.source = source;
    this.notes = notes;
    this.columns = columns;
    for (const column of columns)
      this.contexts.set(column.index, this.contextOf(column, Number(asOf.slice(0, 4))));
  }

  private contextOf({ index, target }: ReadColumn, year: number): DateContext {
    const texts = this.table.rows.map(({ cells }) => cells[index]?.text ?? '');
    return {
      latestYear: target[0] === 'birth' ? year - YOUNGEST : year + 1,
      twoDigitMonths: writesTwoDigitMonths(texts),
      dates1904: this.table.sheet.dates1904,
    };
  }

  /** The cell of a row, or for 同上 that of the row above; undefined where it says nothing. */
  cellOf(column: ReadColumn, row: Row, above: Row | undefined): Cell | undefined {
    const cell = row.cells[column.index];
    if (cell === undefined || isBlank(cell)) return undefined;
    if (cell.fault !== undefined) {
      this.noteFault(row, column, cell);
      return undefined;
    }
    if (cell.formula) this.notes.ofCell('formula', row, column, cell.text);
    // Vertically merged cells hold for all their rows.
    if (cell.merged) {
      if (OWN.has(column.target[0])) return undefined;
      this.notes.ofCell('merged', row, column, cell.text);
    }
    if (DITTO.test(cell.text)) {
      const before = above?.cells[column.index];
      if (!before) return undefined;
      row.cells[column.index] = before;
      this.notes.ofCell('ditto', row, column, cell.text, before.text);
      return before;
    }
    return cell;
  }

  noteFault(row: Row, column: ReadColumn, cell: Cell): void {
    this.notes.ofCell(cell.fault === NO_RESULT ? 'no-result' : 'error-value', row, column, cell.fault!);
  }

  /** Reads one cell into the person. */
  put(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): void {
    const { target, index } = column;
    const [field] = target;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, index, text);
    if (field === 'name') person.plain.set('name', node(this.name(person, column, cell, row)));
    else if (field === 'idNumber') {
      const digits = this.idNumber(column, cell, row);
      if (digits !== undefined) person.plain.set('idNumber', node(digits));
    } else if (isDate(target)) this.date(person, column, cell, row);
    else if (field === 'contacts' || field === 'introducers' || field === 'tags') {
      const { names: all, phones } = splitNames(cell.text);
      // 联系人 and 第一联系人 may say the same of one person.
      const names = all.filter((name, at) => all.indexOf(name) === at && !person.holds(field, name));
      if (field !== 'tags')
        for (const name of names)
          if (!looksLikeName(name.replace(/[（(][^）)]*[）)]$/, '')))
            this.notes.ofCell('name-odd', row, column, name);
      if (phones) this.notes.ofCell('phone-in-names', row, column, cell.text, names.join('、'));
      person.add(target, listOf(names.map(node), spanOf(names.map(node), person.at)));
    } else {
      const text = this.value(person, column, cell, row);
      if (text === undefined) return;
      if (target[2] === undefined) person.set(target, node(text));
      else person.part(target[1]!, target[2], node(text));
    }
  }

  private name(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): string {
    const several = severalNames(cell.text);
    if (several.length > 0 && !this.isOnePerson(cell, row)) {
      const names = several.join('、');
      this.notes.ofCell('several-names', row, column, names);
      return names;
    }
    const { name, remark, tidied } = tidyName(cell.text);
    if (remark === '' && mayBeTwoNames(cell.text))
      this.notes.ofCell('name-joined', row, column, cell.text, name);
    else if (remark !== '') {
      this.notes.ofCell('name-remark', row, column, cell.text, name);
      const gender = classOf('gender', remark);
      const hasGender = this.columns.some(
        ({ target, index }) => target[0] === 'gender' && !isBlank(row.cells[index]),
      );
      if (typeof gender === 'object' && !hasGender)
        person.plain.set(
          'gender',
          this.source.node(this.table.sheet, row.number, column.index, gender.value),
        );
    } else if (!looksLikeName(name)) this.notes.ofCell('name-odd', row, column, name);
    else if (tidied) this.notes.ofCell('name-tidied', row, column, cell.text, name);
    return name;
  }

  /** Of two people below each other in a cell the gender and the birth are so too: a name alone was broken to fit its column. */
  private isOnePerson(cell: Cell, row: Row): boolean {
    const told = this.columns.flatMap(({ target, index }) => {
      const text = row.cells[index]?.text;
      return ONE_LINE.has(target[0]) && text ? [text] : [];
    });
    return !/[、，,;；]/.test(cell.text) && told.length > 0 && told.every(text => !/[\n\r]/.test(text));
  }

  /** What the cell of an enumeration, a yes or no, a number or a text says; undefined where it is noted otherwise. */
  private value(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): string | undefined {
    const { target } = column;
    const [field] = target;
    const plain = cell.text.normalize('NFKC').replace(/\s+/g, '');
    const shape = targetShape(target);
    if (field === 'stage' && this.affiliation(person, column, cell, row)) return undefined;
    if (shape.read?.[0] === 'boolean') {
      const answer = yesOrNo(cell.text);
      if (answer === UNCLEAR) {
        this.notes.ofCell('unclear', row, column, cell.text);
        return undefined;
      }
      return answer === undefined ? plain : answer ? '是' : '否';
    }
    if (field === 'role') {
      // 是否发展对象: no is no way of being listed.
      const answer = yesOrNo(cell.text);
      const asked = typeof answer === 'boolean' ? roleAsked(column.heading) : undefined;
      const ofYear = yearAsked(column.heading) ?? this.year;
      if (asked && answer && ofYear !== this.year) {
        this.notes.ofCell('not-nominee', row, column, cell.text, `${this.year}年`);
        return undefined;
      }
      if (asked) return answer ? asked : undefined;
      if (UNKNOWN_WORDS.has(plain)) return undefined;
    }
    if (shape.values || field === 'ethnicity') {
      const found = classOf(field, cell.text);
      if (found === undefined && field !== 'occupation') return plain;
      if (typeof found === 'object') {
        if (found.kind) this.notes.ofCell(found.kind, row, column, cell.text, found.value);
        return found.value;
      }
      if (field === 'occupation') {
        // 村干部, 村会计: no kind of the list, but nothing that a sheet says is thrown away.
        person.attributes.set(
          '职业',
          this.source.node(this.table.sheet, row.number, column.index, cell.text),
        );
        this.notes.ofCell('as-attribute', row, column, cell.text);
      } else this.notes.ofCell('unclear', row, column, cell.text);
      return undefined;
    }
    if (shape.read?.[0] === 'integer') return plain.replace(/(个)?(学时|课时|人|名|票)$/, '');
    if (isPhone(target)) return this.phone(column, cell, row);
    if (field === 'branch') return this.branch(column, cell, row);
    if (field === 'note') {
      const found = standingIn(cell.text);
      if (found && found.standing !== 'later') this.notes.ofCell('remark-out', row, column, cell.text);
    }
    return cell.text.replace(/\s+/g, ' ');
  }

  private phone(column: ReadColumn, cell: Cell, row: Row): string | undefined {
    if (!/^\d(\.\d+)?E\+?\d+$/i.test(cell.text)) return cell.text;
    this.notes.ofCell('digits-lost', row, column, cell.text);
    return undefined;
  }

  /** 东村党支部（2人） and 一、东村党支部 are 东村党支部, as its other people and the plan have it. */
  private branch(column: ReadColumn, cell: Cell, row: Row): string {
    const text = cell.text.replace(/\s+/g, '');
    const name = sectionName(text);
    if (name.length === text.normalize('NFKC').length || name === '') return text;
    this.notes.ofCell('branch-tidied', row, column, cell.text, name);
    return name;
  }

  /** 政治面貌 also says who is in the League, and who in another party. */
  private affiliation(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): boolean {
    const found = affiliationOf(cell.text);
    if (found === undefined) return false;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, column.index, text);
    if (found === 'other-party') {
      person.attributes.set('政治面貌', node(cell.text));
      this.notes.ofCell('other-party', row, column, cell.text);
    } else if (!person.plain.has('leagueMember')) {
      person.plain.set('leagueMember', node(found === 'league' ? '是' : '否'));
      this.notes.ofCell('league-from-stage', row, column, cell.text, found === 'league' ? '是' : '否');
    }
    return true;
  }

  private date(person: PersonBuilder, column: ReadColumn, cell: Cell, row: Row): void {
    const { target } = column;
    const node = (text: string) => this.source.node(this.table.sheet, row.number, column.index, text);
    const context = this.contexts.get(column.index)!;
    const month = englishMonth(cell.text, context);
    if (month !== undefined) {
      this.notes.ofCell('english-month', row, column, cell.text, month);
      return;
    }
    if (target[0] === 'events' && isNotYet(cell.text)) {
      this.notes.ofCell('not-yet', row, column, cell.text);
      return;
    }
    const parts = partsOf(target);
    if (parts) {
      const [, dates = cell.text, hours] = WITH_HOURS.exec(cell.text) ?? [];
      const range = tidyRange(dates, context);
      const [first, last] = range ?? [tidyDate({ ...cell, text: dates }, context)?.text ?? cell.text];
      person.part(target[1]!, parts[0], node(first));
      if (last !== undefined) person.part(target[1]!, parts[1], node(last));
      if (hours !== undefined && 'hours' in (targetShape(target).props ?? {}))
        person.part(target[1]!, 'hours', node(hours));
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
    if (tidy?.kind) this.notes.ofCell(tidy.kind, row, column, cell.text, tidy.text);
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
      this.notes.ofCell('digits-lost', row, column, cell.text);
      return undefined;
    }
    return digits;
  }
}

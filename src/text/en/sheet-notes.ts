import type { SheetNoteArgs } from '../../read/problem.ts';
import { MOST_CELLS, type SheetNoteText, type SheetNoteTexts } from '../sheet-note-texts.ts';

const quote = (text: string): string => `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`;
const column = ({ heading }: SheetNoteArgs): string => `column ${quote(heading)}`;

const where = ({ cells, about }: SheetNoteArgs): string => {
  if (cells.length < 2) return '';
  const rest = cells.length > MOST_CELLS ? ` and ${cells.length - MOST_CELLS} more` : '';
  return ` (${about === 'row' ? 'rows ' : ''}${cells.slice(0, MOST_CELLS).join(', ')}${rest})`;
};

/** the people, the first few of many */
const names = ({ from, count }: SheetNoteArgs): string => {
  const all = from.split('、');
  const more = count > MOST_CELLS ? ` and ${count - MOST_CELLS} more` : '';
  return all.slice(0, MOST_CELLS).join(', ') + more;
};

const CHECK = 'please check, and write it out in the sheet if it is wrong';
const NOTHING = 'nothing needs to be done';

const text = (
  message: SheetNoteText['message'],
  remedy: string | SheetNoteText['remedy'] = NOTHING,
): SheetNoteText => ({
  message: note => message(note) + where(note),
  remedy: typeof remedy === 'string' ? () => remedy : remedy,
});

const map = ({ heading, to }: SheetNoteArgs): string =>
  `${to ? `the nearest field is ${to}; ` : ''}to read it say --map "${heading}=${to || 'FIELD'}" (--map alone lists the fields)`;

export const sheetNotes: SheetNoteTexts = {
  'two-digit-year': text(
    note => `${column(note)}: ${quote(note.from)} has a two-digit year, read as ${note.to}`,
    CHECK,
  ),
  serial: text(note => `${column(note)} has day counts of Excel, such as ${note.from}, read as ${note.to}`),
  october: text(note => `${column(note)}: ${note.from} has lost its last zero, read as ${note.to}`, CHECK),
  'english-month': text(
    note =>
      note.to === ''
        ? `${column(note)}: ${quote(note.from)} was written over by Excel and has lost its year; not read`
        : `${column(note)}: ${quote(note.from)} is probably ${note.to} (Excel makes this of 1990-5); not read`,
    note => `make the column text and write ${note.to === '' ? '1990-05' : note.to}`,
  ),
  'tidied-date': text(
    note => `${column(note)} has dates in other forms, such as ${quote(note.from)}, read as ${note.to}`,
  ),
  classed: text(note => `${column(note)}: ${quote(note.from)} taken for ${note.to}`, CHECK),
  unclear: text(
    note => `${column(note)}: ${quote(note.from)} may be several things; not read`,
    'say in the sheet which it is',
  ),
  code: text(note => `${column(note)} has codes, such as ${quote(note.from)}, read as ${note.to}`),
  'not-yet': text(
    note => `${column(note)} says ${quote(note.from)}: taken as a step that has not happened`,
    'if it has, write the day',
  ),
  'date-before': text(
    note => `${column(note)} ${quote(note.from)}: only the date ${note.to} was read, not the words behind it`,
    'check it; move what is no date into the remarks',
  ),
  ditto: text(note => `${column(note)}: ${quote(note.from)} is taken from the row above, ${quote(note.to)}`),
  merged: text(note => `${column(note)} is in merged cells: every row has ${quote(note.from)}`),
  'filled-down': text(
    note =>
      `${column(note)} is empty: ${quote(note.to)} from above holds (merged cells seem to have come apart)`,
    'please check; if it is wrong, fill these cells',
  ),
  formula: text(
    note => `${column(note)} has formulas: the saved result is taken, such as ${quote(note.from)}`,
  ),
  'digits-lost': text(
    note => `${column(note)} became a number and lost its last digits; not read`,
    'make the column text, then type it again',
  ),
  'no-result': text(
    note => `${column(note)} has a formula without a saved result; not read`,
    'open the file in Excel or WPS and save it once',
  ),
  'error-value': text(
    note => `${column(note)} shows ${note.from}; not read`,
    note =>
      note.from.startsWith('##')
        ? 'the column was too narrow when the text was saved, and the value is lost; widen it in the original and save again'
        : 'mend the formula, or type the value',
  ),
  'as-attribute': text(
    note =>
      `${column(note)}: ${quote(note.from)} is no occupation class for certain; kept under attributes, counted in no ratio`,
    'write one of the occupation classes',
  ),
  'hours-alone': text(
    note => `training hours ${quote(note.from)} without its days; kept under attributes`,
    'add the first and last day',
  ),
  'one-day': text(
    note => `${column(note)} ${quote(note.from)} is not a first and a last day; kept under attributes`,
    'write both days, as 2026.6.1-2026.6.3',
  ),
  'same-day': text(
    note => `${column(note)} has one date, ${quote(note.from)}, with hours: read as the first and last day`,
    'write both days if it was more than one',
  ),
  'remark-out': text(
    note => `${column(note)} says ${quote(note.from)}; the person was read all the same`,
    'delete the person if no longer on the roster, or a member already',
  ),
  'not-nominee': text(
    note =>
      `${column(note)} ${note.from === '' ? 'is empty' : `says ${quote(note.from)}`}${note.to === '' ? ', and no day of admission lies in this year' : `, unlike ${quote(note.to)}`}: not listed as nominee`,
    'check it; for a nominee add a column 列入方式 with 拟发展对象, and delete who is no longer on the roster',
  ),
  'league-from-stage': text(note => `${column(note)} also says who is a League member`),
  'other-party': text(
    note => `${column(note)}: ${quote(note.from)} is no stage within the Party; kept under attributes`,
  ),
  'name-remark': text(
    note => `a remark stands with the name: ${quote(note.from)}, the name is read as ${quote(note.to)}`,
    'check whether the remark matters; it can go into the column 备注',
  ),
  'name-tidied': text(
    note => `marks stand around names, such as ${quote(note.from)}, read as ${quote(note.to)}`,
  ),
  'row-joined': text(
    note =>
      `the same person as row ${note.to} (the name is a merged cell): the rows of ${quote(note.from)} are one`,
  ),
  'summary-sheet': text(
    note =>
      `${note.count} people of sheet ${quote(note.heading)} stand on other sheets as well; each is read once`,
  ),
  'summary-differs': text(
    note =>
      `sheet ${quote(note.heading)} says other things than the other sheets of ${note.count} people; read as on the others: ${note.from}`,
    'see which of the two is right, and write the same in both',
  ),
  'stray-quote': text(
    () => 'the quote that this cell begins with is never closed; read as if it were not there',
    'check this cell and the rows below; opening the file in Excel and saving it again mends it',
  ),
  'name-joined': text(
    note => `${column(note)}: ${quote(note.from)} read as one name, ${quote(note.to)}`,
    'if it is two people, give each a row',
  ),
  'several-names': text(
    note => `${column(note)}: several names in one cell: ${note.from}; counted as one person`,
    'give each person a row',
  ),
  'other-year': text(
    note => `the roster says ${quote(note.from)}, the plan is of ${note.to}; its people were read`,
    'check that it is the right roster; correct the year if that is wrong',
  ),
  'other-year-sheet': text(
    note =>
      `sheet "${note.heading}" is of another year (${quote(note.from)}) than ${note.to}; its ${note.count} people were not read`,
    note => `say --sheet ${note.heading} to read it, or delete the sheet`,
  ),
  'listed-twice': text(
    note =>
      `${names(note)} on both ${quote(note.to)} and ${quote(note.heading)}: read as one person each, listed as nominee`,
    'check it; if they are two people, write their ID numbers',
  ),
  'listed-differs': text(
    note =>
      `${names(note)}: ${quote(note.to)} and ${quote(note.heading)} say different things; ${quote(note.to)} was read`,
    'check which of them is right and make them agree',
  ),
  'maybe-twice': text(
    note =>
      `${names(note)} on both ${quote(note.to)} and ${quote(note.heading)}, and nothing tells whether that is one person: read as two`,
    'if it is one, delete one row, or write birth dates or ID numbers in both',
  ),
  'name-odd': text(
    note => `${column(note)}: ${quote(note.from)} does not look like a name; read as it is`,
    'check it; move what is no name into the remarks',
  ),
  'branch-tidied': text(note => `${column(note)}: ${quote(note.from)} read as ${quote(note.to)}`),
  'phone-in-names': text(
    note => `telephone numbers in ${column(note)} were not read`,
    'put them into a column of their own',
  ),
  'birth-from-id': text(
    note =>
      `birth is ${note.from ? `unclear (${quote(note.from)})` : 'empty'}: taken from the ID number, ${note.to}`,
  ),
  'gender-from-id': text(
    note =>
      `gender is ${note.from ? `unclear (${quote(note.from)})` : 'empty'}: taken from the ID number, ${note.to}`,
  ),
  'no-name': text(
    note => `row ${note.cells[0]} has no name; not read (begins with ${quote(note.from)})`,
    'add the name, or delete the row if it is nobody',
  ),
  total: text(note => `row ${quote(note.from)}; not read`),
  'head-again': text(() => 'the head once more; not read'),
  section: text(
    note =>
      `${quote(note.from)} is the branch of the people below${note.from === note.to ? '' : `, read as ${quote(note.to)}`}`,
  ),
  'section-role': text(note => `by ${quote(note.from)}, the people below are listed as ${note.to}`, CHECK),
  'section-category': text(
    note =>
      `${quote(note.from)} is the quota category of the people below${note.from === note.to ? '' : `, read as ${quote(note.to)}`}`,
    'where it is not, add a column 名额类别',
  ),
  'section-unread': text(
    note => `the dividing text ${quote(note.from)} was not used`,
    'if it tells a category or unit, give it a column',
  ),
  'section-out': text(
    note => `the ${note.count} below ${quote(note.from)} are no longer listed; not read`,
    'move them up if they are',
  ),
  footer: text(note => `text ${quote(note.from)}; not read`),
  'hidden-row': text(() => 'the row is hidden and was read', 'delete it if it is not wanted'),
  'name-alone': text(
    note => `row ${note.cells[0]} has nothing but ${quote(note.from)}; read as a person`,
    'fill in the rest; a heading or a unit belongs into a column of its own',
  ),
  'guessed-column': text(
    note => `${column(note)} read as ${note.to}`,
    note => `if that is wrong say --map "${note.heading}=FIELD"`,
  ),
  'unread-column': text(note => `${column(note)} has no field and was not read${people(note)}`, map),
  'planned-column': text(note => `${column(note)} is what is planned, not what happened; not read`, map),
  'year-column': text(
    note =>
      `${column(note)} only tells the year in which somebody is to be admitted; nothing else of it was read`,
    NOTHING,
  ),
  'opinion-column': text(
    note => `${column(note)} is an opinion, a result or a number, which no field has; not read`,
    map,
  ),
  'age-column': text(
    note => `${column(note)} is not read: an age is of some day, and ${note.count} people have no birth date`,
    'add a column 出生年月; shares of ages are worked out from it',
  ),
  'lunar-beside': text(
    note => `${column(note)} has dates of the lunar calendar; the solar ones hold, not read`,
  ),
  'lunar-column': text(
    note => `${column(note)} has dates of the lunar calendar; not read${people(note)}`,
    'ages and terms go by the solar calendar: write its dates in a column of their own',
  ),
  'others-column': text(
    note => `${column(note)} is about a contact, a relative or another person; not read`,
    map,
  ),
  'no-dates-column': text(
    note => `${column(note)} has no dates below it; not read${people(note)}`,
    'write dates, as 2026.06.01, if it should have them',
  ),
  'no-heading-column': text(
    note => `column ${note.cells[0]!.replace(/\d+$/, '')} has no heading; not read${people(note)}`,
    'give the column a heading',
  ),
  'same-column': text(note => `${column(note)} says the same as ${quote(note.to)}; not read`),
  'second-column': text(
    note =>
      `${column(note)} is the same field as ${quote(note.to)} with other contents; ${quote(note.to)} counts, this one was not read${people(note)}`,
    'see which is right, and delete the other',
  ),
  'joined-columns': text(note => `the columns ${quote(note.heading)} together read as ${note.to}`),
  'gaps-column': text(
    note => `${column(note)} is empty for ${note.count} people; nothing was taken from above`,
    'if the cells were merged once, fill every row',
  ),
  'hidden-column': text(note => `${column(note)} is hidden and was read`),
  'role-from-dates': text(
    note => `${names(note)}: made prospective members already, listed as ${note.to}`,
    'if that is wrong, add a column 列入方式',
  ),
  'role-from-year': text(
    note => `${column(note)} says this year for ${names(note)}: listed as ${note.to}`,
    'if that is wrong, add a column 列入方式 to the sheet',
  ),
  'role-from-title': text(
    note => `by the title ${quote(note.from)}, ${note.count} people are listed as ${note.to}`,
    'if that is wrong, add a column 列入方式',
  ),
  'approval-unasked': text(
    note =>
      `no day of approval is on record, so whether it came in time was not checked: ${names(note)} have ${quote(note.heading)} and are taken as ${note.to}`,
    'check it; for who is not approved yet add a column 发展阶段, for the others one of 审批时间',
  ),
  'branch-from-title': text(
    note =>
      `by the title or the name of the sheet, ${quote(note.from)} is the branch of the ${note.count} people below`,
    CHECK,
  ),
  'hidden-sheet': text(
    note => `sheet ${quote(note.heading)} is hidden and was not read`,
    note => `name it with --sheet ${note.heading} to read it`,
  ),
  'out-sheet': text(
    note => `the ${note.count} people of ${quote(note.from)} are no longer listed; not read`,
    note => `name it with --sheet ${note.heading} to read it`,
  ),
  'no-head': text(
    note => `sheet ${quote(note.heading)} has no head with 姓名; not read`,
    'if it is a roster, name its columns: 姓名, 性别, 出生年月',
  ),
  'figures-above': text(
    note => `a table of figures above the roster (${note.count} rows from row ${note.cells[0]}) was not read`,
    'where the figures are the plan’s, write them into plan.yaml: quota, structure',
  ),
  card: text(
    note => `sheet ${quote(note.heading)} is a form for one person, no roster; not read`,
    'put the person into the roster, a row each',
  ),
  transposed: text(
    note => `sheet ${quote(note.heading)} has its people side by side, a column each; not read`,
    'turn it: copy it in Excel and paste with “Transpose”, a row for each person',
  ),
  'hidden-plan-sheet': text(
    note => `sheet ${quote(note.heading)} is hidden and was read all the same`,
    'unhide it and check what it holds',
  ),
  'no-label': text(
    note => `row ${note.cells[0]} has ${quote(note.from)} and no label; not read`,
    'write what it is to the left of it, such as 年度 or 总数 (see the sheet 填写说明)',
  ),
  'stray-cell': text(
    note => `${quote(note.from)} stands beside the table; not read`,
    'move it below a heading, or into another file',
  ),
  'other-table': text(
    note => `the row of ${quote(note.from)} belongs to no table; not read`,
    'titles of tables are written like 【结构要求】 (see the sheet 填写说明)',
  ),
  'other-sheet': text(
    note => `sheet ${quote(note.heading)} is no part of the plan; not read`,
    'people go into 名册, steps into 时间安排, everything else into 计划',
  ),
  'no-step-head': text(
    note => `sheet ${quote(note.heading)} has no head; not read`,
    'name its columns: 名称, 类型, 日期',
  ),
};

const people = ({ count }: SheetNoteArgs): string =>
  count > 0 ? ` (${count} people have something there)` : '';

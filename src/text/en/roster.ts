import type { roster as zh } from '../zh/roster.ts';

const quote = (text: string): string => `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`;

export const roster: typeof zh = {
  where: ({ sheet, row, cell }) =>
    `[${sheet}]${cell !== '' ? ` ${/\d/.test(cell) ? cell : `column ${cell}`}` : row > 0 ? ` row ${row}` : ''}`,
  note: {
    'two-digit-year': ({ field, from, to }) =>
      `${field} ${quote(from)} has a two-digit year, read as ${to}; please check`,
    serial: ({ field, from, to }) => `${field} ${from} is a day count of Excel, read as ${to}`,
    october: ({ field, from, to }) => `${field} ${from} has lost its last zero, read as ${to}; please check`,
    'tidied-date': ({ field, from, to }) => `${field} ${quote(from)} read as ${to}`,
    contains: ({ field, from, to }) => `${field} ${quote(from)} taken for ${to}; please check`,
    'digits-lost': ({ field }) =>
      `${field} is stored as a number and has lost digits; not read. Make the column text and type it again`,
    ditto: ({ field, from, to }) => `${field} ${quote(from)}: taken from the row above, ${quote(to)}`,
    merged: ({ field, from }) => `${field} is in merged cells: every row has ${quote(from)}`,
    formula: ({ field, from }) => `${field} is a formula: its saved result is taken, ${quote(from)}`,
    'as-attribute': ({ field, from }) =>
      `${field} ${quote(from)} is none of the occupations; kept under attributes`,
    'hours-alone': ({ from }) => `training hours ${quote(from)} without its days; kept under attributes`,
    'league-from-stage': ({ from }) => `political status ${quote(from)} says whether a League member`,
    'birth-from-id': ({ to }) => `birth is empty or unclear: taken from the ID number, ${to}`,
    'gender-from-id': ({ to }) => `gender is empty: taken from the ID number, ${to}`,
    'no-name': ({ from }) => `has no name; not read (begins with ${quote(from)})`,
    total: ({ from }) => `row ${quote(from)}; not read`,
    'head-again': () => 'the head once more; not read',
    section: ({ from }) => `${quote(from)} is the branch of the people below`,
    footer: ({ from }) => `text ${quote(from)}; not read`,
    'hidden-row': () => 'the row is hidden and was read; delete the person if not wanted',
    'role-from-title': ({ from, to }) => `by the title ${quote(from)}, the people are listed as ${to}`,
    'hidden-sheet': () => 'the sheet is hidden and was not read; name it with --sheet to read it',
    'no-head': () => 'no head with 姓名 was found; not read',
    'guessed-column': ({ field, to }) => `column ${quote(field)} read as ${to}`,
    'unread-column': ({ field }) =>
      `column ${quote(field)} has no field and was not read; say what it is with --map "${field}=FIELD"`,
    'second-column': ({ field, to }) => `column ${quote(field)} says what ${quote(to)} says; not read`,
    'hidden-column': ({ field }) => `column ${quote(field)} is hidden and was read`,
  },
  summary: (file, sheets, people) => `${file}: ${people} people read from ${sheets.map(quote).join(', ')}`,
  columnsHeading: sheet => `Columns of ${quote(sheet)}`,
  column: (heading, name, field) => `${name} ${heading} → ${field}`,
  needless: 'not needed',
  unread: 'not read',
  notesHeading: count => `How it was read (${count})`,
  more: (count, file) => `${count} more: see the comments above each person in ${file}`,
  problemsHeading: count => `Not understood and left empty (${count})`,
  clean: 'every column was understood, nothing was guessed',
  next: file => `Next: look through the comments in ${file}, then run plan check in the folder of plan.yaml`,
  head: (file, date) => [
    `Read by plan import from ${file}, ${date}`,
    'The comments above each person say which row it is and what was guessed; delete them when checked.',
  ],
  above: (sheet, row) => `[${sheet}] row ${row}`,
  badMap: text => `--map wants COLUMN=FIELD, not "${text}"`,
  unknownField: (name, nearest) => `no field "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
  unknownSheet: (name, sheets) => `no sheet "${name}"; there are ${sheets.join(', ')}`,
  badMapFile: path => `${path} is no saved mapping of columns`,
  unknownColumn: name => `the column "${name}" named with --map is not in the head`,
  sheetTitle: organization => sheet => `${organization}${sheet}名册`,
  leftOut: {
    materials: 'the papers are not in the roster; see plan checklist',
    details: 'remarks on steps and votes are not in the roster',
    personal: 'ID numbers and phones were left out; --personal puts them in (keep the file safe)',
  },
  nobody: file => `${file} has nobody below its head`,
};

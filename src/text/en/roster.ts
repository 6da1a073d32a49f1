import type { roster as zh } from '../zh/roster.ts';

const quote = (text: string): string => `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`;

export const roster: typeof zh = {
  summary: (file, sheets, people) => `${file}: ${people} people read from ${sheets.map(quote).join(', ')}`,
  columnsHeading: sheet => `Columns of ${quote(sheet)}`,
  column: (heading, name, field) => `${name} ${heading} → ${field}`,
  joined: (heading: string) => `part of "${heading}"`,
  needless: 'not needed',
  unread: 'not read',
  fieldsHeading:
    'Fields that can be named, as --map "COLUMN=FIELD" (without a field the column is not read):',
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
  unknownField: (name, nearest) =>
    `no field "${name}"${nearest ? `; did you mean "${nearest}"?` : ''} (--map alone lists the fields)`,
  unknownSheet: (name, sheets) => `no sheet "${name}"; there are ${sheets.join(', ')}`,
  badMapFile: path =>
    `${path} is no saved mapping of columns; plan import roster.xlsx --save-map columns.json makes one`,
  unknownColumn: (name, headings) =>
    `the column "${name}" named with --map is not in the head, which has ${headings.join(', ')}`,
  alreadyYaml: file => `${file} is a roster in YAML already; check it with plan check ${file}`,
  sheetTitle: organization => sheet => `${organization}${sheet}名册`,
  signed: organization =>
    `填报单位（盖章）：${organization}　　　　填表人：　　　　　　　　联系电话：　　　　　　　　　`,
  templateSheet: '填写说明',
  templateHead: ['栏目 (column)', 'what to write', 'example'],
  templateHolds: {
    choice: values => [`choose from the list: ${values.join(', ')}`, values[0] ?? ''],
    date: () => ['a day; year and month where the day is unknown; one date in a cell', '2024.06.01'],
    name: () => ['a name; several parted by 、', '张三'],
    number: () => ['a number', '24'],
    idNumber: () => ['18 characters; the column is text', '65000019900503002X'],
    ethnicity: () => ['the whole name', '维吾尔族'],
    text: () => ['text', ''],
  },
  templateRules: [
    ['', '', ''],
    ['two sheets', 'reserves stand in 积极分子, nominees in 拟发展对象', ''],
    ['a row each', 'merge no cells, put no titles between people, leave the headings as they are', ''],
    ['unknown', 'leave it empty; write no 0', ''],
    ['more rows', 'go on below: formats and lists are there', ''],
    ['then', 'run plan import, or write candidates: FILE.xlsx into plan.yaml', ''],
  ],
  leftOut: {
    materials: 'the papers are not in the roster; see plan checklist',
    details: 'remarks on steps and votes are not in the roster',
    personal: 'ID numbers and phones were left out; --personal puts them in (keep the file safe)',
  },
  nobody: file => `${file} has nobody below its head`,
};

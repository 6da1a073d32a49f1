import type { Note, NoteKind } from '../../read/roster/note.ts';
import { termOf } from './words.ts';

const quote = (text: string): string => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;

const note: Record<NoteKind, (note: Note) => string> = {
  'two-digit-year': ({ field, from, to }) => `${field}${quote(from)}只有两位年份，读作 ${to}，请核对`,
  serial: ({ field, from, to }) => `${field} ${from} 是 Excel 的日期数，读作 ${to}`,
  october: ({ field, from, to }) => `${field} ${from} 的末位 0 已丢失，按本列写法读作 ${to}，请核对`,
  'tidied-date': ({ field, from, to }) => `${field}${quote(from)}读作 ${to}`,
  contains: ({ field, from, to }) => `${field}${quote(from)}归为${quote(termOf(fieldOf(field), to))}，请核对`,
  'digits-lost': ({ field }) => `${field}存成了数字，末几位已丢失，没有读取；请把该列设为文本后重新录入`,
  ditto: ({ field, from, to }) => `${field}${quote(from)}，取上一行的${quote(to)}`,
  merged: ({ field, from }) => `${field}在合并的单元格里，各行都取${quote(from)}`,
  formula: ({ field, from }) => `${field}是公式，取保存时的结果${quote(from)}`,
  'as-attribute': ({ field, from }) => `${field}${quote(from)}不在职业分类中，原样记入“其他属性”`,
  'hours-alone': ({ from }) => `只有培训学时${quote(from)}，没有起止日期，记入“其他属性”`,
  'league-from-stage': ({ from }) => `政治面貌${quote(from)}记入“是否团员”`,
  'birth-from-id': ({ to }) => `出生日期空缺或不清，按身份号码取 ${to}`,
  'gender-from-id': ({ to }) => `性别空缺，按身份号码取“${termOf('gender', to)}”`,
  'no-name': ({ from }) => `没有姓名，没有读取（该行以${quote(from)}开头）`,
  total: ({ from }) => `${quote(from)}行，没有读取`,
  'head-again': () => '重复的表头，没有读取',
  section: ({ from }) => `${quote(from)}作为下面各人的所在党支部`,
  footer: ({ from }) => `说明文字${quote(from)}，没有读取`,
  'hidden-row': () => '该行是隐藏的，也读取了；不需要请从名册中删去',
  'role-from-title': ({ from, to }) => `按标题${quote(from)}，表中人员记为“${termOf('role', to)}”`,
  'hidden-sheet': () => '工作表是隐藏的，没有读取；要读取请加 --sheet',
  'no-head': () => '没有找到写着“姓名”的表头，没有读取',
  'guessed-column': ({ field, to }) => `${quote(field)}列读作“${to}”`,
  'unread-column': ({ field }) =>
    `${quote(field)}列没有对应的字段，没有读取；可用 --map "${field}=字段" 指定`,
  'second-column': ({ field, to }) => `${quote(field)}列与${quote(to)}列内容相同，没有读取`,
  'hidden-column': ({ field }) => `${quote(field)}列是隐藏的，也读取了`,
};

/** What importing and exporting rosters say. */
export const roster = {
  /** `[积极分子] F12`, `[积极分子] 第12行`, `[积极分子]` */
  where: ({ sheet, row, cell }: Note): string =>
    `[${sheet}]${cell !== '' ? ` ${/\d/.test(cell) ? cell : `${cell}列`}` : row > 0 ? ` 第${row}行` : ''}`,
  note,
  /** what was read: sheets, people */
  summary: (file: string, sheets: string[], people: number) =>
    `${file}：从工作表${sheets.map(name => `“${name}”`).join('、')}读取 ${people} 人`,
  columnsHeading: (sheet: string) => `工作表“${sheet}”的栏目`,
  column: (heading: string, name: string, field: string) => `${name} ${heading} → ${field}`,
  needless: '不需要',
  unread: '没有读取',
  notesHeading: (count: number) => `读取说明（${count} 条）`,
  more: (count: number, file: string) => `另有 ${count} 条，见 ${file} 中各人上方的注释`,
  problemsHeading: (count: number) => `没有读懂的内容（${count} 处），名册中留空，请补上`,
  clean: '各栏都已读懂，没有推测',
  /** the last sentence: what to do next */
  next: (file: string) => `下一步：打开 ${file} 核对注释，然后在 plan.yaml 所在文件夹运行 plan check`,
  head: (file: string, date: string): string[] => [
    `由 plan import 从 ${file} 读取，${date}`,
    '每人上方的注释说明来自哪一行、哪些内容是推测的；核对后可以删去注释。',
  ],
  above: (sheet: string, row: number) => `[${sheet}] 第${row}行`,
  badMap: (text: string) => `--map 应写作“列=字段”，不能是“${text}”`,
  unknownField: (name: string, nearest: string): string =>
    `没有字段“${name}”${nearest ? `，是不是“${nearest}”？` : ''}`,
  unknownSheet: (name: string, sheets: string[]) => `没有工作表“${name}”；文件中有：${sheets.join('、')}`,
  badMapFile: (path: string) => `${path} 不是保存的列对照文件`,
  unknownColumn: (name: string) => `--map 指定的列“${name}”在表头中找不到`,
  /** the title above a register; of an organization, or of none in an empty sheet */
  sheetTitle:
    (organization: string): ((sheet: string) => string) =>
    sheet =>
      `${organization}${sheet}名册`,
  leftOut: {
    materials: '已交材料没有写入名册，见 plan checklist',
    details: '各步骤的说明和表决人数没有写入名册',
    personal: '身份号码和电话没有写入；确需写入请加 --personal，并妥善保管文件',
  },
  nobody: (file: string) => `${file} 的表头下面没有人员`,
};

/** Fields of enumerations by their Chinese names, as notes carry them. */
const fieldOf = (title: string): string =>
  ({ 文化程度: 'education', 职业: 'occupation', 发展阶段: 'stage', 性别: 'gender' })[title] ?? title;

import type { Holding } from '../../model/plan.ts';

/** What importing and exporting rosters say. */
export const roster = {
  /** what was read: sheets, people */
  summary: (file: string, sheets: string[], people: number) =>
    `${file}：从工作表${sheets.map(name => `“${name}”`).join('、')}读取 ${people} 人`,
  columnsHeading: (sheet: string) => `工作表“${sheet}”的栏目`,
  column: (heading: string, name: string, field: string) => `${name} ${heading} → ${field}`,
  joined: (heading: string) => `并入“${heading}”`,
  needless: '不需要',
  unread: '没有读取',
  /** above the list of fields that --map gives alone */
  fieldsHeading: '可以指定的字段，写作 --map "栏目名=字段"（字段留空，则不读这一栏）：',
  notesHeading: (count: number) => `读取说明（${count} 条），请核对`,
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
    `没有字段“${name}”${nearest ? `，是不是“${nearest}”？` : ''}（--map 不写内容可列出全部字段）`,
  unknownSheet: (name: string, sheets: string[]) => `没有工作表“${name}”；文件中有：${sheets.join('、')}`,
  badMapFile: (path: string) =>
    `${path} 不是保存的列对照文件；列对照用 plan import 名册.xlsx --save-map 列对照.json 保存`,
  unknownColumn: (name: string, headings: string[]) =>
    `--map 指定的列“${name}”在表头中找不到；表头有：${headings.join('、')}`,
  alreadyYaml: (file: string) => `${file} 已经是 YAML 名册，不用转换；核对用 plan check ${file}`,
  /** the title above a register; of an organization, or of none in an empty sheet */
  sheetTitle:
    (organization: string): ((sheet: string) => string) =>
    sheet =>
      `${organization}${sheet}名册`,
  /** the line below that title, for the seal and who has filled it in */
  signed: (organization: string) =>
    `填报单位（盖章）：${organization}　　　　填表人：　　　　　　　　联系电话：　　　　　　　　　`,
  templateSheet: '填写说明',
  templateHead: ['栏目', '怎么填', '例'],
  /** what is written in a column, and an example, by what it holds */
  templateHolds: {
    choice: (values: string[]) => [`从下拉列表中选：${values.join('、')}`, values[0] ?? ''],
    date: () => ['年月日；只知道年月的写年月。一格里不写两个日期', '2024.06.01'],
    name: () => ['姓名；有几人的用顿号隔开', '张三'],
    number: () => ['数字', '24'],
    idNumber: () => ['18位身份号码，末位是 X 的写 X；本栏已设为文本', '65000019900503002X'],
    ethnicity: () => ['民族全称', '维吾尔族'],
    text: () => ['文字', ''],
  } as Record<Holding, (values: string[]) => [how: string, example: string]>,
  templateRules: [
    ['', '', ''],
    ['两张表', '储备的入党积极分子填在“积极分子”表，拟发展对象填在“拟发展对象”表', ''],
    ['每人一行', '不要合并单元格，不要在人员之间插入标题；表头和栏目名不要改', ''],
    ['不知道的', '留空，不要写 0 或“无”', ''],
    ['多填几行', '下面的空行可以接着填，格式和下拉列表已经设好', ''],
    ['填好以后', '运行 plan import 读取，或在 plan.yaml 中写 candidates: 文件名.xlsx', ''],
  ],
  leftOut: {
    materials: '已交材料没有写入名册，见 plan checklist',
    details: '各步骤的说明和表决人数没有写入名册',
    personal: '身份号码和电话没有写入；确需写入请加 --personal，并妥善保管文件',
  },
  nobody: (file: string) => `${file} 的表头下面没有人员`,
};

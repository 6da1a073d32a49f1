import type { SheetNoteArgs } from '../../read/problem.ts';
import { MOST_CELLS, type SheetNoteText, type SheetNoteTexts } from '../sheet-note-texts.ts';
import { termOf } from './words.ts';

const quote = (text: string): string => `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
const column = ({ heading }: SheetNoteArgs): string => `${quote(heading)}栏`;

/** 有多处时一并列出：（C2、C5、C9） */
const where = ({ cells, about }: SheetNoteArgs): string => {
  if (cells.length < 2) return '';
  const named = cells.slice(0, MOST_CELLS).join('、');
  const unit = about === 'row' ? '行' : '格';
  const all =
    cells.length > MOST_CELLS ? `${named}等${cells.length}${unit}` : about === 'row' ? `${named}行` : named;
  return `（${about === 'row' ? '第' : ''}${all}）`;
};

/** 值的中文名：senior-high 是高中 */
const term = ({ field, to }: SheetNoteArgs): string => termOf(FIELDS[field] ?? field, to);
const FIELDS: Record<string, string> = {
  文化程度: 'education',
  职业: 'occupation',
  发展阶段: 'stage',
  性别: 'gender',
  列入方式: 'role',
};

const CHECK = '请核对；不对的，在表中改写清楚';
/** 只有一格时直接说；有多格时举一例 */
const example = ({ cells }: SheetNoteArgs, said: string): string => (cells.length > 1 ? `，如` : '') + said;

/** 张三、李四；张三、李四、王五、赵六等9人 */
const names = ({ from, count }: SheetNoteArgs): string =>
  count > MOST_CELLS ? `${from.split('、').slice(0, MOST_CELLS).join('、')}等${count}人` : from;

const NOTHING = '不影响核对；需要的话可在表中改写';

const text = (
  message: SheetNoteText['message'],
  remedy: string | SheetNoteText['remedy'] = NOTHING,
): SheetNoteText => ({
  message: note => message(note) + where(note),
  remedy: typeof remedy === 'string' ? () => remedy : remedy,
});

const map = ({ heading, to }: SheetNoteArgs): string =>
  `${to ? `最接近的字段是“${to}”；` : ''}需要读取的，用 --map "${heading}=${to || '字段'}" 指定（--map 不写内容可列出全部字段）`;

export const sheetNotes: SheetNoteTexts = {
  'two-digit-year': text(note => `${column(note)}${quote(note.from)}只有两位年份，读作 ${note.to}`, CHECK),
  serial: text(note => `${column(note)}是 Excel 的日期数${example(note, ` ${note.from} `)}读作 ${note.to}`),
  october: text(
    note => `${column(note)}${quote(note.from)}的末位 0 已丢失，按本列写法读作 ${note.to}`,
    CHECK,
  ),
  'english-month': text(
    note =>
      note.to === ''
        ? `${column(note)}${quote(note.from)}是 Excel 自动改写的，年份已经丢失，没有读取`
        : `${column(note)}${quote(note.from)}可能是${note.to.slice(0, 4)}年${Number(note.to.slice(5))}月（Excel 会把 1990-5 自动改成这样），没有读取`,
    note =>
      `请把该列设为文本格式，改写为 ${note.to === '' ? '1990.05' : note.to.replace('-', '.')} 这样的年月`,
  ),
  'tidied-date': text(
    note =>
      `${column(note)}${note.cells.length > 1 ? '日期写法不一' : ''}${example(note, quote(note.from))}读作 ${note.to}`,
  ),
  classed: text(note => `${column(note)}${quote(note.from)}归为${quote(term(note))}`, CHECK),
  unclear: text(note => `${column(note)}${quote(note.from)}不止一种可能，没有读取`, '请在表中写明是哪一种'),
  code: text(note => `${column(note)}写的是代码${example(note, quote(note.from))}读作${quote(term(note))}`),
  'not-yet': text(
    note => `${column(note)}写着${quote(note.from)}，看作这一步还没有办`,
    '已经办了的，请写日期',
  ),
  'date-before': text(
    note => `${column(note)}${quote(note.from)}只读了日期 ${note.to}，后面的文字没有读取`,
    '请核对；日期以外的文字请移到备注栏',
  ),
  ditto: text(note => `${column(note)}${quote(note.from)}，取上一行的${quote(note.to)}`),
  merged: text(note => `${column(note)}在合并的单元格里，各行都取${quote(note.from)}`),
  'filled-down': text(
    note => `${column(note)}空白，沿用上方的${quote(note.to)}（像是合并单元格拆散后只剩第一行）`,
    '请核对；不对的，在这些格里写明',
  ),
  formula: text(note => `${column(note)}是公式，取保存时的结果${example(note, quote(note.from))}`),
  'digits-lost': text(
    note => `${column(note)}变成了科学计数或数字，末几位已经丢失，没有读取`,
    '请先把该列设为文本格式，再重新录入',
  ),
  'no-result': text(
    note => `${column(note)}是公式，文件里没有存结果，没有读取`,
    '请用 Excel 或 WPS 打开这个文件，保存一次再试',
  ),
  'error-value': text(
    note => `${column(note)}显示 ${note.from}，没有读取`,
    note =>
      note.from.startsWith('##')
        ? '这是列宽不够时另存造成的，原来的内容已经丢失；请在原表中加宽该列后重新另存'
        : '请改正公式，或直接填写内容',
  ),
  'as-attribute': text(
    note => `${column(note)}${quote(note.from)}不能归入哪一类职业，原样记入“其他属性”，不计入生产一线等比例`,
    '请按职业类别改写：农牧民、工人、管理人员、专业技术人员、机关干部、教师、学生等',
  ),
  'hours-alone': text(
    note => `只有培训学时${quote(note.from)}，没有起止日期，记入“其他属性”`,
    '请补上培训的起止日期',
  ),
  'one-day': text(
    note => `${column(note)}${quote(note.from)}不是起止两天的日期，记入“其他属性”`,
    '请写成起止两天，如 2026.6.1-2026.6.3',
  ),
  'same-day': text(
    note => `${column(note)}只有一个日期${quote(note.from)}而有学时，按当天开始、当天结束读取`,
    '不止一天的，请写成起止两天，如 2026.6.1-2026.6.3',
  ),
  'remark-out': text(
    note => `${column(note)}写着${quote(note.from)}，仍按在册人员读取`,
    '已经不在册、已经发展的，请从名册中删去',
  ),
  'not-nominee': text(
    note =>
      `${column(note)}${note.from === '' ? '空白' : `写着${quote(note.from)}`}，${note.to === '' ? '没有本年度接收的日期' : `与${quote(note.to)}不一致`}，没有记为“${termOf('role', 'nominee')}”`,
    '请核对；仍是拟发展对象的，请在表中加一栏“列入方式”，写“拟发展对象”；不在册的，请从名册中删去',
  ),
  'league-from-stage': text(note => `${column(note)}写的团员、群众记入“是否团员”`),
  'other-party': text(note => `${column(note)}${quote(note.from)}不是党内阶段，原样记入“其他属性”`),
  'name-remark': text(
    note => `姓名后有注明：${quote(note.from)}，姓名读作${quote(note.to)}`,
    '请核对这一注明是否影响列入；说明可写入备注栏',
  ),
  'name-tidied': text(note => `姓名前后有记号${example(note, quote(note.from))}读作${quote(note.to)}`),
  'row-joined': text(
    note => `与第${note.to}行是同一人（姓名是合并的单元格），${quote(note.from)}的几行读作一人`,
  ),
  'summary-sheet': text(
    note => `工作表${quote(note.heading)}中有${note.count}人在其他工作表里已有，只读一次`,
  ),
  'summary-differs': text(
    note =>
      `工作表${quote(note.heading)}与其他工作表写得不一样的有${note.count}人，按其他工作表读取：${note.from}`,
    '请核对两处哪一处对，并改成一致',
  ),
  'stray-quote': text(
    () => '这一格开头的引号没有另一半，按没有引号读取',
    '请核对这一格和下面几行；在 Excel 中打开后另存一次即可改正',
  ),
  'name-joined': text(
    note => `${column(note)}${quote(note.from)}按一个姓名${quote(note.to)}读取`,
    '是两个人的，请一人一行',
  ),
  'several-names': text(note => `${column(note)}一格里有几个姓名：${note.from}，只算一人`, '请一人一行'),
  'other-year': text(
    note => `名册写着${quote(note.from)}，计划是${note.to}年度的，各人仍然读取`,
    '请核对是不是拿错了名册；年度写错的请改正',
  ),
  'other-year-sheet': text(
    note =>
      `工作表“${note.heading}”不是${note.to}年度的名册${note.from === note.heading ? '' : `（写着${quote(note.from)}）`}，其中 ${note.count} 人没有读取`,
    note => `要读取的，用 --sheet ${note.heading} 指定；不用的，可删去这一工作表`,
  ),
  'listed-twice': text(
    note =>
      `${names(note)}在${quote(note.to)}和${quote(note.heading)}中都有，${note.count > 1 ? '各' : ''}按一人读取，记为“${termOf('role', 'nominee')}”`,
    '请核对；确是两个人的，请填写各自的身份号码',
  ),
  'listed-differs': text(
    note => `${names(note)}在${quote(note.to)}和${quote(note.heading)}中写得不一样，按${quote(note.to)}读取`,
    '请核对两处哪一处对，并改成一致',
  ),
  'maybe-twice': text(
    note =>
      `${quote(note.to)}和${quote(note.heading)}中都有${names(note)}，凭所写的断定不了是不是同一个人，${note.count > 1 ? '各' : ''}按两人读取`,
    '是同一个人的，请删去一处，或把两处的出生年月、身份号码填写一致',
  ),
  'name-odd': text(
    note => `${column(note)}${quote(note.from)}不像姓名，原样读取`,
    '请核对；姓名以外的文字请移到备注栏',
  ),
  'branch-tidied': text(note => `${column(note)}${example(note, quote(note.from))}读作${quote(note.to)}`),
  'phone-in-names': text(note => `${column(note)}里的电话号码没有读取`, '电话请另写一栏'),
  'birth-from-id': text(
    note => `出生日期${note.from ? `${quote(note.from)}看不清` : '空缺'}，按身份号码取 ${note.to}`,
  ),
  'gender-from-id': text(
    note =>
      `性别${note.from ? `${quote(note.from)}看不清` : '空缺'}，按身份号码取“${termOf('gender', note.to)}”`,
  ),
  'no-name': text(
    note => `第${note.cells[0]}行有内容而没有姓名，没有读取（该行以${quote(note.from)}开头）`,
    '是人员的，请补上姓名；不是的，请删去这一行',
  ),
  total: text(note => `${quote(note.from)}行，没有读取`, '不用改'),
  'head-again': text(() => '重复的表头，没有读取', '不用改'),
  section: text(
    note =>
      `${quote(note.from)}作为下面各人的所在党支部${note.from === note.to ? '' : `，读作${quote(note.to)}`}`,
    '不用改',
  ),
  'section-role': text(note => `按${quote(note.from)}，下面各人记为“${termOf('role', note.to)}”`, CHECK),
  'section-category': text(
    note =>
      `${quote(note.from)}作为下面各人的名额类别${note.from === note.to ? '' : `，读作${quote(note.to)}`}`,
    '不对的，请在表中加一栏“名额类别”写明',
  ),
  'section-unread': text(note => `分段的文字${quote(note.from)}没有用上`, '表示类别、单位的，请另设一栏写明'),
  'section-out': text(
    note => `${quote(note.from)}下面的 ${note.count} 人不再列入，没有读取`,
    '仍要列入的，请移到上面',
  ),
  footer: text(note => `说明文字${quote(note.from)}，没有读取`, '不用改'),
  'hidden-row': text(() => '该行是隐藏的，也读取了', '不需要的，请删去这一行'),
  'name-alone': text(
    note => `第${note.cells[0]}行只有${quote(note.from)}，没有其他内容，按人员读取`,
    '是人员的，请补全；是小标题、单位的，请删去，或在各人的行里填写',
  ),
  'guessed-column': text(
    note => `${column(note)}读作“${note.to}”`,
    note => `不对的，用 --map "${note.heading}=字段" 指定`,
  ),
  'unread-column': text(note => `${column(note)}没有对应的字段，没有读取${people(note)}`, map),
  'planned-column': text(note => `${column(note)}写的是打算、预计的内容，不是已经发生的事，没有读取`, map),
  'year-column': text(note => `${column(note)}只用来看列入哪一年的计划，其余内容没有读取`, NOTHING),
  'opinion-column': text(
    note => `${column(note)}写的是意见、结果、编号一类内容，没有对应的字段，没有读取`,
    map,
  ),
  'age-column': text(
    note => `${column(note)}没有读取：只有年龄，不知道是哪一天的，${note.count}人都没有出生日期`,
    '请加一栏“出生年月”；年龄的比例要按它计算',
  ),
  'lunar-beside': text(note => `${column(note)}是农历日期，以公历为准，没有读取`),
  'lunar-column': text(
    note => `${column(note)}是农历日期，没有读取${people(note)}`,
    '年龄和期限按公历计算，请另写一栏公历日期',
  ),
  'others-column': text(note => `${column(note)}是联系人、亲属等其他人的，没有读取`, map),
  'no-dates-column': text(
    note => `${column(note)}下面不是日期，没有读取${people(note)}`,
    '需要记日期的，请写日期，如 2026.06.01',
  ),
  'no-heading-column': text(
    note => `${note.cells[0]!.replace(/\d+$/, '')}列有内容而没有栏目名（表头空白），没有读取${people(note)}`,
    '请在表头写上这一列的栏目名',
  ),
  'same-column': text(note => `${column(note)}与${quote(note.to)}栏内容相同，没有读取`, '不用改'),
  'second-column': text(
    note =>
      `${column(note)}与${quote(note.to)}栏是同一项而内容不同，以${quote(note.to)}栏为准，这一栏没有读取${people(note)}`,
    '请核对以哪一栏为准，删去另一栏',
  ),
  'joined-columns': text(note => `${quote(note.heading)}各栏合起来读作“${note.to}”`),
  'gaps-column': text(
    note => `${column(note)}有 ${note.count} 人空白，没有沿用上方的内容`,
    '如果原来是合并的单元格，请在各行填写完整',
  ),
  'hidden-column': text(note => `${column(note)}是隐藏的，也读取了`),
  'role-from-dates': text(
    note => `${names(note)}已确定为发展对象，记为“${termOf('role', note.to)}”`,
    '不对的，请在表中加一栏“列入方式”写明',
  ),
  'role-from-year': text(
    note => `${column(note)}写的是本年度，${names(note)}记为“${termOf('role', note.to)}”`,
    '不对的，请在表中加一栏“列入方式”写明',
  ),
  'role-from-title': text(
    note => `按标题${quote(note.from)}，${note.count}人都记为“${termOf('role', note.to)}”`,
    '不对的，请在表中加一栏“列入方式”写明',
  ),
  'approval-unasked': text(
    note =>
      `没有登记审批日期，审批是否逾期没有核对：${names(note)}已有${quote(note.heading)}，发展阶段记为“${termOf('stage', note.to)}”`,
    '请核对；还没有审批的，请在表中加一栏“发展阶段”写明，已经审批的加一栏“审批时间”',
  ),
  'branch-from-title': text(
    note => `按标题或工作表名${quote(note.from)}，下面 ${note.count} 人的所在党支部都取它`,
    CHECK,
  ),
  'hidden-sheet': text(
    note => `工作表“${note.heading}”是隐藏的，没有读取`,
    note => `要读取的，用 --sheet ${note.heading} 指定`,
  ),
  'out-sheet': text(
    note => `${quote(note.from)}的 ${note.count} 人不再列入，没有读取`,
    note => `要读取的，用 --sheet ${note.heading} 指定`,
  ),
  'no-head': text(
    note => `工作表“${note.heading}”没有找到写着“姓名”的表头，没有读取`,
    '是名册的，请在表头写上姓名、性别、出生年月等栏目名',
  ),
  'figures-above': text(
    note => `名册上方的数字表（第${note.cells[0]}行起，共${note.count}行）没有读取`,
    '数字是计划内容的，请写进 plan.yaml 的名额、结构要求',
  ),
  card: text(
    note => `工作表“${note.heading}”是单人登记表，不是名册，没有读取`,
    '请把其中的人写进名册，每人一行',
  ),
  transposed: text(
    note => `工作表“${note.heading}”是横排的（一列一人），没有读取`,
    '请改为每人一行：在 Excel 中复制后选“选择性粘贴—转置”',
  ),
  'hidden-plan-sheet': text(
    note => `工作表“${note.heading}”是隐藏的，也读取了`,
    '请取消隐藏，核对其中的内容',
  ),
  'no-label': text(
    note => `第${note.cells[0]}行有内容${quote(note.from)}而没有写项目，没有读取`,
    '请在左边写上项目，如 年度、总数（各项目见“填写说明”）',
  ),
  'stray-cell': text(
    note => `${quote(note.from)}写在表格以外，没有读取`,
    '请移到有栏目名的列；只是说明的，可移到别的文件',
  ),
  'other-table': text(
    note => `${quote(note.from)}这一行不在任何一张表里，没有读取`,
    '表的标题写作【结构要求】这样，名称见“填写说明”',
  ),
  'other-sheet': text(
    note => `工作表“${note.heading}”不是计划的组成部分，没有读取`,
    '人员写在“名册”，步骤写在“时间安排”，其余写在“计划”',
  ),
  'no-step-head': text(
    note => `工作表“${note.heading}”没有找到表头，没有读取`,
    '请在表头写上名称、类型、日期等栏目名',
  ),
};

const people = ({ count }: SheetNoteArgs): string => (count > 0 ? `（${count}人有内容）` : '');

import type { Plan } from '../../model/plan.ts';
import { planWorkbook, wontHold } from '../../office/plan-workbook.ts';
import {
  type CategoryName,
  leftOut,
  type RosterColumn,
  rosterColumns,
  SHEETS,
} from '../../office/roster-columns.ts';
import { rosterWorkbook } from '../../office/roster-workbook.ts';
import { withWrittenWeekdays } from '../../office/written-weekdays.ts';
import { userFileBytes } from '../../output/gate.ts';
import { publicPhones } from '../../output/papers/notice.ts';
import { withoutMasked } from '../../read/fields/masked.ts';
import { rootShape } from '../../read/fields/shape.ts';
import { PLAN_WORKBOOK } from '../../read/file-names.ts';
import type { LoadedPlan } from '../../read/plan/load.ts';
import { headsOf } from '../../values/quantity.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';
import { outputFile } from '../targets.ts';

const RESULT = '名册.xlsx';
/** Not the name of the roster that an office has beside it. */
const EMPTY = '空白名册.xlsx';

/** Rows of the empty sheet. */
const TEMPLATE_ROWS = 30;

/** `plan export [PATH]`: the rosters for the department, or an empty one to fill in. */
export async function runExport(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const target = outputFile(options, 'xlsx', session) ?? (options.template === true ? EMPTY : RESULT);
  if (options.template === true) {
    const categories = await categoriesOf(session, path);
    const { templateSheet, templateHead, templateHolds, templateRules } = texts.roster;
    const lineOf = ({ heading, holds, values = [] }: RosterColumn) => [
      heading,
      ...templateHolds[holds](values),
    ];
    const empty = {
      title: texts.roster.sheetTitle(''),
      signed: texts.roster.signed(''),
      made: session.asOf,
      personal: true,
      emptyRows: TEMPLATE_ROWS,
      instructions: {
        sheet: templateSheet,
        lines: (columns: readonly RosterColumn[]) => [templateHead, ...columns.map(lineOf), ...templateRules],
      },
    };
    const template = (named: readonly CategoryName[]) => rosterWorkbook([], { ...empty, categories: named });
    await session.emit(() => session.gate.bytes(categories, template), target);
    return EXIT.ok;
  }
  if (options.personal === true) session.refuseRedact('--personal');
  // A workbook holds what was read and says what it leaves out; a roster that is handed in must be whole.
  const checked = await session.checked(path, options.workbook === true ? 'partly' : 'whole');
  if (!checked) return EXIT.failed;
  if (options.workbook === true) return exportWorkbook(session, checked.loaded, options);
  const { plan } = checked.facts;
  const personal = options.personal === true;
  const people = plan.people.map(({ data }) => data);
  const categories = namesOf(plan);
  const whole = { people, organization: plan.organization.name, categories };
  const workbook = ({ people: rows, organization, categories }: typeof whole) => {
    const title = texts.roster.sheetTitle(organization);
    const signed = texts.roster.signed(organization);
    return rosterWorkbook(rows, { title, signed, made: plan.asOf, personal, emptyRows: 0, categories });
  };
  // Numbers stand in remarks as well, where clerks put what has no column.
  if (personal) session.emitUserFile(userFileBytes(await workbook(whole)), target);
  else await session.emit(() => session.gate.bytes(whole, workbook), target);
  for (const what of leftOut(people)) session.tell(`${texts.roster.leftOut[what]}\n`);
  const held = SHEETS.some(sheet =>
    rosterColumns(sheet, people).some(
      column => column.personal && people.some(each => column.text(each) !== ''),
    ),
  );
  if (held && !personal) session.tell(`${texts.roster.leftOut.personal}\n`);
  return EXIT.ok;
}

/** The categories of the plan at a path, for the drop-downs of its template; none where there is no plan yet. */
async function categoriesOf(session: Session, path: string): Promise<readonly CategoryName[]> {
  const { plan } = await session.load(path);
  return plan ? namesOf(plan) : [];
}

const namesOf = ({ quota }: Plan): CategoryName[] =>
  (quota?.categories ?? [])
    .filter(({ implicit }) => !implicit)
    .map(({ id, name, count }) => ({ id, name, count: headsOf(count) ?? 0 }));

/** `--workbook`: the whole plan in one file that every command takes where it takes a folder. */
async function exportWorkbook(
  session: Session,
  { data: dataOf, plan, problems }: LoadedPlan,
  options: Options,
): Promise<number> {
  const { texts } = session;
  const data = dataOf?.();
  if (!data) return EXIT.failed;
  const personal = options.personal === true;
  const written = withWrittenWeekdays(data, plan);
  const { kept, held } = personal
    ? { kept: written, held: false }
    : withoutMasked(written, rootShape('plan'));
  const make = (own: typeof data) =>
    planWorkbook(own, { texts: texts.workbook, made: session.asOf, emptyRows: 3 });
  const target = outputFile(options, 'xlsx', session) ?? PLAN_WORKBOOK;
  if (personal) session.emitUserFile(userFileBytes(make(kept)), target);
  else {
    const published = plan ? publicPhones(plan) : [];
    await session.emit(() => session.gate.bytes(kept, make, published), target);
  }
  for (const what of wontHold(data)) session.tell(`${texts.workbook.leftOut[what]}\n`);
  const unread = problems.all.filter(({ code, severity }) => LOST.has(code) && severity !== 'info').length;
  if (unread > 0) session.tell(`${texts.workbook.leftOut.unread(unread)}\n`);
  const comments = await commentsOf(session);
  if (comments > 0) session.tell(`${texts.workbook.leftOut.comments(comments)}\n`);
  if (held) session.tell(`${texts.roster.leftOut.personal}\n`);
  return EXIT.ok;
}

/** The comments in the plan's files of YAML, but for what editors read. */
async function commentsOf({ inputs, io }: Session): Promise<number> {
  const { Lexer } = await import('yaml');
  let count = 0;
  for (const path of inputs) {
    if (!/\.ya?ml$/i.test(path) || io.files.kind(path) !== 'file') continue;
    for (const token of new Lexer().lex(new TextDecoder().decode(io.files.read(path))))
      if (token.startsWith('#') && !token.startsWith('# yaml-language-server')) count++;
  }
  return count;
}

/** Findings on form that tell of something that was not read. */
const LOST: ReadonlySet<string> = new Set([
  'input/schema',
  'input/unknown-key',
  'input/duplicate-key',
  'input/sheet-left-out',
]);

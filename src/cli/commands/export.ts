import {
  type CategoryName,
  columnsFor,
  leftOut,
  type RosterColumn,
  SHEETS,
} from '../../office/roster-columns.ts';
import { rosterWorkbook } from '../../office/roster-workbook.ts';
import { ownBytes } from '../../output/gate.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';

const RESULT = '名册.xlsx';
/** Rows of the empty sheet. */
const TEMPLATE_ROWS = 30;

/** `plan export [PATH]`: the rosters for the department, or an empty one to fill in. */
export async function runExport(session: Session, path = '.', options: Options): Promise<number> {
  const { texts } = session;
  const target = options.output ?? RESULT;
  if (options.template === true) {
    const categories = await categoriesOf(session, path);
    const { templateSheet, templateHead, templateHolds, templateRules } = texts.roster;
    const lineOf = ({ heading, holds, values = [] }: RosterColumn) => [
      heading,
      ...templateHolds[holds](values),
    ];
    const empty = {
      title: texts.roster.sheetTitle(''),
      made: session.asOf,
      personal: true,
      emptyRows: TEMPLATE_ROWS,
      categories,
      instructions: {
        sheet: templateSheet,
        lines: (columns: readonly RosterColumn[]) => [templateHead, ...columns.map(lineOf), ...templateRules],
      },
    };
    session.emitOwn(ownBytes(await rosterWorkbook([], empty)), target);
    return EXIT.ok;
  }
  if (options.personal === true) session.refuseRedact('--personal');
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  const { plan } = checked.facts;
  const personal = options.personal === true;
  const people = plan.people.map(({ data }) => data);
  const whole = { people, organization: plan.organization.name };
  const workbook = ({ people: rows, organization }: typeof whole) => {
    const title = texts.roster.sheetTitle(organization);
    const categories = plan.quota?.categories ?? [];
    return rosterWorkbook(rows, { title, made: plan.asOf, personal, emptyRows: 0, categories });
  };
  // Numbers stand in remarks as well, where clerks put what has no column.
  if (personal) session.emitOwn(ownBytes(await workbook(whole)), target);
  else await session.emit(() => session.gate.bytes(whole, workbook), target);
  for (const what of leftOut(people)) session.tell(`${texts.roster.leftOut[what]}\n`);
  const held = SHEETS.some(sheet =>
    columnsFor(sheet, people).some(
      column => column.personal && people.some(each => column.text(each) !== ''),
    ),
  );
  if (held && !personal) session.tell(`${texts.roster.leftOut.personal}\n`);
  return EXIT.ok;
}

/** The categories of the plan at a path, for the drop-downs of its template; none where there is no plan yet. */
async function categoriesOf(session: Session, path: string): Promise<readonly CategoryName[]> {
  const { plan } = await session.load(path);
  return plan?.quota?.categories.filter(({ implicit }) => !implicit) ?? [];
}

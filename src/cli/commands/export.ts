import { maskDeep } from '../../model/personal.ts';
import { columnsFor, leftOut, SHEETS } from '../../office/roster-columns.ts';
import { rosterWorkbook } from '../../office/roster-workbook.ts';
import type { Options } from '../session.ts';
import { EXIT, type Session } from '../session.ts';

const RESULT = '名册.xlsx';
/** Rows of the empty sheet. */
const TEMPLATE_ROWS = 30;

/** `plan export [PATH]`: the rosters for the department, or an empty one to fill in. */
export async function runExport(session: Session, path = '.', options: Options): Promise<number> {
  const { io, texts } = session;
  const target = options.output ?? RESULT;
  if (options.template === true) {
    const empty = {
      title: texts.roster.sheetTitle(''),
      made: session.asOf,
      personal: true,
      emptyRows: TEMPLATE_ROWS,
    };
    await session.emit(() => rosterWorkbook([], empty), target);
    return EXIT.ok;
  }
  if (options.personal === true) session.refuseRedact('--personal');
  const checked = await session.checked(path);
  if (!checked) return EXIT.failed;
  const { plan } = checked.facts;
  const personal = options.personal === true;
  // Numbers stand in remarks as well, where clerks put what has no column.
  const people = plan.people.map(({ data }) => (personal ? data : maskDeep(data)));
  const title = texts.roster.sheetTitle(plan.organization.name);
  await session.emit(
    () => rosterWorkbook(people, { title, made: plan.asOf, personal, emptyRows: 0 }),
    target,
  );
  for (const what of leftOut(people)) io.stderr.write(`${texts.roster.leftOut[what]}\n`);
  const held = SHEETS.some(sheet =>
    columnsFor(sheet, people).some(
      column => column.personal && people.some(each => column.text(each) !== ''),
    ),
  );
  if (held && !personal) io.stderr.write(`${texts.roster.leftOut.personal}\n`);
  return EXIT.ok;
}

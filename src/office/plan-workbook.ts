import type { PlanFile } from '../generated/types.ts';
import type { Sheet, Workbook } from '../output/workbook/model.ts';
import { writeWorkbook } from '../output/workbook/write.ts';
import { SHEET_NAMES } from '../read/workbook/layout.ts';
import type { Texts } from '../text/texts.ts';
import type { Day } from '../values/day.ts';
import { CellTexts, canHold } from './cell-texts.ts';
import { DropDowns } from './drop-downs.ts';
import { personColumns, stepColumns } from './workbook-columns.ts';
import { guideSheet } from './workbook-guide.ts';
import { planSheet } from './workbook-plan-sheet.ts';
import { listSheet } from './workbook-tables.ts';

export interface PlanWorkbookOptions {
  texts: Texts['workbook'];
  /** what the file keeps as the day of its making */
  made: Day;
  /** empty rows in each table, for what is to come */
  emptyRows: number;
}

/**
 * The whole plan as a workbook that `plan check` reads (read/workbook/): 计划, 名册, 时间安排 and how to fill them in. Everything that the
 * schemas have finds its cell, but for the remarks on single inspections that hold brackets or commas. Equal plans give equal bytes.
 */
export function planWorkbook(data: PlanFile, { texts, made, emptyRows }: PlanWorkbookOptions): Uint8Array {
  const cells = new CellTexts(data);
  const drops = new DropDowns();
  const plan = planSheet(data, cells, drops, texts, emptyRows);
  const lists: Sheet[] = [];
  if (Array.isArray(data.candidates))
    lists.push(
      listSheet(
        SHEET_NAMES.roster,
        texts.rosterTitle,
        personColumns(data, cells),
        data.candidates,
        drops,
        emptyRows,
      ),
    );
  if (Array.isArray(data.timeline))
    lists.push(
      listSheet(
        SHEET_NAMES.timeline,
        texts.timelineTitle,
        stepColumns(data.timeline, cells),
        data.timeline,
        drops,
        emptyRows,
      ),
    );
  const guide = guideSheet(texts, drops);
  const workbook: Workbook = {
    title: texts.title(data.organization.name, data.year),
    made,
    face: '宋体',
    size: 11,
    sheets: [plan, ...lists, guide],
  };
  return writeWorkbook(workbook);
}

/** What of a plan no cell takes. */
export function wontHold({ candidates }: PlanFile): ('remarks' | 'noPapers')[] {
  const people = Array.isArray(candidates) ? candidates : [];
  const remarks = people.flatMap(({ events }) =>
    Object.values(events ?? {}).flatMap(value =>
      Array.isArray(value)
        ? value.map((each: string | { note?: string }) => (typeof each === 'string' ? undefined : each.note))
        : [],
    ),
  );
  // A row without papers says nothing of them; that none is handed in is said by `{}`, where nobody has any.
  const kept = people.flatMap(({ materials }) => (materials ? [Object.keys(materials).length] : []));
  return [
    ...(remarks.some(note => note !== undefined && !canHold(note)) ? (['remarks'] as const) : []),
    ...(kept.length > 0 && kept.every(count => count === 0) ? (['noPapers'] as const) : []),
  ];
}

import { isoOf, parseDay } from '../../values/day.ts';
import { addMonths } from '../../values/months.ts';
import type { MapNode } from '../yaml/node.ts';
import type { Column } from './columns.ts';
import { hasHappened, put } from './person-steps.ts';
import type { RosterRow } from './roster.ts';
import type { SheetNotes } from './sheet-notes.ts';
import { textIn } from './tree.ts';

/** What a roster has a column of, and the approval by which it holds: of it many rosters have none. */
const ADMISSIONS = [
  { meeting: 'conversionMeeting', approval: 'conversionApproval', stage: 'full' },
  { meeting: 'branchMeeting', approval: 'approval', stage: 'probationary' },
] as const;

/** What says that it is the meeting, and not that somebody is a member since (入党时间). */
const IS_MEETING = /会|讨论|决/;

/** The months within which the committee decides at the latest (Rules, Art. 26, since 2026 Art. 25). */
const LATEST = 6;

/**
 * Calls members those whom the branch admitted, where the roster has no column of approvals: that nothing is written of an
 * approval does not say that there was none. Below a heading of the meeting only where the time for the decision is over: before, it may
 * still be awaited.
 * @param asOf `YYYY-MM-DD`; what is dated later has not happened
 */
export function callMembers(
  people: readonly RosterRow[],
  columns: readonly Column[],
  asOf: string,
  notes: SheetNotes,
): void {
  for (const { meeting, approval, stage } of ADMISSIONS) {
    const column = columns.find(({ target }) => target?.[1] === meeting);
    if (!column || columns.some(({ target }) => target?.[1] === approval)) continue;
    const until = IS_MEETING.test(column.heading) ? isoOf(addMonths(parseDay(asOf)!, -LATEST)) : asOf;
    const called = people.filter(
      ({ node }) =>
        textIn(node, 'stage') === undefined &&
        hasHappened(node, meeting, until) &&
        !hasHappened(node, 'conversionApproval', asOf),
    );
    for (const { node } of called) put(node, 'stage', stage);
    if (called.length > 0)
      notes.at('approval-unasked', called[0]!.row, column.index, {
        about: 'sheet',
        heading: column.heading,
        from: called.map(({ node }: { node: MapNode }) => textIn(node, 'name')).join('、'),
        to: stage,
        count: called.length,
      });
  }
}

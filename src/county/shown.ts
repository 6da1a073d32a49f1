import { type Gate, shownFinding } from '../output/gate.ts';
import type { Finding } from '../rules/check.ts';
import { mapped } from '../values/one-by-one.ts';
import type { County } from './county.ts';
import type { BatchRun } from './run.ts';

/**
 * A run as formats may show it where names are hidden: somebody of one plan may be named in another's, or in the county's file. Here,
 * while it is data: in the finished text a name like `error` would be taken for a key, a tag or a class.
 */
export function shownRun(run: BatchRun, gate: Gate): BatchRun {
  const shown = (finding: Finding) => shownFinding(finding, gate, true);
  return {
    ...run,
    plans: gate.deep(run.plans),
    rows: mapped(run.rows, row => gate.deep(row)),
    ...(run.county && {
      county: {
        county: shownCounty(run.county.county, gate),
        rollup: gate.deep(run.county.rollup),
        findings: run.county.findings.map(shown),
      },
    }),
    duplicates: new Map([...run.duplicates].map(([index, findings]) => [index, findings.map(shown)])),
    // Our own columns have no name of their own.
    columns: run.columns.map(column => (column.name === undefined ? column : gate.deep(column))),
    ...(run.since && { since: gate.deep(run.since) }),
    ...(run.before && { before: gate.deep(run.before) }),
  };
}

const shownCounty = (county: County, gate: Gate): County => ({
  ...county,
  path: gate.text(county.path),
  ...(county.file && { file: gate.deep(county.file) }),
  // Plans are looked up by them, whose paths have passed as well.
  folders: county.folders.map(folder => folder && gate.text(folder)),
});

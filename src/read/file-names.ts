// What files of a plan are called.

/** The files of a plan as they are written. */
export const PLAN_FILE = 'plan.yaml';
export const ROSTER_FILE = 'candidates.yaml';
export const TIMELINE_FILE = 'timeline.yaml';

/** The names under which they are read from its folder. */
export const PLAN_FILES = [PLAN_FILE, 'plan.yml'];
export const ROSTER_FILES = [ROSTER_FILE, 'candidates.yml'];
export const TIMELINE_FILES = [TIMELINE_FILE, 'timeline.yml'];

/** The name under which a workbook stands for the plan of its folder, where many folders are gone through. */
export const PLAN_WORKBOOK = '计划.xlsx';

/** The names of a county's file in its folder. */
export const COUNTY_FILES = ['county.yaml', 'county.yml'];

export const isCountyFile = (path: string): boolean => /(^|[\\/])county\.ya?ml$/i.test(path);

/** Rosters that are no YAML: all that a spreadsheet program writes. */
export const isTableFile = (path: string): boolean => /\.(xlsx|xlsm|xls|et|csv)$/i.test(path);

/** Those of them that can hold a whole plan, one sheet for each part. */
export const isWorkbookFile = (path: string): boolean => /\.(xlsx|xlsm|xls|et)$/i.test(path);

/** `~$名册.xlsx`, by a path: it names who has 名册.xlsx open, and holds nothing. */
export const isOpenMark = (path: string): boolean => /(^|[\\/])~\$[^\\/]*$/.test(path);

/** What Excel leaves beside a workbook that is open (`~$名册.xlsx`), and hidden files. */
export const isLockFile = (name: string): boolean => /^[.~]/.test(name);

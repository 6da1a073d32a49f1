/** How much is read before a file is refused as a mistake or an attack, and the variable that changes it. */
interface Limit {
  variable: string;
  /** what holds where the variable is not set */
  standard: number;
  /** the highest value that the variable may have: what the program stands */
  most: number;
}

/**
 * All limits of reading, as README.md lists them. Plans have some tens of kilobytes and nest seven deep; the limits leave room
 * for the rosters of a county, and keep whatever is read within two seconds and 300 MB.
 */
export const LIMITS = {
  /** megabytes (of a million bytes) of one file, or of standard input */
  file: { variable: 'PLAN_MAX_FILE_MB', standard: 20, most: 500 },
  /** lists and maps within one another in a YAML file */
  depth: { variable: 'PLAN_MAX_DEPTH', standard: 64, most: 500 },
  /** lines and items of a YAML file */
  values: { variable: 'PLAN_MAX_VALUES', standard: 400_000, most: 50_000_000 },
  /** items of one list of a YAML file; the schemas set fewer for some */
  items: { variable: 'PLAN_MAX_ITEMS', standard: 10_000, most: 1_000_000 },
  /** characters of one key or value; the whole narrative of a plan has about 6,000 */
  text: { variable: 'PLAN_MAX_TEXT', standard: 10_000, most: 10_000_000 },
  /** how many times more values than are written the aliases of a YAML file may stand for */
  expansion: { variable: 'PLAN_MAX_EXPANSION', standard: 10, most: 1000 },
  /** faults in the form of the files that are told for one plan */
  problems: { variable: 'PLAN_MAX_PROBLEMS', standard: 1000, most: 1_000_000 },
  /** rows of a table; more people than a county develops in ten years */
  rows: { variable: 'PLAN_MAX_ROWS', standard: 20_000, most: 1_048_576 },
  /** columns of a table that are looked at */
  columns: { variable: 'PLAN_MAX_COLUMNS', standard: 300, most: 16_384 },
  /** megabytes that an .xlsx unpacks to; 5,000 people in 30 columns are about 10 */
  unpacked: { variable: 'PLAN_MAX_UNPACKED_MB', standard: 40, most: 2000 },
  /** parts of an .xlsx; a roster of a dozen sheets has about forty */
  parts: { variable: 'PLAN_MAX_PARTS', standard: 2000, most: 60_000 },
  /** folders within one another in which plans are looked for */
  folders: { variable: 'PLAN_MAX_FOLDERS', standard: 12, most: 100 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitName, number>>;

const names = Object.keys(LIMITS) as LimitName[];

/** The limits where nothing is set. */
export const STANDARD_LIMITS: Limits = limitsFrom({});

/** The limits as the environment sets them; what is no such number counts as not set (see `wrongLimit`). */
export function limitsFrom(env: Readonly<Record<string, string | undefined>>): Limits {
  return Object.fromEntries(
    names.map(name => [name, setValue(LIMITS[name], env) ?? LIMITS[name].standard]),
  ) as Record<LimitName, number>;
}

/** A variable that is set to something that is no limit; undefined where there is none. */
export function wrongLimit(
  env: Readonly<Record<string, string | undefined>>,
): (Limit & { value: string }) | undefined {
  for (const name of names) {
    const limit = LIMITS[name];
    const value = env[limit.variable];
    if (value && setValue(limit, env) === undefined) return { ...limit, value };
  }
  return undefined;
}

function setValue({ variable, most }: Limit, env: Readonly<Record<string, string | undefined>>) {
  const text = env[variable] ?? '';
  return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

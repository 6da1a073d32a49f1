/** How much a file may hold. Plans are far below; what is above is a mistake or an attack. */
export interface Limits {
  /** bytes of a file */
  bytes: number;
  /** keys and values of a YAML file; a person has about forty */
  nodes: number;
  /** lists and maps within each other; a plan has about seven */
  depth: number;
}

/** A roster of 3,000 people has 2 MB and 140,000 keys and values. */
export const LIMITS: Limits = { bytes: 20_000_000, nodes: 300_000, depth: 64 };

/** Deeper than this recursion itself would be at risk. */
const DEEPEST = 500;

/** Characters of one value; longer ones could exhaust the patterns that texts are searched with. */
export const LONGEST_TEXT = 500_000;

/**
 * The limits that the environment sets: `PLAN_MAX_FILE_MB`, `PLAN_MAX_VALUES`, `PLAN_MAX_DEPTH`, each a whole number from
 * 1; anything else leaves the usual one.
 */
export function limitsOf(env: Record<string, string | undefined>): Limits {
  const set = (name: string): number | undefined =>
    /^[1-9]\d{0,9}$/.test(env[name] ?? '') ? Number(env[name]) : undefined;
  const megabytes = set('PLAN_MAX_FILE_MB');
  return {
    bytes: megabytes === undefined ? LIMITS.bytes : megabytes * 1_000_000,
    nodes: set('PLAN_MAX_VALUES') ?? LIMITS.nodes,
    depth: Math.min(set('PLAN_MAX_DEPTH') ?? LIMITS.depth, DEEPEST),
  };
}

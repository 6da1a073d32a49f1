/** The source of a module that exports a function of a value for each kind. */
export function acceptsOf(root: { $defs: object }, kinds: Record<string, string>): string;

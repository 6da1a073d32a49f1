/** The command was not usable as typed: exit code 2, with one sentence for the user. */
export class UsageError extends Error {}

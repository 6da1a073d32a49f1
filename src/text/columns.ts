/** The headings of a table: a tuple, so that the compiler asks every language for as many. */
export const columns = <T extends string[]>(...headings: T) => headings as { [K in keyof T]: string };

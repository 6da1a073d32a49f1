/** A path as it is typed on a command line: in double quotes, which every shell takes, where it has blanks or signs. */
export const typed = (path: string): string => (/^[\p{L}\p{N}_./:\\~-]+$/u.test(path) ? path : `"${path}"`);

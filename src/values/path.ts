/**
 * Paths as the core writes them: parts between `/`, relative to where the command runs, or absolute (`/a`, `C:/a`,
 * `//server/share/a`). The command line turns what is typed otherwise into this form (cli/system.ts).
 */

export const isAbsolute = (path: string): boolean => rootOf(path) !== '';

/** What an absolute path begins with, above which there is nothing: a drive or a share of Windows, or `/`. */
export const rootOf = (path: string): string =>
  /^(?:[a-z]:\/|\/\/[^/]+\/[^/]+(?:\/|$)|\/)/i.exec(path)?.[0] ?? '';

/** `a/./b/../c/` is `a/c/`; nothing is `.`. */
export function normalize(path: string): string {
  const root = rootOf(path);
  const parts: string[] = [];
  for (const part of path.slice(root.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    // Above the root there is the root.
    else if (root === '') parts.push('..');
  }
  const end = parts.length > 0 && path.endsWith('/') ? '/' : '';
  const normal = root + parts.join('/') + end;
  return normal !== '' ? normal : path.endsWith('/') ? './' : '.';
}

/** The path of what lies at `parts` below one another. */
export function join(...parts: readonly string[]): string {
  const [first = '', ...rest] = parts.filter(part => part !== '');
  // `/` and `a/b` are no share `b` of a server `a`.
  const below = rest.map(part => part.replace(/^\/+/, '')).join('/');
  return normalize(rest.length === 0 ? first : `${first.replace(/\/+$/, '')}/${below}`);
}

/** Where a path leads that is written in a file of a folder: on Windows people write `\`, and a plan means the same everywhere. */
export const namedIn = (folder: string, written: string): string =>
  join(folder, written.replaceAll('\\', '/'));

/** The folder that something lies in: `.` of a name alone, the root of the root. */
export function dirname(path: string): string {
  const root = rootOf(path);
  const rest = path.slice(root.length).replace(/\/+$/, '');
  const end = rest.lastIndexOf('/');
  return end < 0 ? root || '.' : root + rest.slice(0, end).replace(/\/+$/, '');
}

/** The last part of a path: the name of a file or folder. */
export const basename = (path: string): string => path.split('/').at(-1)!;

/** Whether something lies in a folder or in one below it; itself it does. Both are relative, or both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const above = join(folder, '.').replace(/\/$/, '');
  const own = join(path, '.').replace(/\/$/, '');
  if (above === '.') return !isAbsolute(own) && own !== '..' && !own.startsWith('../');
  return own === above || own.startsWith(`${above}/`);
}

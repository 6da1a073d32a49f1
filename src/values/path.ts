/**
 * Paths as the core writes them: parts between `/`, relative to where the command runs, or absolute (`/a`, `C:/a`). The
 * command line turns what a system writes otherwise into this form.
 */

export const isAbsolute = (path: string): boolean => /^([a-z]:)?\//i.test(path);

/** `a/./b/../c/` is `a/c/`; nothing is `.`. */
export function normalize(path: string): string {
  const root = /^([a-z]:)?\//i.exec(path)?.[0] ?? '';
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
export const join = (...parts: readonly string[]): string =>
  normalize(parts.filter(part => part !== '').join('/'));

/** The folder that something lies in: `.` of a name alone, the root of the root. */
export function dirname(path: string): string {
  const root = /^([a-z]:)?\//i.exec(path)?.[0] ?? '';
  const rest = path.slice(root.length).replace(/\/+$/, '');
  const end = rest.lastIndexOf('/');
  return end < 0 ? root || '.' : root + rest.slice(0, end).replace(/\/+$/, '');
}

/** Whether something lies in a folder or in one below it; itself it does. Both are relative, or both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const above = join(folder, '.').replace(/\/$/, '');
  const own = join(path, '.').replace(/\/$/, '');
  if (above === '.') return !isAbsolute(own) && own !== '..' && !own.startsWith('../');
  return own === above || own.startsWith(`${above}/`);
}

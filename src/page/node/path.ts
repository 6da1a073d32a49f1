// What the tool uses of node:path, for paths with `/` alone: in the page there are no others.

export const normalize = (path: string): string => {
  const absolute = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '..' || !absolute) parts.push(part);
  }
  return (absolute ? '/' : '') + parts.join('/') || '.';
};
export const join = (...parts: string[]): string => normalize(parts.filter(part => part !== '').join('/'));
export const resolve = (...parts: string[]): string => join('/', ...parts);
export const dirname = (path: string): string => {
  const end = path.replace(/\/+$/, '').lastIndexOf('/');
  return end < 0 ? '.' : end === 0 ? '/' : path.slice(0, end);
};
export const basename = (path: string, suffix = ''): string => {
  const name = path.replace(/\/+$/, '').replace(/^.*\//, '');
  return suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
};
export const extname = (path: string): string => /[^/](\.[^./]*)$/.exec(path)?.[1] ?? '';
export const isAbsolute = (path: string): boolean => path.startsWith('/');
export const relative = (from: string, to: string): string => {
  const [a, b] = [from, to].map(path =>
    normalize(path)
      .split('/')
      .filter(part => part !== '.' && part !== ''),
  );
  let same = 0;
  while (same < a!.length && same < b!.length && a![same] === b![same]) same++;
  return [...a!.slice(same).map(() => '..'), ...b!.slice(same)].join('/');
};
export const sep = '/';
export const posix = { normalize, join, resolve, dirname, basename, extname, isAbsolute, relative, sep };
export default posix;

import type { fix as zh } from '../zh/fix.ts';

export const fix: typeof zh = {
  watching: 'checks again whenever a file is saved; Ctrl-C ends',
  screenOnly: '--watch shows on the screen: not with -o, formats written to files, or standard input',
  backup: (path, backup) => `the original of ${path} is kept as ${backup}`,
  encoding: path => `${path} is now UTF-8`,
  done: (lines, files) =>
    files === 0 ? 'nothing that can be fixed without doubt' : `fixed ${lines} lines in ${files} files`,
};

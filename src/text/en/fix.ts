import type { FixTexts } from '../fix-texts.ts';

export const fix: FixTexts = {
  backup: (path, backup) => `the original of ${path} is kept as ${backup}`,
  encoding: path => `${path} is now UTF-8`,
  done: (lines, files) =>
    files === 0 ? 'nothing that can be fixed without doubt' : `fixed ${lines} lines in ${files} files`,
};

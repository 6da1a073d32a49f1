import type { FixTexts } from '../fix-texts.ts';

export const fix: FixTexts = {
  backup: (path, backup) => `${path} 的原文件已存为 ${backup}`,
  encoding: path => `${path} 已改存为 UTF-8 编码`,
  done: (lines, files) => (files === 0 ? '没有可以自动改正的内容' : `已改正 ${files} 个文件，共 ${lines} 行`),
};

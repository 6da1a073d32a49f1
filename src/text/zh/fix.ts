/** What `plan check --fix` and `--watch` say. */
export const fix = {
  watching: '文件保存后自动重新核对；按 Ctrl-C 结束',
  /** --watch shows on the screen; it writes no files */
  screenOnly: '--watch 只显示在屏幕上，不能与 -o 或写入文件的格式同用，也不能读标准输入',
  backup: (path: string, backup: string) => `${path} 的原文件已存为 ${backup}`,
  encoding: (path: string) => `${path} 已改存为 UTF-8 编码`,
  done: (lines: number, files: number): string =>
    files === 0 ? '没有可以自动改正的内容' : `已改正 ${files} 个文件，共 ${lines} 行`,
};

/** What `plan check --fix` and `--watch` say. */
export interface FixTexts {
  watching: string;
  /** --watch shows on the screen; it writes no files */
  screenOnly: string;
  backup(path: string, backup: string): string;
  encoding(path: string): string;
  done(lines: number, files: number): string;
}

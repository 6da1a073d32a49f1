/** What `plan check --fix` says. */
export interface FixTexts {
  backup(path: string, backup: string): string;
  encoding(path: string): string;
  done(lines: number, files: number): string;
}

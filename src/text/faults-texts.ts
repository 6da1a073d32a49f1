/** What is said when the machine or the user stops a command: a full disk, a signal, a folder that is gone. */
export interface FaultsTexts {
  /** why nothing could be written, by the code of the system; the code itself where there is no entry */
  writeReasons: Readonly<Record<string, string>>;
  /** the results could not go to standard output */
  cannotPrint(reason: string): string;
  /** ended by a signal */
  ended: string;
  /** the folder in which the command was called is gone */
  folderGone: string;
  /** a file changed between reading and writing it */
  changedMeanwhile(path: string): string;
  /** what was written before something went wrong is taken away again */
  takenBack(paths: readonly string[]): string;
}

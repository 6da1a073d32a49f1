/** A file that is given as bytes; its path is written with `/`. */
export interface InputFile {
  path: string;
  bytes: Uint8Array;
}

import type { faults as zh } from '../zh/faults.ts';

export const faults: typeof zh = {
  writeReasons: {
    ENOSPC: 'the disk is full; make room and try again',
    EDQUOT: 'the disk quota is used up; make room and try again',
    EFBIG: 'the file would be larger than allowed',
    EROFS: 'the disk or folder is read-only; choose another place',
    EACCES: 'writing is not permitted; choose another place',
    EPERM:
      'writing is not permitted, or another program (Excel, WPS) has the file open: close it, or write elsewhere',
    NAME: 'Windows allows no such name: none with < > : " | ? *, none that ends in a dot or space, and neither nul, con, com1 and the like; take another',
    EBUSY: 'another program has the file open; close it and try again',
    ENOENT: 'there is no such folder; make it first',
    ENOTDIR: 'a part of the path is not a folder',
    EISDIR: 'this is a folder; name a file',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'links lead to one another',
    READONLY: 'the file is read-only; make it writable first, if it is to be changed',
    SPECIAL: 'this is no regular file',
    CHANGED: 'another program has changed it just now; run again',
    EIO: 'the disk or network drive failed; check it',
    EMFILE: 'too many files are open; close some programs and try again',
    ENFILE: 'too many files are open; close some programs and try again',
  },
  cannotPrint: reason => `the result was not printed completely: ${reason}`,
  ended: 'interrupted; no unfinished file is left behind',
  folderGone: 'the current folder no longer exists (deleted or moved?); change to a folder that does',
  changedMeanwhile: path => `${path} was changed by another program just now; it was not written, run again`,
  takenBack: paths => `not everything could be written; taken back: ${paths.join(', ')}`,
};

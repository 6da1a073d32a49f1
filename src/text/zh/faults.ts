/** What is said when the machine or the user stops a command: a full disk, a signal, a folder that is gone. */
export const faults = {
  /** why nothing could be written, by the code of the system; the code itself where there is no entry */
  writeReasons: {
    ENOSPC: '磁盘已满，请腾出空间后再试',
    EDQUOT: '已超出磁盘配额，请腾出空间后再试',
    EFBIG: '超过允许的文件大小',
    EROFS: '磁盘或文件夹是只读的，请换一个位置',
    EACCES: '没有写入权限，请换一个位置',
    EPERM: '没有写入权限，或者文件正在 Excel、WPS 中打开着；请关闭后再试，还不行就换一个位置',
    EBUSY: '文件正在 Excel、WPS 或别的程序中打开着，请关闭后再试',
    NAME: 'Windows 不能有这样的文件名：不能含 < > : " | ? *，末尾不能是点或空格，也不能叫 nul、con、com1 等；请换一个名字',
    ENOENT: '文件夹不存在，请先新建',
    ENOTDIR: '路径中有一段不是文件夹',
    EISDIR: '这是文件夹，请写文件名',
    ENAMETOOLONG: '文件名太长',
    ELOOP: '链接互相指向，找不到文件',
    READONLY: '文件是只读的；确实要改，请先去掉只读属性',
    SPECIAL: '不是普通文件',
    CHANGED: '刚才被别的程序改动；请重新运行',
    EIO: '读写出错，请检查磁盘和网络驱动器',
    EMFILE: '打开的文件过多，请关闭一些程序后再试',
    ENFILE: '打开的文件过多，请关闭一些程序后再试',
  },
  /** the results could not go to standard output */
  cannotPrint: (reason: string) => `结果没有输出完整：${reason}`,
  /** ended by a signal */
  ended: '已中断，没有写完的文件不会留下',
  /** the folder in which the command was called is gone */
  folderGone: '当前文件夹已经不存在（可能被删除或移走）；请进入一个现有的文件夹再运行',
  /** a file changed between reading and writing it */
  changedMeanwhile: (path: string) => `${path} 刚才被别的程序改动，没有写入；请重新运行`,
  /** what was written before something went wrong is taken away again */
  takenBack: (paths: readonly string[]) => `没有全部写完，已写的文件已撤回：${paths.join('、')}`,
};

/** The kind of system that a command runs on, as far as paths, names and languages differ. */
export type System = 'windows' | 'posix';

/** Options and arguments that hold a path, by what stands for their value in the help: `<file>`, `[path...]`. */
const PATH_VALUE = /[<[](?:file|dir|path|result)(?:\.{3})?[>\]]/;
/** `json=C:\结果.json` */
const TARGET_VALUE = /<format>/;

/** What is wrong with a path as it was typed. */
export type TypingFault =
  /** a quote stood at its end, which was left out */
  | 'quote'
  /** a quote stands within it: what follows were options of their own */
  | 'swallowed';

/**
 * The path that was typed, with `/` between its parts as the core has them (values/path.ts). On POSIX a `\` belongs to the name. On
 * Windows it parts names; and of `"D:\东 镇\"` programs there are handed `D:\东 镇"`, since `\"` stands for a quote within quotes.
 */
export function typedPath(text: string, system: System = 'posix'): { path: string; fault?: TypingFault } {
  if (system === 'posix') return { path: text.replace(/^\/{2,}/, '/') };
  const quote = text.indexOf('"');
  const path = (quote < 0 ? text : text.slice(0, quote)).replaceAll('\\', '/');
  if (quote < 0) return { path };
  return { path, fault: text.slice(quote + 1).trim() === '' ? 'quote' : 'swallowed' };
}

/** The value of an option or argument, where it holds a path with that path as the core has it; `spelling` is that of the help. */
export function typedValue(
  spelling: string,
  value: string,
  system: System | undefined,
): { value: string; fault?: TypingFault } {
  const isTarget = TARGET_VALUE.test(spelling) && value.includes('=');
  if (!isTarget && !PATH_VALUE.test(spelling)) return { value };
  const from = isTarget ? value.indexOf('=') + 1 : 0;
  const { path, fault } = typedPath(value.slice(from), system);
  return { value: value.slice(0, from) + path, ...(fault && { fault }) };
}

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const FORBIDDEN = /[<>:"|?*\x00-\x1f]|[. ]$/;
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(\.|$)/i;

/**
 * Whether a file or folder can be made at a path. On Windows `nul` and `com1.docx` are devices that take what is written and keep
 * nothing, a colon begins a hidden second content of a file, and a dot or space at the end is dropped.
 */
export function canBeMade(path: string, system: System = 'posix'): boolean {
  if (system === 'posix') return true;
  const names = path
    .replace(/^([\\/]{2}[?.][\\/])?([a-z]:)?/i, '')
    .split(/[\\/]/)
    .filter(name => name !== '.' && name !== '..');
  return !names.some(name => FORBIDDEN.test(name) || DEVICE.test(name));
}

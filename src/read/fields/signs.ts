/**
 * Signs of print, and those of other keyboards, that mean what a plainer one means. The ratio sign (∶) of books looks like a colon, and a
 * plan that was copied from a document has it.
 */
const PLAIN: Record<string, string> = {
  '∶': ':',
  '﹕': ':',
  '꞉': ':',
  '﹪': '%',
  '٪': '%',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '﹤': '<',
  '﹥': '>',
  '⁄': '/',
  '∕': '/',
  '﹢': '+',
};
const SIGNS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Dashes and tildes of print, the minus sign and the line that draws boxes; between two numbers or days each means 至. */
export const DASHES = '‐‑‒–—―−─━﹣∼〜⁓';

/** Full-width digits, letters and punctuation, and signs of print, as the ASCII ones that they stand for. */
export const plainSigns = (text: string): string =>
  text
    .replace(FULL_WIDTH, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SIGNS, char => PLAIN[char]!);

/** Whether a text has a sign that `plainSigns` would put in another way. */
export const hasOddSigns = (text: string): boolean => text.search(FULL_WIDTH) >= 0 || text.search(SIGNS) >= 0;

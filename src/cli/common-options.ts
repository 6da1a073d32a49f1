import type { Texts } from '../text/texts.ts';

/** An option in commander's spelling, and what it does. */
export type OptionText = readonly [spelling: string, text: string, kind?: 'many'];

/** Options that nearly every command understands; `shows`: it shows what stands in plans, `makesFolder`: `-o` is nothing to it. */
export const commonOptions = (
  { cli: { options } }: Texts,
  { shows = false, makesFolder = false }: { shows?: boolean; makesFolder?: boolean },
): OptionText[] => [
  ...(makesFolder ? [] : [['-o, --output <file>', options.output] as const]),
  ['--force', options.force],
  ...(shows ? [['--redact', options.redact] as const] : []),
  ['--as-of <date>', options.asOf],
  ['--ambiguous-width <n>', options.ambiguousWidth],
];

/** Options of the program, which stand before or after the name of the command. */
export const globalOptions = ({ cli: { options } }: Texts): OptionText[] => [
  ['--lang <lang>', options.lang],
  ['--color', options.color],
  ['--no-color', options.noColor],
];

export const HELP_OPTION = '-h, --help';

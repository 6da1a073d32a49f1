import type { Language } from '../text/texts.ts';
import type { Io } from './io.ts';

/**
 * The language of a run: `--lang`, else PLAN_LANG, else the locale of the environment, else that of the system, else Chinese. Looked
 * for in the arguments before they are parsed, since help and errors of parsing are in it as well.
 */
export function languageOf(argv: readonly string[], env: Io['env'], locale?: () => string): Language {
  const index = argv.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  const arg = argv[index];
  const asked =
    arg === undefined ? undefined : arg.includes('=') ? arg.slice('--lang='.length) : argv[index + 1];
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  for (const name of [asked, env.PLAN_LANG, named]) {
    if (name?.startsWith('zh')) return 'zh';
    if (name?.startsWith('en')) return 'en';
  }
  return !named && locale?.().startsWith('en') ? 'en' : 'zh';
}

/** Whether to colour: `--color`/`--no-color`, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function usesColour(asked: boolean | undefined, env: Io['env'], isTTY: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return isTTY === true && env.TERM !== 'dumb';
}

/** Wider lines are hard to read; narrower than this nothing can be laid out. */
const WIDEST = 100;
const NARROWEST = 40;

export const widthOf = ({ isTTY, columns }: Io['stdout']): number =>
  isTTY && columns ? Math.max(NARROWEST, Math.min(columns, WIDEST)) : 80;

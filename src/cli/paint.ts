import type { Paint } from '../output/findings/run.ts';

const plain = (text: string): string => text;

/**
 * The one place where meanings become colours. Chalk is not even loaded for a run without them, and its own detection
 * is not used: it ignores NO_COLOR on a terminal.
 */
export async function paintWith(colour: boolean): Promise<Paint> {
  if (!colour) return { strong: plain, faint: plain, good: plain, error: plain, warning: plain, info: plain };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
  };
}

import { type Paint, UNPAINTED } from '../output/findings/run.ts';

/**
 * The one place where meanings become colours. Chalk is not even loaded for a run without them, and its own detection
 * is not used: it ignores NO_COLOR on a terminal.
 */
export async function paintWith(colour: boolean): Promise<Paint> {
  if (!colour) return UNPAINTED;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // Chalk joins all that it is given; `lines.map(paint.faint)` gives numbers too.
  const one =
    (style: (text: string) => string) =>
    (text: string): string =>
      style(text);
  return {
    strong: one(chalk.bold),
    faint: one(chalk.dim),
    good: one(chalk.green),
    error: one(chalk.red),
    warning: one(chalk.yellow),
    info: one(chalk.cyan),
  };
}

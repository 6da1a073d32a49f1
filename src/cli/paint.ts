import { Chalk } from 'chalk';
import type { Paint } from '../report/run.ts';

/** The one place where meanings become colours. Chalk's own detection is not used: it ignores NO_COLOR. */
export function paintWith(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
  };
}

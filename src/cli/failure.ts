import { Gate } from '../output/gate.ts';
import type { Texts } from '../text/texts.ts';
import { wordFor } from '../text/word.ts';
import { type Io, WriteError } from './io.ts';
import { EXIT, inWorkflow } from './session.ts';
import { UsageError } from './usage-error.ts';

/** The gate for texts of no plan. */
export const gateWithoutPlan = (io: Io): Gate => new Gate([], inWorkflow(io));

/** What ended a command, as the user is told it: never a stack trace. */
export function failureText(error: unknown, { cli: { errors }, faults }: Texts): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof WriteError)
    return error.exists
      ? errors.fileExists(error.path)
      : errors.cannotWrite(error.path, wordFor(faults.writeReasons, error.message) ?? error.message);
  return errors.internal(error instanceof Error ? error.message : String(error));
}

/** Says it on the error stream, and gives the exit code. PLAN_DEBUG shows the stack of what should not have happened. */
export function sayFailure(error: unknown, io: Io, texts: Texts): number {
  const foreseen = error instanceof UsageError || error instanceof WriteError;
  if (!foreseen && io.env.PLAN_DEBUG)
    io.stderr.write(gateWithoutPlan(io).seal(`${(error as Error).stack}\n`));
  return say(failureText(error, texts), io);
}

export function say(message: string, io: Io): number {
  io.stderr.write(gateWithoutPlan(io).seal(`plan: ${message}\n`));
  return EXIT.failed;
}

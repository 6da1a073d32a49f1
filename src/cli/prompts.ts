import { isCancel, text } from '@clack/prompts';
import type { Question } from './io.ts';

/** Asks on the terminal; undefined when the user breaks off with Ctrl-C or Escape. */
export async function askOnTerminal({ message, initial, check }: Question): Promise<string | undefined> {
  const answer = await text({
    message,
    initialValue: initial,
    output: process.stderr,
    ...(check && { validate: value => check(value ?? '') }),
  });
  return isCancel(answer) ? undefined : String(answer ?? '');
}

import type { UnreadableReason } from '../problem.ts';

/** A file that cannot be read as a roster; the reason has a sentence of its own. */
export class RosterRefusal extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Lets signals through now and then where much is done without waiting for anything: a search of folders could not be ended otherwise. */
export class Breath {
  private steps = 0;

  /** One more step; of very many one waits until everything else has had its turn. */
  async step(): Promise<void> {
    if (++this.steps % STEPS === 0) await new Promise(resolve => setTimeout(resolve));
  }
}

/** Listing so many folders takes a local disk a tenth of a second. */
const STEPS = 1_000;

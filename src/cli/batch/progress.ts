import { userFileText } from '../../output/gate.ts';
import type { Session } from '../session.ts';

/** How far a run is, on a terminal alone: pipes and files get nothing of it. */
export class Progress {
  private readonly session: Session;
  private readonly all: number;
  private readonly start = performance.now();
  private done = 0;
  private told = 0;

  constructor(session: Session, all: number) {
    this.session = session;
    this.all = all;
  }

  step(): void {
    this.done++;
    const { stderr } = this.session.io;
    const now = performance.now();
    if (!stderr.isTTY || now - this.told < 200) return;
    this.told = now;
    const seconds = Math.ceil((((now - this.start) / this.done) * (this.all - this.done)) / 1000);
    const { gate, texts } = this.session;
    stderr.status?.(gate.seal(texts.batch.progress(this.done, this.all, seconds)));
  }

  end(): void {
    if (this.told > 0) this.session.io.stderr.status?.(userFileText(''));
  }
}

const UNREACHED = -1;
/** Marks the source at which a search starts: it is reached from no sink. */
const START = -2;

/**
 * An integer flow from sources to sinks of limited capacity, grown unit by unit along shortest augmenting paths
 * (Ford and Fulkerson). A path may move units that other sources have sent to other sinks, but never lowers what a
 * source has sent in all. What can be sent at the same time is a matroid: units offered in order of preference and
 * kept where there is room yield the best choice by that order, and the most units as well.
 */
export class Flow {
  readonly #edges: readonly (readonly number[])[];
  readonly #free: number[];
  readonly #received: Map<number, number>[];
  /** for each source the sink, for each sink the source, from which the search came */
  readonly #sourceFrom: Int32Array;
  readonly #sinkFrom: Int32Array;

  /** `edges`: for each source the sinks it may send to. `capacity`: for each sink the units it takes, from 0. */
  constructor(edges: readonly (readonly number[])[], capacity: readonly number[]) {
    this.#edges = edges;
    this.#free = [...capacity];
    this.#received = [];
    for (let sink = 0; sink < capacity.length; sink++) this.#received.push(new Map());
    this.#sourceFrom = new Int32Array(edges.length).fill(UNREACHED);
    this.#sinkFrom = new Int32Array(capacity.length).fill(UNREACHED);
  }

  /** Sends one more unit from `source`. False: the source is stuck, and no later unit of any source changes that. */
  push(source: number): boolean {
    if (this.isStuck(source)) return false;
    this.#sourceFrom[source] = START;
    const sources = [source];
    const sinks: number[] = [];
    for (const from of sources) {
      for (const sink of this.#edges[from]!) {
        if (this.#sinkFrom[sink] !== UNREACHED) continue;
        this.#sinkFrom[sink] = from;
        sinks.push(sink);
        if (this.#free[sink]! > 0) {
          this.#augment(sink);
          for (const reached of sources) this.#sourceFrom[reached] = UNREACHED;
          for (const reached of sinks) this.#sinkFrom[reached] = UNREACHED;
          return true;
        }
        for (const other of this.#received[sink]!.keys()) {
          if (this.#sourceFrom[other] !== UNREACHED) continue;
          this.#sourceFrom[other] = sink;
          sources.push(other);
        }
      }
    }
    // The marks stay: all that was reached is full and fed from within, so no later path leads through it.
    return false;
  }

  /**
   * Whether the source was reached by a search that failed. The stuck sources are the near side of a minimum cut:
   * the sinks that they may send to are full, and full of their units alone.
   */
  isStuck(source: number): boolean {
    return this.#sourceFrom[source] !== UNREACHED;
  }

  /** The units that a sink receives, by source; sources that send it none are left out. */
  received(sink: number): ReadonlyMap<number, number> {
    return this.#received[sink]!;
  }

  /** Back from the free sink: each source on the path takes a unit here in place of one where it was reached. */
  #augment(free: number): void {
    this.#free[free]!--;
    for (let sink = free; sink !== START; ) {
      const source = this.#sinkFrom[sink]!;
      this.#change(sink, source, 1);
      sink = this.#sourceFrom[source]!;
      if (sink !== START) this.#change(sink, source, -1);
    }
  }

  #change(sink: number, source: number, by: 1 | -1): void {
    const received = this.#received[sink]!;
    const units = (received.get(source) ?? 0) + by;
    if (units > 0) received.set(source, units);
    else received.delete(source);
  }
}

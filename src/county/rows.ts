import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { BatchRow } from './row.ts';

/** Rows that are packed together: more of them would not pack better, and would need megabytes while they are packed. */
const TOGETHER = 20;

/** Bytes that are asked for at a time: thousands of small buffers would leave gaps that nothing else fits into. */
const SHELF = 1 << 22;

/**
 * The rows of a run, in the order in which they were added. Forty thousand with their findings would be gigabytes: all but the
 * last are packed, a tenth of their size, and unpacked by whoever goes through them.
 */
export class Rows implements Iterable<BatchRow> {
  private readonly packed: Uint8Array[] = [];
  private shelf = new Uint8Array(0);
  private used = 0;
  private last: BatchRow[] = [];
  size = 0;

  add(row: BatchRow): void {
    this.last.push(row);
    this.size++;
    if (this.last.length < TOGETHER) return;
    this.packed.push(this.shelved(deflateSync(strToU8(JSON.stringify(this.last)), { level: 1 })));
    this.last = [];
  }

  *[Symbol.iterator](): Iterator<BatchRow> {
    for (const rows of this.packed) yield* JSON.parse(strFromU8(inflateSync(rows))) as BatchRow[];
    yield* this.last;
  }

  private shelved(bytes: Uint8Array): Uint8Array {
    if (this.used + bytes.length > this.shelf.length) {
      this.shelf = new Uint8Array(Math.max(SHELF, bytes.length));
      this.used = 0;
    }
    const own = this.shelf.subarray(this.used, this.used + bytes.length);
    own.set(bytes);
    this.used += bytes.length;
    return own;
  }
}

import type { ListNode } from '../yaml/node.ts';
import { isNothing } from './scalar.ts';

/**
 * Gives items that were written without a code their name as one, so that they are read, and others may refer to them by it:
 * plans that nobody made by `plan init` have no codes. A name that is there twice is numbered.
 */
export function giveCodes({ items }: ListNode, values: readonly unknown[]): void {
  const all = values as ({ id?: unknown; name?: unknown } | null)[];
  const taken = new Set(all.map(value => value?.id));
  for (const [index, value] of all.entries()) {
    const item = items[index]!;
    if (item.kind !== 'map' || typeof value?.name !== 'string') continue;
    // One that was written and refused has been reported.
    const isWritten = item.entries.some(({ name, value: own }) => name === 'id' && !isNothing(own));
    if (value.id !== undefined || isWritten) continue;
    const code = value.name.replace(/[\s,，、:：]/gu, '').slice(0, 50);
    if (code === '') continue;
    value.id = code;
    for (let number = 2; taken.has(value.id); number++) value.id = `${code}-${number}`;
    taken.add(value.id);
  }
}

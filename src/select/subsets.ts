/** All subsets of a size, in the order of the items. */
export function* subsets<T>(items: readonly T[], size: number): Iterable<T[]> {
  if (size === 0) yield [];
  else
    for (const [index, item] of items.entries())
      for (const rest of subsets(items.slice(index + 1), size - 1)) yield [item, ...rest];
}

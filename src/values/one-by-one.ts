// Lists whose items are made while they are gone through, again each time: of forty thousand never all are there at once.

/** Something made of each. */
export const mapped = <From, To>(all: Iterable<From>, make: (each: From) => To): Iterable<To> => ({
  *[Symbol.iterator]() {
    for (const each of all) yield make(each);
  },
});

/** One list after the other. */
export const joined = <Each>(...lists: readonly Iterable<Each>[]): Iterable<Each> => ({
  *[Symbol.iterator]() {
    for (const list of lists) yield* list;
  },
});

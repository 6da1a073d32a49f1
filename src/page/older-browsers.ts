// Offices have browsers of 2021 (Chromium 90 inside 360, UOS and Kylin). What the tool uses and they lack is put in here; the
// build turns newer syntax into theirs. test/page takes all of it away before the page is opened, so nothing can be missed.

const define = (target: object, name: string, value: unknown): void => {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
};

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index];
}
for (const type of [Array, String, Uint8Array, Uint16Array, Int32Array, Float64Array])
  define(type.prototype, 'at', at);

define(Array.prototype, 'findLast', function (this: unknown[], test: (item: unknown) => boolean) {
  return Array.from(this).reverse().find(test);
});
define(Array.prototype, 'findLastIndex', function (this: unknown[], test: (item: unknown) => boolean) {
  const index = Array.from(this).reverse().findIndex(test);
  return index < 0 ? -1 : this.length - 1 - index;
});
define(Array.prototype, 'toReversed', function (this: unknown[]) {
  return Array.from(this).reverse();
});
define(Array.prototype, 'toSorted', function (this: unknown[], compare?: (a: unknown, b: unknown) => number) {
  return Array.from(this).sort(compare);
});
// Node's own, by which a long batch lets the page breathe.
define(globalThis, 'setImmediate', (then: () => void) => setTimeout(then));
// By its descriptor: the usual way over Object.prototype is what the linter turns into hasOwn itself.
define(
  Object,
  'hasOwn',
  (target: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(target, name) !== undefined,
);

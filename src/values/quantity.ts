/**
 * A number of heads as a plan states it: `9`, `30名左右`, `不超过30`, `18—20名`, `295名以上`, or `不详`. What is computed from one asks for its heads or its
 * bounds; a pending number has none, and what needs it is told as not computable, never computed with 0.
 */
export type Quantity =
  | {
      readonly kind: 'exact' | 'about' | 'max';
      /** the number that is written: a whole number, 0 or more */
      readonly heads: number;
    }
  | {
      /** `18—20名`, or `18名以上`, which has no upper end */
      readonly kind: 'range';
      readonly least: number;
      readonly most?: number;
    }
  | {
      readonly kind: 'pending';
      /** whether the plan says itself that it is not known yet (不详) */
      readonly stated: boolean;
    };

/** A quantity as the files have it: `9`, `{about: 30}`, `{max: 30}`, `{min: 18, max: 20}`, `pending`; undefined where nothing (readable) is written. */
export type QuantityData =
  | number
  | 'pending'
  | { about: number }
  | { max: number }
  | { min: number; max?: number }
  | undefined;

export function quantityOf(data: QuantityData): Quantity {
  if (data === undefined || data === 'pending') return { kind: 'pending', stated: data === 'pending' };
  if (typeof data === 'number') return { kind: 'exact', heads: data };
  if ('min' in data) return { kind: 'range', least: data.min, most: data.max };
  return 'about' in data ? { kind: 'about', heads: data.about } : { kind: 'max', heads: data.max };
}

/** The heads that shares are taken of and slots are made for: the number written, whatever stands beside it; of a range the upper one. */
export const headsOf = (quantity: Quantity): number | undefined =>
  quantity.kind === 'pending'
    ? undefined
    : quantity.kind === 'range'
      ? (quantity.most ?? quantity.least)
      : quantity.heads;

/** The heads that a quantity may turn out to be, both ends included; 左右 sets no hard bound, so its own number is both. */
export function boundsOf(quantity: Quantity): { min: number; max: number } {
  switch (quantity.kind) {
    case 'exact':
    case 'about':
      return { min: quantity.heads, max: quantity.heads };
    case 'max':
      return { min: 0, max: quantity.heads };
    case 'range':
      return { min: quantity.least, max: quantity.most ?? Number.POSITIVE_INFINITY };
    case 'pending':
      return { min: 0, max: Number.POSITIVE_INFINITY };
  }
}

/**
 * The heads that a rounded number may have been before it was rounded, up or down: 13.8万 is 13.7万 to 13.9万, which has room for
 * 13.8万余. A result is judged by it (实际占 of a total that was shortened), a demand is not.
 */
export function beforeRounding(quantity: Quantity): { min: number; max: number } | undefined {
  if (quantity.kind !== 'about') return undefined;
  const zeros = /0*$/.exec(String(quantity.heads))![0].length;
  const unit = quantity.heads === 0 ? 0 : 10 ** zeros;
  return { min: quantity.heads - unit, max: quantity.heads + unit };
}

/** Whether it is certainly nobody. */
export const isNone = (quantity: Quantity): boolean => quantity.kind === 'exact' && quantity.heads === 0;

/** The heads of all parts together; undefined where those of one are not known. */
export function headsOfAll(parts: readonly Quantity[]): number | undefined {
  let sum = 0;
  for (const part of parts) {
    const heads = headsOf(part);
    if (heads === undefined) return undefined;
    sum += heads;
  }
  return sum;
}

/** What the parts of a whole may add up to. */
export function sumOf(parts: readonly Quantity[]): { min: number; max: number } {
  let min = 0;
  let max = 0;
  for (const part of parts) {
    const own = boundsOf(part);
    min += own.min;
    max += own.max;
  }
  return { min, max };
}

/** 总数约9名 of 1 + 7 + 1: the parts say exactly how many there are. */
export const isAboutExactParts = (total: Quantity, parts: readonly Quantity[]): boolean =>
  total.kind === 'about' && parts.length > 0 && parts.every(({ kind }) => kind === 'exact');

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptedHeads,
  amountText,
  exactText,
  headsAtLeast,
  headsAtMost,
  isEmpty,
  isWithin,
  parseAmount,
  parseShare,
  percentOf,
  percentText,
} from '../../src/values/share.ts';
import { runs } from '../support/runs.ts';

/** An oracle that shares nothing with the code: BigInt fractions of `tenths` of a percent. */
function oracle(tenths: number, whole: number) {
  const numerator = BigInt(tenths) * BigInt(whole);
  const down = numerator / 1000n;
  return { down: Number(down), up: Number(numerator % 1000n === 0n ? down : down + 1n) };
}

const tenths = fc.integer({ min: 0, max: 1000 });
const whole = fc.integer({ min: 0, max: 1_000_000 });
const percent = (of: number) => parseShare(`${Math.floor(of / 10)}.${of % 10}%`);

describe('shares of heads', () => {
  it('equal an exact fraction for every percentage in steps of 0.1 %', () => {
    fc.assert(
      fc.property(tenths, whole, (share, heads) => {
        const { down, up } = oracle(share, heads);
        const parsed = percent(share);
        const accepted = (how: Parameters<typeof acceptedHeads>[0]) => acceptedHeads(how, parsed, heads);
        expect({
          least: headsAtLeast(parsed, heads),
          most: headsAtMost(parsed, heads),
          min: accepted('min'),
          max: accepted('max'),
          about: accepted('about'),
          exactly: accepted('exactly'),
        }).toEqual({
          least: up,
          most: down,
          min: { min: up },
          max: { min: 0, max: down },
          about: { min: down, max: up },
          exactly: { min: up, max: down },
        });
      }),
      runs(5000),
    );
  });

  it('hold for every whole percentage of every small total, where binary fractions go wrong', () => {
    const wrong: string[] = [];
    for (let share = 0; share <= 100; share++) {
      const parsed = percent(share * 10);
      for (let heads = 0; heads <= 200; heads++) {
        const { down, up } = oracle(share * 10, heads);
        const [most, least] = [headsAtMost(parsed, heads), headsAtLeast(parsed, heads)];
        if (most !== down || least !== up) wrong.push(`${share}% of ${heads}: ${least} to ${most}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('of the known traps are exact', () => {
    expect(headsAtLeast(parseShare('28%'), 25)).toBe(7);
    expect(headsAtLeast(parseShare('14%'), 50)).toBe(7);
    expect(headsAtLeast(parseShare('56%'), 25)).toBe(14);
    expect(headsAtLeast(parseShare('33.3333%'), 3)).toBe(1);
    expect(headsAtMost(parseShare('33.3333%'), 3)).toBe(0);
  });

  it('of the 2016 plan', () => {
    expect(acceptedHeads('about', parseShare('45%'), 9)).toEqual({ min: 4, max: 5 });
    expect(acceptedHeads('min', parseShare('80%'), 9)).toEqual({ min: 8 });
    expect(acceptedHeads('min', parseShare('70%'), 9)).toEqual({ min: 7 });
    expect(acceptedHeads('min', parseShare('20%'), 9)).toEqual({ min: 2 });
  });

  it('widen 左右 only as far as asked, never below nobody', () => {
    expect(acceptedHeads('about', parseShare('45%'), 9, 1)).toEqual({ min: 3, max: 6 });
    expect(acceptedHeads('about', 1, 9, 3)).toEqual({ min: 0, max: 4 });
  });

  it('of fractions are exact', () => {
    expect(headsAtLeast(parseShare('三分之一'), 9)).toBe(3);
    expect(headsAtLeast(parseShare('1/3'), 10)).toBe(4);
    expect(headsAtMost(parseShare('三分之二'), 10)).toBe(6);
    expect(acceptedHeads('about', parseShare('半数'), 9)).toEqual({ min: 4, max: 5 });
    expect(acceptedHeads('exactly', parseShare('一半'), 10)).toEqual({ min: 5, max: 5 });
    expect(parseShare('十分之三')).toMatchObject({ numerator: 3, denominator: 10 });
  });

  it('that a result states as a fraction are right to a percent, or next to it', () => {
    expect(acceptedHeads('actual', parseShare('三分之一'), 10)).toEqual({ min: 3, max: 4 });
    expect(acceptedHeads('actual', parseShare('三分之一'), 600)).toEqual({ min: 197, max: 203 });
    // 四成 is stated to a tenth, 40% to a percent.
    expect(acceptedHeads('actual', parseShare('四成'), 9)).toEqual({ min: 4, max: 4 });
    expect(acceptedHeads('actual', parseShare('4成'), 100)).toEqual({ min: 35, max: 45 });
    expect(acceptedHeads('actual', parseShare('两成'), 100)).toEqual({ min: 15, max: 25 });
    expect(acceptedHeads('actual', parseShare('40%'), 100)).toEqual({ min: 40, max: 40 });
    expect(isEmpty(acceptedHeads('actual', parseShare('40%'), 9))).toBe(true);
    expect(isEmpty(acceptedHeads('actual', parseShare('四成'), 3))).toBe(true);
    expect(acceptedHeads('min', parseShare('八成'), 9)).toEqual({ min: 8 });
  });

  it('refuse what is no share', () => {
    for (const text of [
      '45',
      '45 %',
      '4,5%',
      '45.12345%',
      '-1%',
      '%',
      '45%以上',
      '约45%',
      '45.%',
      '12345%',
      '1/0',
      '0/3',
      '三之一',
      '过半',
    ])
      expect(() => parseShare(text)).toThrow(new RangeError(`not a share: ${text}`));
  });
});

describe('nominees for each slot', () => {
  it.each([
    [1, '100%', 9],
    [1.3, '130%', 12],
    [1.2, '120%', 11],
    [1.005, '100.5%', 10],
    [1.28, '128%', 12],
    [1 / 3, '33.3333%', 3],
  ])('%d for one slot are %s: for nine at least %i', (factor, text, heads) => {
    expect(percentOf(factor)).toEqual(parseShare(text));
    expect(headsAtLeast(percentOf(factor), 9)).toBe(heads);
  });
});

it('a range of heads has both its ends in it, and no upper one where there is none', () => {
  const within = (range: { min: number; max?: number }) =>
    [3, 4, 5, 6].filter(heads => isWithin(heads, range));
  expect(within({ min: 4, max: 5 })).toEqual([4, 5]);
  expect(within({ min: 4 })).toEqual([4, 5, 6]);
  // 恰好45% of 9 heads: no head count at all
  expect(within({ min: 5, max: 4 })).toEqual([]);
});

describe('how shares are written', () => {
  it.each(['45%', '33.3333%', '0%', 5, 0])('%s as the plan writes it', written => {
    expect(amountText(parseAmount(written))).toBe(String(written));
  });

  it('rounds half up, exactly', () => {
    expect(percentText(5, 9)).toBe('55.6%');
    expect(percentText(4, 9)).toBe('44.4%');
    expect(percentText(1, 9)).toBe('11.1%');
    expect(percentText(1, 8, 0)).toBe('13%');
    expect(percentText(1, 2000)).toBe('0.1%');
    expect(percentText(9, 9)).toBe('100.0%');
    expect(percentText(3, 0)).toBe('');
    expect(percentText(1, 5000, 2)).toBe('0.02%');
  });

  it('agrees with BigInt rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (heads, of) => {
        const rounded = (2000n * BigInt(heads) + BigInt(of)) / (2n * BigInt(of));
        expect(percentText(heads, of)).toBe(`${rounded / 10n}.${rounded % 10n}%`);
        const fine = String((20000n * BigInt(heads) + BigInt(of)) / (2n * BigInt(of))).padStart(3, '0');
        expect(percentText(heads, of, 2)).toBe(`${fine.slice(0, -2)}.${fine.slice(-2)}%`);
      }),
    );
  });

  it('shows the exact share without trailing zeros', () => {
    expect(exactText(parseShare('45%'), 9)).toBe('4.05');
    expect(exactText(parseShare('80%'), 10)).toBe('8');
    expect(exactText(parseShare('33.3333%'), 1)).toBe('0.333333');
    expect(exactText(5, 9)).toBe('5');
    expect(exactText(parseShare('1/3'), 10)).toBe('3.33…');
    expect(exactText(parseShare('半数'), 9)).toBe('4.5');
  });
});

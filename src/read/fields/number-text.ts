import { percentOf, readFraction } from '../../values/share.ts';
import { withDigits } from './numeral.ts';
import { readFunnel, readQuantity, readRange } from './quantity-text.ts';
import type { Reading } from './shape.ts';

/** Reads numbers, and what is made of numbers, from text without spaces and full-width characters. */
export const NUMERIC: { [R in Reading]?: (text: string) => number | string | object | undefined } = {
  integer: whole,
  quantity: readQuantity,
  'head-range': readRange,
  funnel: readFunnel,
  number: text => {
    // 1.3倍, 1.3:1: so many to one
    const factor = /^(-?\d+(?:\.\d+)?)(?:倍|:1)?$/.exec(withDigits(text));
    return factor ? Number(factor[1]) : undefined;
  },
  amount: text => percentage(text) ?? whole(text),
  // 上下浮动10%之内: the key says whether it is a limit or a tolerance.
  factor: text =>
    percentage(text.replace(/^(?:±|上下浮动|上下|不超过|控制在)/, '').replace(/(?:以内|之内)$/, '')),
  duration: text => {
    // 不少于5个工作日 is planned as five: that much is certain.
    const match =
      /^(?:共|不少于|不低于|至少)?(\d{1,4})(d|wd|天|日|个自然日|自然日|个工作日|工作日|周|个?星期)(?:以上)?$/i.exec(
        withDigits(text),
      );
    if (!match) return undefined;
    const [, count, unit] = match;
    if (/周|星期/.test(unit!)) return `${7 * Number(count)}d`;
    return `${Number(count)}${/工作日|wd/i.test(unit!) ? 'wd' : 'd'}`;
  },
};

/** `45%`, `百分之四十五`, `四成`, `四成五`, `1.2倍` (120%); `三分之一`, `1/3` and `半数` as they are written, 6/5 as 120% */
function percentage(text: string): string | undefined {
  const fraction = readFraction(text);
  if (fraction) {
    const { numerator, denominator } = fraction;
    return numerator <= denominator ? text : percentOf(numerator / denominator).text;
  }
  const percent = /^百分之(.+)$/.exec(text)?.[1];
  const plain = percent === undefined ? withDigits(text) : `${withDigits(percent)}%`;
  if (/^\d+(\.\d+)?%$/.test(plain)) return plain;
  const tenths = /^(\d{1,2})成(?:(\d)|(半))?$/.exec(plain);
  if (tenths) return `${Number(tenths[1]) * 10 + (tenths[3] ? 5 : Number(tenths[2] ?? 0))}%`;
  const times = /^(\d{1,2})(?:\.(\d{1,4}))?倍$/.exec(plain);
  if (!times) return undefined;
  const [, wholes, decimals = ''] = times;
  const beyond = decimals.slice(2);
  return `${Number(wholes + decimals.slice(0, 2).padEnd(2, '0'))}${beyond === '' ? '' : `.${beyond}`}%`;
}

function whole(text: string): number | undefined {
  const match = /^(-?\d{1,15})[人名个份次位年岁]?$/.exec(withDigits(text));
  return match ? Number(match[1]) : undefined;
}

import { expect, it } from 'vitest';
import { maskDeep, maskPersonal } from '../../src/model/personal.ts';

it.each([
  ['身份证650000199001010019，', '身份证**************0019，'],
  ['65000019951230123X', '**************123X'],
  ['6500001990010100199', '***************0199'],
  ['电话13800001234', '电话*******1234'],
  ['+86 138-0000-1234', '*************1234'],
  ['138 0000 1234', '*********1234'],
  ['１３８００００１２３４', '*******１２３４'],
  ['2016-06-04至2016-06-08', '2016-06-04至2016-06-08'],
  ['12800001234', '12800001234'],
  ['2300人、1700人', '2300人、1700人'],
])('%s is shown as %s', (text, shown) => {
  expect(maskPersonal(text)).toBe(shown);
  expect(maskPersonal(text)).toHaveLength(text.length);
  expect(maskDeep({ list: [text], n: 1 })).toEqual({ list: [shown], n: 1 });
});

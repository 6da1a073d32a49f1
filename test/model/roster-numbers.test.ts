import { expect, it } from 'vitest';
import { maskDigits, maskLandlines } from '../../src/model/personal.ts';
import { RosterNumbers } from '../../src/model/roster-numbers.ts';

const noting = (...texts: string[]): RosterNumbers => {
  const numbers = new RosterNumbers();
  for (const text of texts) numbers.add(text);
  return numbers;
};

it.each([
  ['0991-1234567', '家电0991-1234567，另', '家电********4567，另'],
  ['0991-1234567', '（0991）1234567', '（********4567'],
  ['0991-1234567', '0991 123 4567', '*********4567'],
  ['0991-1234567', '家里1234567', '家里****567'],
  ['0991-1234567', '+86-991-123-4567', '+86-********4567'],
  ['0991-1234567', '09911234567', '*******4567'],
  // as a program writes it that takes it for a number
  ['0991-1234567', '9911234567', '******4567'],
  ['0991-1234567', '０９９１－１２３４５６７', '********４５６７'],
  // a number of heads behind it, as sentences have it
  ['0991-1234567', '0991-12345672名', '********45672名'],
  ['0991-1234567转801', '0991-1234567-801', '************-801'],
  ['0991-1234567转801', '(0991)1234567', '(********4567'],
  ['010 8888 8888', '010-88888888', '********8888'],
  ['1234567', '电话1234567', '电话****567'],
  ['661234', '短号661234', '短号***234'],
  ['6500001990', '身份证6500001990', '身份证******1990'],
  ['13812345678/0991-1234567', '1234567', '****567'],
])('%s is masked in %s', (noted, text, shown) => {
  expect(noting(noted).inText(text)).toBe(shown);
  expect(noting(noted).inText(text)).toHaveLength(text.length);
});

it.each([
  ['661234', '共6612345人，第1661234号'],
  ['661234', '66 12 34'],
  ['20160601', '2016-06-01至2016.06.08'],
  // a birthday in the wrong column
  ['20160601', 'DTSTART;VALUE=DATE:20160601'],
  ['13812345678', '13812345678 is known by its digits'],
  ['无手机', '无手机'],
  ['12', '12名'],
  ['', '2016'],
])('%s leaves %s as it is', (noted, text) => {
  expect(noting(noted).inText(text)).toBe(text);
});

it('other texts of a roster give away landlines with an area code alone', () => {
  const numbers = new RosterNumbers();
  for (const text of ['家里0991-1234567转8', '第2345678号', '2013-03-01', '2015-06-01、2015-09-01'])
    numbers.addLandlines(text);
  expect(numbers.inText('1234567、2345678、2013-03-01、2015-09-01')).toBe(
    '****567、2345678、2013-03-01、2015-09-01',
  );
  const all = new RosterNumbers();
  all.include(numbers);
  expect(all.inText('1234567')).toBe('****567');
});

it('a line of a file is masked by its landlines and digits', () => {
  expect(maskLandlines('电话0991-1234567、(010)88888888、2016-06-01')).toBe(
    '电话********4567、(********8888、2016-06-01',
  );
  expect(maskDigits('"138-1234-5678"')).toBe('"***-****-5678"');
  expect(maskDigits('12')).toBe('*2');
});

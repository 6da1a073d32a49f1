/**
 * Which part of a date that does not exist is wrong: the month of 1992.13, the year of 0216-06-04, the day of 2026-02-30. Of 9月31日 it is
 * not the year, which is not written.
 */
export function wrongPart(date: string): 'year' | 'month' | 'day' {
  const text = date.normalize('NFKC');
  const [, own] = /^\D*(\d{1,2})\s*月/.exec(text) ?? [];
  const [, year, month] = own === undefined ? (/(\d{4})\D*(\d{1,2})/.exec(text) ?? []) : ['', '2000', own];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2199) return 'year';
  return Number(month) < 1 || Number(month) > 12 ? 'month' : 'day';
}

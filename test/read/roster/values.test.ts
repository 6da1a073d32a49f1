import { expect, it } from 'vitest';
import { readSheets } from '../../support/sheets.ts';

/** What stands in the columns 性别 and 确定积极分子时间, what is read of it, and what is told. */
it.each([
  ['男', '1-Mar-24', 'male', '2024-03-01', ['two-digit-year B2']],
  ['男', '1-Mar-2024', 'male', '2024-03-01', ['tidied-date B2']],
  ['男', '15 September 2024', 'male', '2024-09-15', ['tidied-date B2']],
  // March of 2024, or something else that Excel changed: the clerk is asked.
  ['男', 'Mar-24', 'male', undefined, ['english-month B2']],
  ['男', '2024年3月份', 'male', '2024-03', []],
  ['男', '2024年3月中旬', 'male', '2024-03', ['tidied-date B2']],
  ['男', '尚未', 'male', undefined, ['not-yet B2']],
  ['男', '未到期', 'male', undefined, ['not-yet B2']],
  ['男', '否', 'male', undefined, ['not-yet B2']],
  ['男', '2024 03 01', 'male', '2024-03-01', ['tidied-date B2']],
  ['男', '二O二四年元月', 'male', '2024-01', ['tidied-date B2']],
  ['男', '2024年3月5日递交', 'male', '2024-03-05', ['date-before B2']],
  ['男', '2024-3-1（支委会）', 'male', '2024-03-01', ['date-before B2']],
  // Words that may say that nothing happened on the day are not left out.
  ['男', '2024.3.1（拟）', 'male', undefined, ['input/schema B2']],
  ['男', '2024.3.1 不合格', 'male', undefined, ['input/schema B2']],
  ['男', '2023.3.5/2024.3.5', 'male', undefined, ['input/schema B2']],
  ['男', '2024.3.1—2024.6.1', 'male', undefined, ['input/schema B2']],
  ['男(已婚)', '2024.03.01', 'male', '2024-03-01', ['classed C2']],
  ['女（少数民族）', '2024.03.01', 'female', '2024-03-01', ['classed C2']],
  ['男（女）', '2024.03.01', undefined, '2024-03-01', ['unclear C2']],
])('%s, %s', (gender, day, readGender, readDay, told) => {
  const read = readSheets({
    sheets: [
      ['姓名', '确定积极分子时间', '性别', '民族'],
      ['张三', day, gender, '汉族'],
    ],
  });
  const [person] = read.people;
  expect([person?.gender, person?.events?.activist]).toEqual([readGender, readDay]);
  expect(read.told).toEqual(told);
});

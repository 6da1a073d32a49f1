import type { Day } from './day.ts';

/** How exactly a plan says when something is: to the day, to ten days (旬), or to a month or longer. */
export type Precision = 'day' | 'ten-days' | 'month';

/** A clock time as written (`上午11点`) and by the clock (`11:00`); the latter empty where no hour is named (`下班`). */
export interface ClockTime {
  readonly written: string;
  readonly clock: string;
}

/** What a plan writes where a day may stand: `6月4日`, `6月上旬`, `2016-06`, `6月底前`, `4月23日（周二）上午11点前`. */
export interface Window {
  /** the first and the last day that it can be, both included */
  readonly from: Day;
  readonly to: Day;
  readonly precision: Precision;
  /** the words for the part of the year that it is, without the year; empty for a day */
  readonly words: string;
  /** 前: some day until then, the last included */
  readonly by: boolean;
  readonly time?: ClockTime;
  /** the weekday that is written, 0 = Sunday … 6 = Saturday; whether it is the right one is not checked here */
  readonly weekday?: number;
  /** how long it takes, where that is written beside the day: （5个工作日） */
  readonly length?: { readonly count: number; readonly unit: 'd' | 'wd' };
  /** it says itself that it is not in the plan's year: 次年, 上年 */
  readonly isOtherYear?: true;
}

const RANK: Record<Precision, number> = { day: 0, 'ten-days': 1, month: 2 };

/** The least exact of several. */
export const leastExact = (windows: readonly (Window | undefined)[]): Precision =>
  windows.reduce<Precision>(
    (least, own) => (own && RANK[own.precision] > RANK[least] ? own.precision : least),
    'day',
  );

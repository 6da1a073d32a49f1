import { expect, it } from 'vitest';
import { BEGINS, type EventDates, type Stage, stageByEvents } from '../../src/model/stage.ts';
import { parseDay } from '../../src/values/day.ts';

const day = parseDay('2016-06-01')!;
const stages = Object.keys(BEGINS) as Stage[];

it.each(stages)('%s is reached by the event that begins it, and by that of no other', stage => {
  const dates: EventDates = {};
  dates[BEGINS[stage]] = { first: day, last: day };
  expect(stageByEvents(dates, day)).toBe(stage);
  expect(stageByEvents(dates, day - 1)).toBeUndefined();
});

it('of several stages the last is the one', () => {
  const dates: EventDates = {};
  for (const stage of stages) {
    dates[BEGINS[stage]] = { first: day, last: day };
    expect(stageByEvents(dates, day)).toBe(stage);
  }
});

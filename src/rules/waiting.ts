import { type ReservePlan, type SlotState, unripeFor } from '../facts/reserve/allocate.ts';
import type { Plan } from '../model/plan.ts';
import { isoOf } from '../values/day.ts';
import { type PersonRef, ref } from './rule.ts';

/** Reserves who are left out since they are not ripe on the day on which the slots are filled. */
export interface Waiting {
  day: string;
  months: number;
  /** by the day on which they are */
  people: (PersonRef & { ripeOn: string })[];
}

/** Those who could serve slots that lack reserves, if these were filled later. */
export function waitingFor(reserves: ReservePlan, slots: readonly SlotState[], plan: Plan): Waiting {
  const people = unripeFor(reserves, slots, plan).map(({ person, ripeOn }) => ({
    ...ref(person),
    ripeOn: isoOf(ripeOn),
  }));
  return { day: isoOf(reserves.day), months: reserves.months, people };
}

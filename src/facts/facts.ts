import type { Plan } from '../model/plan.ts';
import { allocateReserves, type ReservePlan } from './reserve/allocate.ts';
import { resolveSchedule, type Schedule } from './schedule/resolve.ts';
import { assessStructure, type RequirementState } from './structure/assess.ts';

/** What rules and reports look at: the plan, and what is computed from it once for all of them. */
export interface Facts {
  plan: Plan;
  structure: RequirementState[];
  reserves: ReservePlan;
  schedule: Schedule;
}

export const factsOf = (plan: Plan): Facts => ({
  plan,
  structure: assessStructure(plan),
  reserves: allocateReserves(plan),
  schedule: resolveSchedule(plan),
});

import type { WaiverRule } from '../rule.ts';

/** A waiver that sets nothing aside: the finding is mended, or the waiver names it wrongly. */
export const unusedWaiver = {
  id: 'waiver/unused',
  severity: 'warning',
  norm: 'plan-consistency',
  args: { rule: '', subject: '', alike: '' },
} satisfies WaiverRule;

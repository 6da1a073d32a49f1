import type { WaiverRule } from '../rule.ts';

/** A waiver whose end date is past; what it set aside counts again. */
export const expiredWaiver = {
  id: 'waiver/expired',
  severity: 'warning',
  norm: 'plan-consistency',
  args: { rule: '', subject: '', until: '' },
} satisfies WaiverRule;

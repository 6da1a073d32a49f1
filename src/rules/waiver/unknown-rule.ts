import type { WaiverRule } from '../rule.ts';

/** A rule id in `rules.severity` or in a waiver that no rule has. */
export const unknownRule = {
  id: 'waiver/unknown-rule',
  severity: 'error',
  norm: 'file-format',
  args: { rule: '', nearest: '' },
} satisfies WaiverRule;

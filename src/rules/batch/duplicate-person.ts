import type { BatchRule } from '../rule.ts';

/** The same person stands on the rosters of two plans: certain by the ID number, suspected by name and birth date. */
export const duplicatePerson = {
  id: 'batch/duplicate-person',
  severity: 'error',
  norm: 'plan-consistency',
  args: {
    person: { id: '', name: '' },
    other: { id: '', name: '' },
    organization: '',
    place: '',
    certain: true,
    leaving: false,
  },
} satisfies BatchRule;

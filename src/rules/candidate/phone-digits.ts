import type { Facts, PersonRef, Report, Rule } from '../rule.ts';
import { ref } from '../rule.ts';

/** Digits of a mobile phone. */
const MOBILE = 11;

/** A phone that begins like a mobile one and has a digit too few or too many: at that number nobody can be reached. */
export const phoneDigits = {
  id: 'candidate/phone-digits',
  severity: 'warning',
  norm: 'plan-consistency',
  check({ plan }: Facts, report: Report<{ person: PersonRef; digits: number; need: number }>) {
    for (const person of plan.people) {
      const digits = person.data.phone?.replace(/^\+?(?:00)?86/, '').replace(/\D/g, '') ?? '';
      // Far fewer digits are an office's short number, far more are two numbers.
      if (!/^1[3-9]\d{7,11}$/.test(digits) || digits.length === MOBILE) continue;
      const args = { person: ref(person), digits: digits.length, need: MOBILE };
      report(person.place.at('phone'), args, { subject: person.id });
    }
  },
} satisfies Rule;

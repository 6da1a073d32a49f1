import { type DamageKind, damageIn } from '../../model/damage.ts';
import { excerpt, planTexts, type TextOwner } from '../../model/plan-texts.ts';
import type { Facts, Report, Rule } from '../rule.ts';

/** Damaged words, with what stands around them. */
export interface DamagedWords {
  why: DamageKind;
  text: string;
  excerpt: string;
}

/**
 * A text is damaged: 《》 with nothing in it, masks, 20xx年, doubled words, mojibake, brackets without a partner. That is
 * what copying from websites and older plans leaves behind. The same words are quoted once for each text.
 */
export const damagedText = {
  id: 'text/damaged-text',
  severity: 'warning',
  norm: 'wording',
  check({ plan }: Facts, report: Report<{ damages: DamagedWords[]; owner: TextOwner }>) {
    for (const entry of planTexts(plan)) {
      const { text } = entry;
      const found = damageIn(text);
      if (found.length === 0) continue;
      const damages = new Map<string, DamagedWords>();
      for (const { kind, start, end } of found) {
        const words = text.slice(start, end);
        const key = `${kind} ${words}`;
        if (!damages.has(key))
          damages.set(key, { why: kind, text: words, excerpt: excerpt(text, start, end) });
      }
      const { owner, subject } = entry;
      report(entry.place, { damages: [...damages.values()], owner }, { subject });
    }
  },
} satisfies Rule;

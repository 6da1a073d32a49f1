import type { RuleTexts } from '../texts.ts';
import { candidate } from './candidate.ts';
import { input } from './input.ts';
import { quota } from './quota.ts';
import { reserve } from './reserve.ts';
import { structure } from './structure.ts';
import { timeline } from './timeline.ts';
import { waiver } from './waiver.ts';

export const ruleTexts: RuleTexts = {
  ...input,
  ...quota,
  ...structure,
  ...candidate,
  ...reserve,
  ...timeline,
  ...waiver,
};

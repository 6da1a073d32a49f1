import type { RuleTexts } from '../rule-texts.ts';
import { batch } from './batch.ts';
import { branch } from './branch.ts';
import { candidate } from './candidate.ts';
import { input } from './input.ts';
import { materials } from './materials.ts';
import { pack } from './pack.ts';
import { period } from './period.ts';
import { privacy } from './privacy.ts';
import { quota } from './quota.ts';
import { reserve } from './reserve.ts';
import { structure } from './structure.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';
import { waiver } from './waiver.ts';

export const ruleTexts: RuleTexts = {
  ...input,
  ...materials,
  ...pack,
  ...quota,
  ...structure,
  ...candidate,
  ...period,
  ...reserve,
  ...timeline,
  ...branch,
  ...text,
  ...privacy,
  ...waiver,
  ...batch,
};

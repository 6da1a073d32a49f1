import type { StepName } from '../../model/steps.ts';
import type { NormId } from '../../norms/norms.ts';

/** The four decisions on somebody that are announced, filed or voted on. */
export const DECISIONS = ['activist', 'prospective', 'acceptance', 'conversion'] as const;
export type Decision = (typeof DECISIONS)[number];

/** The steps that belong to a decision, and the norm on how long its notice is. */
export const STEPS_OF: Record<
  Decision,
  { decided: StepName; notice: StepName; filing: StepName; norm: NormId; kind: string }
> = {
  activist: {
    decided: 'activist',
    notice: 'activistNotice',
    filing: 'activistFiling',
    norm: 'activist-notice',
    kind: 'activist-notice',
  },
  prospective: {
    decided: 'prospective',
    notice: 'prospectiveNotice',
    filing: 'prospectiveFiling',
    norm: 'notice',
    kind: 'notice',
  },
  acceptance: {
    decided: 'branchMeeting',
    notice: 'acceptanceNotice',
    filing: 'countyFiling',
    norm: 'acceptance-notice',
    kind: 'acceptance-notice',
  },
  conversion: {
    decided: 'conversionMeeting',
    notice: 'conversionNotice',
    filing: 'conversionApproval',
    norm: 'conversion-notice',
    kind: 'conversion-notice',
  },
};

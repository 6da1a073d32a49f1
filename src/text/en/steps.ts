import type { StepLabel } from '../../model/steps.ts';
import { fullDate } from './words.ts';

const NAMES: Record<StepLabel, string> = {
  application: 'application',
  talk: 'talk',
  leagueRecommendation: 'recommendation by the League',
  activist: 'becoming an activist',
  activistNotice: 'notice of the activist',
  activistFiling: 'filing of the activist',
  contactsAssigned: 'assignment of contacts',
  inspections: 'inspection',
  prospectiveNotice: 'notice before listing',
  prospective: 'becoming a prospective member',
  prospectiveFiling: 'filing of the prospective member',
  consent: 'agreement of the superior committee',
  introducersAssigned: 'assignment of introducers',
  politicalReview: 'political review',
  training: 'training',
  branchReview: 'review by the branch committee',
  preReview: 'preliminary review',
  form: 'application form',
  branchMeeting: 'branch meeting',
  acceptanceNotice: 'notice of the acceptance',
  committeeTalk: 'talk by the committee',
  approval: 'approval',
  countyFiling: 'filing with the organization department',
  assigned: 'assignment to a branch',
  oath: 'oath',
  probationInspections: 'inspection during probation',
  transferredIn: 'move to this unit',
  probation: 'probation',
  probationExtension: 'extension of probation',
  conversionApplication: 'application for full membership',
  conversionMeeting: 'branch meeting on conversion',
  conversionNotice: 'notice of the conversion',
  conversionApproval: 'approval of the conversion',
  archived: 'archiving',
  leaving: 'departure',
};

export const step = (name: StepLabel): string => NAMES[name];

/** `16 June 2016`, or `June 2016` where the day is not known. */
export const known = (iso: string): string =>
  fullDate(iso.length === 7 ? `${iso}-01` : iso).slice(iso.length === 7 ? 2 : 0);

/** `on 16 June 2016`, or `in June 2016`. */
export const when = (iso: string): string => `${iso.length === 7 ? 'in' : 'on'} ${known(iso)}`;

/** `inspection 2 (16 June 2016)` */
export function dated({
  step: name,
  number,
  date: iso,
}: {
  step: StepLabel;
  number?: number;
  date: string;
}): string {
  const isRepeated = name === 'inspections' || name === 'probationInspections';
  return `${NAMES[name]}${isRepeated && number ? ` ${number}` : ''} (${known(iso)})`;
}

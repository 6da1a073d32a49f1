import type { StepLabel } from '../../../model/steps.ts';

/** What is typed to print the papers of a step; what a paper needs besides is told by the paper itself. */
const COMMANDS: Partial<Record<StepLabel, readonly string[]>> = {
  activistNotice: ['plan notice --stage activist'],
  activist: ['plan notice --stage activist'],
  activistFiling: ['plan paper filing --stage activist'],
  prospectiveNotice: ['plan notice --stage prospective', 'plan paper notice-result'],
  prospective: ['plan paper opinions', 'plan paper talks'],
  prospectiveFiling: ['plan paper filing'],
  consent: ['plan paper opinions', 'plan paper talks', 'plan paper filing'],
  politicalReview: ['plan paper letter'],
  training: ['plan paper training'],
  preReview: ['plan paper pre-review', 'plan paper pre-review-reply'],
  branchMeeting: ['plan paper vote'],
  acceptanceNotice: ['plan notice --stage acceptance', 'plan paper notice-result --stage acceptance'],
  countyFiling: ['plan paper filing --stage acceptance'],
  conversionMeeting: ['plan paper vote --stage conversion'],
  conversionNotice: ['plan notice --stage conversion', 'plan paper notice-result --stage conversion'],
  archived: ['plan paper archive', 'plan paper record'],
};

/** The commands that print the papers of a step for one person. */
export const commandsFor = (step: StepLabel, person: string): string[] =>
  (COMMANDS[step] ?? []).map(command => `${command} --person ${person}`);

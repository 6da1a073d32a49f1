import type { ProblemArgs, ProblemCode } from '../read/problem.ts';
import { duplicatePerson } from './batch/duplicate-person.ts';
import { countyGrowth } from './batch/growth.ts';
import { missingTownship } from './batch/missing-township.ts';
import { countyStructure } from './batch/structure-not-met.ts';
import { countyStructureUndecided } from './batch/structure-undecided.ts';
import { townshipSum } from './batch/sum-mismatch.ts';
import { townshipTwice } from './batch/township-twice.ts';
import { unlistedPlan } from './batch/unlisted-plan.ts';
import { townshipYear } from './batch/year-mismatch.ts';
import { inactive } from './branch/inactive.ts';
import { noActivist } from './branch/no-activist.ts';
import { unknownBranch } from './branch/unknown-branch.ts';
import { categoryRead } from './candidate/category-read.ts';
import { contacts } from './candidate/contacts.ts';
import { dateOrder } from './candidate/date-order.ts';
import { duplicate } from './candidate/duplicate.ts';
import { idNumberDisagrees } from './candidate/id-number-disagrees.ts';
import { idNumberInvalid } from './candidate/id-number-invalid.ts';
import { introducers } from './candidate/introducers.ts';
import { mobileNotice } from './candidate/mobile-notice.ts';
import { noActivistDate } from './candidate/no-activist-date.ts';
import { noCandidate } from './candidate/no-candidate.ts';
import { noCategory } from './candidate/no-category.ts';
import { phoneDigits } from './candidate/phone-digits.ts';
import { stageDisagrees } from './candidate/stage-disagrees.ts';
import { stepMissing } from './candidate/step-missing.ts';
import { underage } from './candidate/underage.ts';
import { unknownSlot } from './candidate/unknown-slot.ts';
import { duplicateId } from './input/duplicate-id.ts';
import { duplicateKey } from './input/duplicate-key.ts';
import { encoding } from './input/encoding.ts';
import { fullwidthPunctuation } from './input/fullwidth-punctuation.ts';
import { precisionLost } from './input/precision-lost.ts';
import { schema } from './input/schema.ts';
import { severalDocuments } from './input/several-documents.ts';
import { sheetGuess } from './input/sheet-guess.ts';
import { sheetLeftOut } from './input/sheet-left-out.ts';
import { syntax } from './input/syntax.ts';
import { unknownKey } from './input/unknown-key.ts';
import { unknownReference } from './input/unknown-reference.ts';
import { unreadable } from './input/unreadable.ts';
import { late } from './materials/late.ts';
import { missing } from './materials/missing.ts';
import { notApplicable } from './materials/not-applicable.ts';
import { outOfOrder } from './materials/out-of-order.ts';
import { wrongCount } from './materials/wrong-count.ts';
import { condition } from './pack/condition.ts';
import { loosens } from './pack/loosens.ts';
import { notSettable } from './pack/not-settable.ts';
import { unknownNorm } from './pack/unknown-norm.ts';
import { activistTooLong } from './period/activist-too-long.ts';
import { activistTooShort } from './period/activist-too-short.ts';
import { activistWait } from './period/activist-wait.ts';
import { approvalLate } from './period/approval-late.ts';
import { archiveLate } from './period/archive-late.ts';
import { contactsLate } from './period/contacts-late.ts';
import { conversionApplication } from './period/conversion-application.ts';
import { failedVote } from './period/failed-vote.ts';
import { inspectionGap } from './period/inspection-gap.ts';
import { leavingSoon } from './period/leaving-soon.ts';
import { meetingLate } from './period/meeting-late.ts';
import { personalNoticeTooShort } from './period/notice-too-short.ts';
import { oathLate } from './period/oath-late.ts';
import { preReviewLate } from './period/pre-review-late.ts';
import { probation } from './period/probation.ts';
import { prospectiveWait } from './period/prospective-wait.ts';
import { resolutionLate } from './period/resolution-late.ts';
import { reviewExpired } from './period/review-expired.ts';
import { straddlesRevision } from './period/straddles-revision.ts';
import { talkLate } from './period/talk-late.ts';
import { trainingTooShort } from './period/training-too-short.ts';
import { voteShort } from './period/vote-short.ts';
import { idNumberExposed } from './privacy/id-number-exposed.ts';
import { phoneExposed } from './privacy/phone-exposed.ts';
import { allocationMismatch } from './quota/allocation-mismatch.ts';
import { growthLimit } from './quota/growth-limit.ts';
import { numberUnknown } from './quota/number-unknown.ts';
import { otherUnit } from './quota/other-unit.ts';
import { overTotal } from './quota/over-total.ts';
import { perBranch } from './quota/per-branch.ts';
import { sameName } from './quota/same-name.ts';
import { sumMismatch } from './quota/sum-mismatch.ts';
import { unfilled } from './quota/unfilled.ts';
import { wrongCategory } from './quota/wrong-category.ts';
import { cannotBeAssigned } from './reserve/cannot-be-assigned.ts';
import { funnelShort } from './reserve/funnel-short.ts';
import { listedTwice } from './reserve/listed-twice.ts';
import { noSafeSubstitute } from './reserve/no-safe-substitute.ts';
import { notEligible } from './reserve/not-eligible.ts';
import { tooFew } from './reserve/too-few.ts';
import { tooMany } from './reserve/too-many.ts';
import type { CountyRule, ReadingRule, Report, Rule, WaiverRule } from './rule.ts';
import { jointlyInfeasible } from './structure/jointly-infeasible.ts';
import { noIntegerFits } from './structure/no-integer-fits.ts';
import { noMargin } from './structure/no-margin.ts';
import { notMet } from './structure/not-met.ts';
import { plannedConflictsShare } from './structure/planned-conflicts-share.ts';
import { subsetLargerThanWhole } from './structure/subset-larger-than-whole.ts';
import { unknownValue } from './structure/unknown-value.ts';
import { damagedText } from './text/damaged-text.ts';
import { outdatedArticle } from './text/outdated-article.ts';
import { outdatedPhrase } from './text/outdated-phrase.ts';
import { outdatedReference } from './text/outdated-reference.ts';
import { wrongTitle } from './text/wrong-title.ts';
import { approver } from './timeline/approver.ts';
import { calendarUnknown } from './timeline/calendar-unknown.ts';
import { deadlineMissed } from './timeline/deadline-missed.ts';
import { durationDisagrees } from './timeline/duration-disagrees.ts';
import { kindFromName } from './timeline/kind-from-name.ts';
import { missingStep } from './timeline/missing-step.ts';
import { noDate } from './timeline/no-date.ts';
import { noOwner } from './timeline/no-owner.ts';
import { noticeTooShort } from './timeline/notice-too-short.ts';
import { order } from './timeline/order.ts';
import { outsideYear } from './timeline/outside-year.ts';
import { overdue } from './timeline/overdue.ts';
import { overlap } from './timeline/overlap.ts';
import { procedure } from './timeline/procedure.ts';
import { publicHoliday } from './timeline/public-holiday.ts';
import { restDay } from './timeline/rest-day.ts';
import { weekdayMismatch } from './timeline/weekday-mismatch.ts';
import { expiredWaiver } from './waiver/expired.ts';
import { unknownRule } from './waiver/unknown-rule.ts';
import { unusedWaiver } from './waiver/unused.ts';

// Every rule there is, in the order in which reports group them. A new rule is one file and one line here.

const readingRules = [
  unreadable,
  encoding,
  syntax,
  schema,
  unknownKey,
  duplicateKey,
  fullwidthPunctuation,
  precisionLost,
  severalDocuments,
  sheetGuess,
  sheetLeftOut,
  weekdayMismatch,
  unknownNorm,
  notSettable,
  loosens,
] as const satisfies readonly ReadingRule[];

export const planRules = [
  duplicateId,
  unknownReference,
  sumMismatch,
  numberUnknown,
  perBranch,
  sameName,
  overTotal,
  unfilled,
  wrongCategory,
  allocationMismatch,
  otherUnit,
  growthLimit,
  notMet,
  unknownValue,
  plannedConflictsShare,
  noIntegerFits,
  subsetLargerThanWhole,
  jointlyInfeasible,
  noMargin,
  noCategory,
  categoryRead,
  noActivistDate,
  noCandidate,
  unknownSlot,
  duplicate,
  idNumberInvalid,
  phoneDigits,
  idNumberDisagrees,
  underage,
  stageDisagrees,
  dateOrder,
  stepMissing,
  contacts,
  introducers,
  mobileNotice,
  talkLate,
  activistWait,
  activistTooShort,
  activistTooLong,
  contactsLate,
  inspectionGap,
  personalNoticeTooShort,
  trainingTooShort,
  reviewExpired,
  leavingSoon,
  preReviewLate,
  prospectiveWait,
  failedVote,
  resolutionLate,
  meetingLate,
  voteShort,
  approvalLate,
  oathLate,
  probation,
  conversionApplication,
  archiveLate,
  straddlesRevision,
  listedTwice,
  notEligible,
  tooFew,
  tooMany,
  cannotBeAssigned,
  noSafeSubstitute,
  funnelShort,
  missing,
  late,
  outOfOrder,
  wrongCount,
  notApplicable,
  procedure,
  order,
  overlap,
  deadlineMissed,
  noticeTooShort,
  publicHoliday,
  restDay,
  missingStep,
  approver,
  noOwner,
  noDate,
  kindFromName,
  durationDisagrees,
  outsideYear,
  overdue,
  calendarUnknown,
  inactive,
  noActivist,
  unknownBranch,
  outdatedReference,
  outdatedArticle,
  outdatedPhrase,
  wrongTitle,
  damagedText,
  idNumberExposed,
  phoneExposed,
  condition,
] as const satisfies readonly Rule[];

const waiverRules = [unusedWaiver, expiredWaiver, unknownRule] as const satisfies readonly WaiverRule[];

/** On a county as a whole; who stands on two rosters is told of each pair (county/duplicates.ts). */
export const countyRules = [
  townshipSum,
  missingTownship,
  townshipYear,
  townshipTwice,
  unlistedPlan,
  countyStructure,
  countyStructureUndecided,
  countyGrowth,
] as const satisfies readonly CountyRule[];

export const batchRules = [duplicatePerson, ...countyRules] as const;

export const rules = [...readingRules, ...planRules, ...waiverRules, ...batchRules];

type PlanRule = (typeof planRules)[number];
type ArgsOf<R> = R extends { check(facts: never, report: Report<infer Args>): void } ? Args : never;

/** The arguments of every rule's findings, by rule id: what the texts of both languages are typed by. */
export type FindingArgs = { [C in ProblemCode]: ProblemArgs[C] } & {
  [R in PlanRule as R['id']]: ArgsOf<R>;
} & { [R in (typeof waiverRules)[number] as R['id']]: R['args'] } & {
  [R in (typeof batchRules)[number] as R['id']]: ArgsOf<R>;
};

export type Code = keyof FindingArgs;

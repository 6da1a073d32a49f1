/** Taken through all 25 steps under the Rules of 2014: every limit is kept, several to the day. */
export const UNDER_2014 = {
  application: '2014-06-03',
  talk: '2014-07-03',
  leagueRecommendation: '2014-11-20',
  activist: '2014-12-05',
  activistNotice: { from: '2014-12-08', to: '2014-12-12' },
  activistFiling: '2014-12-10',
  contactsAssigned: '2014-12-12',
  inspections: ['2015-06-05', '2015-12-05', '2016-05-20'],
  prospectiveNotice: { from: '2016-05-23', to: '2016-05-27' },
  prospective: '2016-06-01',
  prospectiveFiling: '2016-06-02',
  introducersAssigned: '2016-06-06',
  politicalReview: '2016-06-13',
  training: { start: '2016-06-14', end: '2016-06-16', hours: 23 },
  branchReview: '2016-06-17',
  preReview: '2016-06-20',
  form: '2016-06-21',
  branchMeeting: { on: '2016-06-24', entitled: 21, present: 11, inFavour: 11 },
  acceptanceNotice: { from: '2016-06-27', to: '2016-07-01' },
  committeeTalk: '2016-07-05',
  approval: '2016-07-10',
  countyFiling: '2016-07-15',
  assigned: '2016-07-16',
  oath: '2016-07-20',
  probationInspections: ['2016-12-20', '2017-06-10'],
  conversionApplication: '2017-06-20',
  conversionMeeting: { on: '2017-06-24', entitled: 20, present: 15, inFavour: 11 },
  conversionNotice: { from: '2017-06-26', to: '2017-06-30' },
  conversionApproval: '2017-09-24',
  archived: '2017-09-30',
};

/** The same under the revision of 2026, which is in force on every day of it. */
export const UNDER_2026 = {
  application: '2026-06-03',
  talk: '2026-07-03',
  leagueRecommendation: '2026-11-20',
  activist: '2026-12-05',
  activistNotice: { from: '2026-12-07', to: '2026-12-11' },
  activistFiling: '2026-12-10',
  contactsAssigned: '2026-12-12',
  inspections: ['2027-06-05', '2027-12-05', '2028-05-19'],
  prospectiveFiling: '2028-05-19',
  prospectiveNotice: { from: '2028-05-22', to: '2028-05-26' },
  prospective: '2028-06-01',
  introducersAssigned: '2028-06-06',
  politicalReview: '2028-06-13',
  training: { start: '2028-06-14', end: '2028-06-15', hours: 24 },
  branchReview: '2028-06-16',
  preReview: '2028-06-20',
  form: '2028-06-21',
  branchMeeting: { on: '2028-07-20', entitled: 21, present: 18, inFavour: 17 },
  acceptanceNotice: { from: '2028-07-24', to: '2028-07-28' },
  committeeTalk: '2028-08-01',
  approval: '2028-08-10',
  countyFiling: '2028-08-15',
  assigned: '2028-08-16',
  oath: '2028-09-10',
  probationInspections: ['2028-12-20', '2029-06-20'],
  conversionApplication: '2029-07-15',
  conversionMeeting: { on: '2029-07-20', entitled: 21, present: 18, inFavour: 18 },
  conversionNotice: { from: '2029-07-23', to: '2029-07-27' },
  conversionApproval: '2029-10-20',
  archived: '2029-10-25',
};

type Fields = Record<string, unknown>;

/** Somebody of whom all is known but the events. */
export const PERSON: Fields = {
  id: 'c01',
  name: '张三',
  gender: 'male',
  birth: '1996-06-03',
  ethnicity: '汉族',
  role: 'nominee',
  contacts: ['党员甲', '党员乙'],
  introducers: ['党员甲', '党员丙'],
};

/** A plan for somebody, or for several; quota and timeline are left to other tests. */
export const planWith = (people: Fields[], plan: Fields = {}): Fields => ({
  year: 2016,
  organization: { name: '某镇党委' },
  candidates: people,
  ...plan,
});

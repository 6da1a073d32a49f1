import type { Decision } from '../../facts/procedure/decisions.ts';
import type { Claim } from '../../model/steps.ts';
import type { stepPapers as zh } from '../zh/step-papers.ts';
import { step as stepName } from './steps.ts';
import { article, fullDate, list, quantity } from './words.ts';

const date = (iso: string): string => (iso.length === 10 ? fullDate(iso) : iso);
const range = (from: string, to: string): string =>
  from === to ? date(from) : `${date(from)} to ${date(to)}`;

const DECIDED: Record<Decision, (who: string) => string> = {
  activist: who => `${who} as activist${plural(who)}`,
  prospective: who => `${who} as prospective member${plural(who)}`,
  acceptance: who => `${who} as probationary member${plural(who)}`,
  conversion: who => `${who} as full member${plural(who)}`,
};

const plural = (who: string): string => (/ others?$/.test(who) ? 's' : '');

const RULES = 'the Detailed Rules for Developing Party Members';
const BLANK = '________';

/** The day of what the roster does not show, to be filled in; of what it shows nothing need be said. */
const on = (open: ReadonlySet<Claim>, claim: Claim): string => (open.has(claim) ? ` on ${BLANK}` : '');

/** What a paper claims and the roster does not show. */
function claimed(claim: Claim): string {
  if (claim === 'cultivated') return 'a full year of cultivation';
  if (claim === 'probationOver') return 'the end of probation';
  return `the day of ${stepName(claim)}`;
}

export const stepPapers: typeof zh = {
  date: iso => iso,
  span: (from, to) => `${from}—${to}`,
  kinds: {
    overview: 'the year’s plan on one sheet',
    roster: 'rosters for printing',
    record: 'record of the whole procedure',
    filing: 'report for filing (request for agreement to a listing)',
    opinions: 'form for opinions',
    talks: 'minutes of a talk with members and masses',
    'notice-result': 'outcome of a public notice',
    letter: 'enquiry by letter, with its reply',
    training: 'sign-in sheet of a training',
    'pre-review': 'request for the preliminary review',
    'pre-review-reply': 'result of the preliminary review',
    vote: 'summary of the votes',
    archive: 'list of papers for the archive',
  },
  decisions: {
    activist: 'becoming an activist',
    prospective: 'listing as a prospective member',
    acceptance: 'acceptance as a probationary member',
    conversion: 'conversion to full membership',
  },
  listing: {
    title: 'Papers that can be printed',
    columns: ['paper', 'command', 'stages (--stage)'],
    notices: 'public notice',
    hint: 'plan paper KIND [PATH] [--person ID] -o FILE.docx',
  },
  unproven: parts =>
    `not on the roster and so left blank, please verify, fill in and enter: ${parts.map(({ claim, names }) => `${claimed(claim)} (${list(names)})`).join('; ')}`,
  past: (names, decision) =>
    `by the roster ${list(names)} ${names.length === 1 ? 'is' : 'are'} past this decision (${decision}): check whether they belong here`,
  included: (paper, names) =>
    `${paper}: ${names.length} ${names.length === 1 ? 'person' : 'people'}: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`,
  nobody: decision =>
    `nobody on the roster to put in${decision && ` (${decision})`}; name people with --person`,
  unknownPerson: (text, nearest) =>
    `nobody on the roster has the id or name "${text}"${nearest ? `; did you mean ${nearest}?` : ''} (plan paper roster lists them)`,
  kindFirst: path =>
    `name the kind of paper first, such as plan paper record ${path}; plan paper lists the kinds`,
  severalPeople: (text, ids) =>
    `${ids.length} people on the roster are called "${text}"; give the id: ${ids.join(', ')}`,
  noDecision: kind => `${kind}: the same at every stage; --stage does not apply`,
  command: papers => `to print: ${papers.join('; ')}`,
  paperOf: (kind, decision) => (decision === '' ? kind : `${kind.replace(/ \(.*\)/, '')} (${decision})`),
  list: items => items.join(', '),
  who: names =>
    names.length <= 1
      ? (names[0] ?? BLANK)
      : `${names[0]} and ${names.length - 1} other${names.length === 2 ? '' : 's'}`,
  box: (ticked, text) => `${ticked ? '√' : '□'} ${text}`,
  hours: hours => `${hours} h`,
  range,
  blankDate: '____ / ____ / ________',
  blankBranch: '________ branch',
  blankSuperior: '________ organization department',
  listName: 'People',
  fields: {
    number: 'No.',
    name: 'Name',
    gender: 'Sex',
    ethnicity: 'Ethnicity',
    birth: 'Born',
    nativePlace: 'Native place',
    education: 'Education',
    position: 'Unit and post',
    branch: 'Branch',
    category: 'Category',
    application: 'Applied',
    activist: 'Activist since',
    contacts: 'Contacts',
    prospective: 'Listed',
    politicalReview: 'Political review',
    training: 'Training',
    introducers: 'Introducers',
    branchMeeting: 'Branch meeting',
    approval: 'Approved',
    probation: 'Probation',
    remarks: 'Remarks',
  },
  record: {
    title: 'Record of the whole procedure',
    columns: ['No.', 'Step', 'Done on', 'By', 'Papers (√: in)', 'Remarks'],
    steps: [
      'application',
      'talk by the organization',
      'recommended and confirmed as activist',
      'filed with the superior committee',
      'contacts assigned',
      'cultivation and inspection',
      'confirmed as prospective member',
      'filed with the superior committee',
      'introducers assigned',
      'political review',
      'training',
      'review by the branch committee',
      'preliminary review by the superior committee',
      'application form filled in',
      'branch general meeting',
      'talk by the superior committee',
      'approval by the superior committee',
      'filed with the department above',
      'put into a branch and a group',
      'oath',
      'continued education and inspection',
      'application for conversion',
      'branch general meeting on the conversion',
      'conversion approved by the superior committee',
      'papers archived',
    ],
    steps2026: [
      'branch committee discusses, superior committee agrees',
      'public notice, listing as prospective member',
    ],
    actor: {
      person: 'the person',
      league: 'the League',
      branch: 'the branch',
      committee: 'the superior committee',
      county: 'the county’s department',
    },
    dated: (_step, days) => `notice ${days}`,
    votes: (entitled, present, inFavour) =>
      [
        `entitled ${entitled}`,
        present !== undefined && `present ${present}`,
        inFavour !== undefined && `in favour ${inFavour}`,
      ]
        .filter(part => part !== false)
        .join(', '),
    signature: ['Branch secretary', 'Organizer', 'Filled in by'],
  },
  filing: {
    title: (decision, who, rules) =>
      decision === 'prospective' && rules === 2026
        ? `Request for agreement to list ${DECIDED.prospective(who)}`
        : `Report for filing: ${DECIDED[decision](who)}`,
    meeting: general => (general ? 'the branch general meeting' : 'the branch committee'),
    body: (decision, who, rules, meeting, open) => {
      const cultivated = open.has('cultivated')
        ? 'after ____ months of cultivation since ____'
        : 'after more than a year of cultivation';
      switch (decision) {
        case 'activist':
          return [
            `Under ${RULES}, on recommendation of members and mass organizations, ${meeting} has confirmed${on(open, 'activist')} ${DECIDED.activist(who)}. The list is submitted for filing.`,
          ];
        case 'prospective':
          return rules === 2026
            ? [
                `Under Article 13 of ${RULES}, ${cultivated} and with the opinions of the Party group, the contacts, members and masses, ${meeting} has discussed ${who} and proposes a listing as prospective member${plural(who)}. The list is submitted.`,
                'Once this is agreed, a public notice of not less than five working days follows at the place of work, study or residence; for mobile people at the place they left and the place they live in at the same time. Whom its result does not hinder is listed.',
              ]
            : [
                `Under Article 13 of ${RULES}, ${cultivated} and with the opinions of the Party group, the contacts, members and masses, ${meeting} has agreed to list ${DECIDED.prospective(who)}. The list is submitted for filing.`,
              ];
        case 'acceptance':
          return [
            `Passed by the branch general meeting${on(open, 'branchMeeting')} and approved by the committee's vote${on(open, 'approval')}, ${who} ${plural(who) ? 'are' : 'is'} accepted as probationary member${plural(who)}; probation is one year from the day of the branch meeting. The list is submitted for filing.`,
          ];
        case 'conversion':
          return [
            `Passed by the branch general meeting${on(open, 'conversionMeeting')} and approved by the committee${on(open, 'conversionApproval')}, ${who} ${plural(who) ? 'become full members' : 'becomes a full member'} at the end of probation. The list is submitted for filing.`,
          ];
      }
    },
    closing: (decision, rules) =>
      decision === 'prospective' && rules === 2026 ? 'Please decide.' : 'Reported herewith.',
  },
  preReview: {
    title: who => `Request for the preliminary review of ${who}`,
    body: (who, open) => [
      `The branch committee has reviewed ${who} strictly${on(open, 'branchReview')} and, after collective discussion, holds the conditions met. Under ${RULES} the papers are submitted for preliminary review.`,
    ],
    closing: 'Please decide.',
    attachments: [
      'opinion of the branch committee',
      'conclusion of the political review',
      'certificate of training',
      'papers of cultivation and inspection',
    ],
  },
  preReviewReply: {
    title: who => `Result of the preliminary review of ${who}`,
    opening: (request, rules) =>
      `In reply to "${request}", the committee has reviewed the conditions and the cultivation of those named${rules === 2014 ? ' and, as needed, heard the disciplinary and law-enforcement bodies' : ''}. The result:`,
    result: 'Result',
    results: ['passed', 'not passed'],
    reason: 'Reason, if not passed',
    closing: months => [
      `Those who passed receive the application form for Party membership and fill it in truthfully; ${months === undefined ? 'then they are put to the branch general meeting in time' : `within ${months} month${months === 1 ? '' : 's'} they are put to the branch general meeting`}.`,
      'Those who leave their unit within three months are generally not handled.',
    ],
  },
  notice: {
    title: (decision, who) => `Public notice: ${DECIDED[decision](who)}`,
    opening: (decision, organization, who, rules, open) => {
      const why: Record<Decision, string> = {
        activist: `on recommendation of members and mass organizations, it is proposed to confirm ${DECIDED.activist(who)}`,
        prospective:
          rules === 2026
            ? `after discussion by the branch and with the agreement of ${organization}, it is proposed to list ${DECIDED.prospective(who)}`
            : `on recommendation of the branch and after study by ${organization}, it is proposed to list ${DECIDED.prospective(who)}`,
        acceptance: `passed by the branch general meeting${on(open, 'branchMeeting')}, it is proposed to accept ${DECIDED.acceptance(who)}`,
        conversion: `probation being over${on(open, 'probationOver')} and the branch general meeting having passed it${on(open, 'conversionMeeting')}, it is proposed to convert ${DECIDED.conversion(who)}`,
      };
      return `Under the Constitution of the Communist Party of China and ${RULES}, ${why[decision]}. To hear members and masses, the following is made public.`;
    },
    table: 'About those named',
  },
  noticeResult: {
    title: (decision, who) => `Outcome of the public notice: ${DECIDED[decision](who)}`,
    opening: (decision, who, days, workingDays, isCertain) =>
      `From ${days || `${BLANK} to ${BLANK}`} it was made public that it is proposed to decide on ${DECIDED[decision](who)}, for ${isCertain ? '' : 'at least '}${workingDays ?? '____'} working days.`,
    places: mobile =>
      mobile
        ? `Places: the place left ${BLANK}, the place of living ${BLANK} (at the same time).`
        : `Place: ${BLANK}${BLANK}.`,
    during: 'During the notice: ',
    received: ['nothing was reported', '____ reports were received'],
    checked: `What was reported and found: ${BLANK}${BLANK}${BLANK}${BLANK}`,
    result: 'Result: ',
    results: () => ['does not hinder the decision', 'hinders the decision'],
    signature: ['Received by', 'Branch secretary'],
  },
  vote: {
    title: decision =>
      decision === 'conversion'
        ? 'Summary of the votes on conversions'
        : 'Summary of the votes on acceptances',
    unit: branch => `Branch (seal): ${branch}`,
    columns: [
      'Branch meeting',
      'Full members entitled to vote',
      'Present',
      'In favour',
      'Against',
      'Abstained',
      'In writing',
      'Result',
    ],
    passed: { yes: 'passed', no: 'not passed' },
    note: (quorum, majority) =>
      `Secret ballot; several people are discussed and voted on one by one. More than half of those entitled must be present (${article(quorum)}), and more than half of all full members entitled to vote in favour (${article(majority)}); written opinions sent before the meeting count.`,
    signature: ['Branch secretary', 'Scrutineer', 'Teller'],
  },
  archive: {
    title: 'List of papers for the archive',
    person: (name, branch) => `Name: ${name}    Branch: ${branch || BLANK}`,
    columns: ['No.', 'Paper', 'Copies', 'Pages', 'Dated', 'Remarks'],
    permanent: 'own file',
    signature: ['Handed over by', 'Received by', 'Witness', 'Date'],
  },
  training: {
    title: decision =>
      decision === 'activist'
        ? 'Training of activists: sign-in sheet'
        : 'Training of prospective members: sign-in sheet',
    sheet: 'Sign-in sheet',
    head: (days, organization) =>
      `Held by: ${organization}    Days: ${days || BLANK}    Place: ${BLANK}    Class hours: ____`,
    day: number => `day ${number}`,
    halves: [' am', ' pm'],
    signature: ['Head of the class', 'Organizer'],
  },
  roster: {
    title: (organization, year, role) =>
      `${organization} ${year}: ${role === 'nominee' ? 'nominees' : 'activists'}`,
    sheet: { nominee: 'Nominees', reserve: 'Activists' },
    head: organization => `Unit (seal): ${organization}        Date: ${BLANK}`,
    signature: ['In charge', 'Filled in by', 'Phone'],
  },
  letter: {
    title: name => `Enquiry about the family and social relations of ${name}`,
    to: `To the Party organization of ${BLANK}:`,
    born: month => `born ${month}`,
    from: place => `from ${place}`,
    opening: (name, about, standing, rules, of) =>
      `${name}${about.length > 0 ? ` (${about.join(', ')})` : ''} is ${{ prospective: 'a prospective member', nominee: 'a nominee', activist: 'an activist', applicant: 'an applicant' }[standing]} of our unit. Under ${article(of)} of ${RULES}, the political situation of ${rules === 2026 ? 'the main members of the family and important social relations' : 'close kin and main social relations'} is to be known. ${BLANK} is the ${BLANK} of ${name} and lives or worked with you. Please let us know:`,
    asked: [
      '1. attitude to the Party’s theory, line and policies, and conduct;',
      '2. political history, and conduct in great political struggles;',
      '3. respect for discipline, law and public morals;',
      '4. what else should be said.',
    ],
    reply: `Please reply with the seal of the Party organization and a date by ${BLANK}. The paper serves the political review only.`,
    contact: (office, address, phone) => [
      `Reply to: ${address || `${BLANK}${BLANK}${BLANK}`}`,
      `${office}; contact: ${BLANK}; phone: ${phone || BLANK}`,
    ],
    replyTitle: 'Reply',
    askedAbout: 'Name of the person asked about',
    relation: 'Relation',
    of: name => `of ${name}:`,
    politics: 'Political status',
    questions: [
      'Political attitude and conduct',
      'Political history',
      'Discipline and law',
      'What else should be said',
    ],
    replyUnit: 'Replying unit',
    sign: '(seal)    By: ________    Date: ________',
  },
  opinions: {
    title: 'Opinions on a listing as prospective member',
    boxes: ['Party group', 'Contacts', 'Members\nasked ____\nagreed ____', 'Masses\nasked ____\nagreed ____'],
    sign: 'Signed:                    Date:',
  },
  talks: {
    title: 'Minutes of a talk for opinions',
    about: 'About',
    time: 'Time',
    place: 'Place',
    chair: 'Chair',
    clerk: 'Minutes by',
    present: 'Present',
    said: 'What was said',
    signed: 'Signatures of those present',
    note: 'The person stays away; members and representatives of the masses take part.',
  },
  overview: {
    title: (organization, year) => `${organization} ${year}: plan at a glance`,
    places: 'Places and people',
    count: count => quantity(count),
    placeColumns: ['Category', 'Places', 'Nominees', 'Reserves', 'Remarks'],
    structure: 'Structure',
    structureColumns: ['Requirement', 'Demand', 'Heads', 'Planned', 'Now'],
    steps: 'Steps',
    stepColumns: ['When', 'Step', 'Owner', 'Done'],
  },
};

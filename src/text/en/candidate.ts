import type { GroupTexts } from '../rule-texts.ts';
import { dated, known, step, when } from './steps.ts';
import { count, list, people, person } from './words.ts';

export const candidate: GroupTexts<'candidate'> = {
  'candidate/no-category': {
    title: 'No category',
    demand:
      'Where the quota is divided into categories, each person has one (or a slot): else nobody knows where they belong.',
    message: ({ people: who, nominees }) =>
      `${who.length} without a category${nominees > 0 ? ` (${nominees} of them nominees)` : ''} stand in no slot and no reserve: ${people(who)}`,
    remedy: ({ categories }, key) =>
      `write for each of them ${key.put('candidates.candidates.category', categories[0]!.id)}${categories.length > 1 ? ` (or another of ${list(categories.map(({ id }) => id))})` : ''}; or give the categories a condition, such as ${key.put('plan.quota.categories.where', key.inSheet ? '职业=农民、牧民' : '{ occupation: [farmer, herder] }')}`,
  },
  'candidate/category-read': {
    title: 'A category called otherwise',
    demand:
      'The roster calls the categories of the quota as the plan does. One that differs by a word like members or people is taken for the only one that it can be, and that is said.',
    message: ({ written, category, people: who }) =>
      `category "${written}" is read as "${category}": ${people(who)}`,
    remedy: ({ category }, key) =>
      `nothing to do if that is right; write ${key.put('candidates.candidates.category', category)} to call it as the plan does`,
  },
  'candidate/no-activist-date': {
    title: 'No date of becoming an activist',
    demand:
      'Of nominees and reserves the roster says since when they are activists: else nobody knows whether their year of cultivation is full. Told of people who have no such date where others on the roster do.',
    message: ({ people: who, nominees }) =>
      `${who.length} without the date on which they became activists${nominees > 0 && nominees < who.length ? ` (${nominees} of them nominees)` : ''}; their year of cultivation was not checked, and they count as no reserve: ${people(who)}`,
    remedy: (_, key) =>
      `look it up in the file and add it, such as ${key.put('candidates.candidates.events.activist', '2025-06-01')}; whoever is no activist yet is neither nominee nor reserve`,
  },
  'candidate/no-candidate': {
    title: 'No candidate any more',
    demand:
      'Who was admitted before the year is none of its nominees. Of a remark that somebody has left, is cancelled, was admitted or is put off the clerk is asked; all figures count the person.',
    message: ({ person: who, why, said, attribute, year, nominee }) =>
      ({
        admitted: `${person(who)} was admitted ${when(said)}, and is no nominee of ${year}`,
        stage: `${person(who)} is given the stage "${said}" without a day of admission in ${year}, and is listed as nominee`,
        remark: `${attribute === '' ? 'a remark' : `"${attribute}"`} on ${person(who)} says "${said}"; ${nominee ? 'counted as a nominee' : 'counted'} all the same`,
      })[why],
    remedy: ({ why, year }, key) =>
      why === 'remark'
        ? 'delete who is no longer on the roster or a member already; write role: reserve for who waits for another year; else leave it'
        : `delete the person and nominate another; if the admission is of ${year}, write its day under ${key('candidates.candidates.events.branchMeeting')}`,
  },
  'candidate/unknown-slot': {
    title: 'No such slot',
    demand: 'People are listed for slots that the quota has: category id and number, as in farmer-1.',
    message: ({ person: who, slot }) =>
      `${person(who)} is listed for slot "${slot}", which the plan does not have`,
    remedy: ({ nearest, categories }) =>
      `${nearest ? `did you mean "${nearest}"? ` : ''}there are: ${list(categories.map(({ id, count }) => (count > 1 ? `${id}-1 to ${id}-${count}` : `${id}-1`)))}`,
  },
  'candidate/duplicate': {
    title: 'On the roster twice',
    demand:
      'A person stands on the roster once. The same ID number is the same person; the same name and birth date probably are, or where a birth date is missing the same name, gender and day of becoming an activist.',
    message: ({ person: who, first, certain, withoutBirth }) =>
      certain
        ? `${person(who)} has the ID number of ${person(first)} in line ${first.line}: they are one person`
        : `${person(who)} has the ${withoutBirth ? 'name, gender and day of becoming an activist' : 'name and birth date'} of ${person(first)} in line ${first.line}: probably one person`,
    remedy: ({ certain }) =>
      certain
        ? 'keep one entry, or correct the ID number'
        : 'keep one entry; if they are two people, fill in the ID number of each',
  },
  'candidate/id-number-invalid': {
    title: 'Impossible ID number',
    demand:
      'ID numbers have 18 digits: the birth date in them exists and the check digit fits the other 17 (GB 11643); numbers of 15 digits are out of use.',
    message: ({ person: who, why }) =>
      `the ID number of ${person(who)} ${{ date: 'has a birth date that does not exist or lies ahead', 'check-digit': 'has a check digit that does not fit: some digit is wrong', old: 'is an old one of 15 digits, out of use' }[why]}`,
    remedy: ({ why }) =>
      why === 'old' ? 'use the number of 18 digits' : 'compare it with the identity card',
  },
  'candidate/phone-digits': {
    title: 'Mobile number of the wrong length',
    demand:
      'Mobile numbers have 11 digits, not counting the country code 86; one of another length reaches nobody, which shows only when somebody is to be told something.',
    message: ({ person: who, digits, need }) =>
      `the phone of ${person(who)} looks like a mobile number and has ${digits} digits, where these have ${need}`,
    remedy: () => 'ask the person and correct it',
  },
  'candidate/id-number-disagrees': {
    title: 'Differs from the ID number',
    demand:
      'Birth date and gender agree with the ID number: its eight date digits, its 17th digit (odd for men, even for women).',
    message: ({ person: who, field, stated, inNumber }) =>
      field === 'birth'
        ? `${person(who)} is said to be born ${when(stated)}, by the ID number ${when(inNumber)}`
        : `${person(who)} is said to be ${stated}, by the ID number ${inNumber}`,
    remedy: ({ field, inNumber }, key) =>
      `compare the identity card: if the number is right write ${key.put(`candidates.candidates.${field}`, inNumber)}, else correct the number`,
  },
  'candidate/underage': {
    title: 'Not yet 18',
    demand:
      'Applicants are 18 full years old; where there is no date of the application the age on the day for ages counts.',
    message: ({ person: who, birth, age, need, on, applied }) =>
      age < 0
        ? `the birth date of ${person(who)} (${known(birth)}) is later than ${applied ? 'the application' : 'the day for ages'} (${known(on)})`
        : `${person(who)}, born ${known(birth)}, is ${age} ${applied ? `at the application (${known(on)})` : `on the day for ages (${known(on)})`}, not ${need}`,
    remedy: ({ age, need }) =>
      age < 0
        ? 'compare the two dates and correct the wrong one'
        : `correct the date if it is wrong; otherwise a new application is needed at ${need}`,
  },
  'candidate/stage-disagrees': {
    title: 'Stage and dates disagree',
    demand:
      'The stage, where it is written, agrees with the dates of the steps; otherwise it follows from them.',
    message: ({ person: who, stated, event, date, why }) =>
      `${person(who)} is given the stage "${stated}", but "${step(event)}" ${
        why === 'missing'
          ? 'has no date'
          : why === 'beyond'
            ? `is dated (${known(date)})`
            : `(${known(date)}) is still to come`
      }`,
    remedy: ({ why, shown }, key) =>
      why === 'beyond'
        ? `write ${key.put('candidates.candidates.stage', shown)}, or correct the date`
        : why === 'missing'
          ? 'fill in the date, or correct the stage'
          : 'check stage and date',
  },
  'candidate/date-order': {
    title: 'Dates run backwards',
    demand:
      'The dates of the steps follow the procedure, and nothing ends before it begins. Where only the flow chart has an order and the Rules leave it open it is merely said.',
    message: ({ person: who, before, later, order }) =>
      order === 'period'
        ? `${person(who)}: ${step(later.step)} begins ${when(before.date)} and ends ${when(later.date)}`
        : `${person(who)}: ${dated(later)} is before ${dated(before)}`,
    remedy: ({ order }) =>
      order === 'period'
        ? 'check both dates'
        : order === 'chart'
          ? 'the Rules leave the order of these two open; nothing to do if the dates are right'
          : 'check both dates; if the steps were really taken in this order, report it to the committee and never alter a date',
  },
  'candidate/step-missing': {
    title: 'Necessary step missing',
    demand:
      'Nobody is admitted without political review, training and preliminary review (but for special cases of the training); the listing (since 11 May 2026 after a notice), the review by the branch committee, the form, the branch meeting and the talk of the committee are as necessary. Told of people who were approved and have no date of one that others on the roster have.',
    message: ({ person: who, step: name, date, of }) =>
      `${person(who)} was ${of === 'approval' ? 'approved' : 'approved as a full member'} ${when(date)}, the roster has no date of this step: ${step(name)}`,
    remedy: ({ excepts }) =>
      excepts
        ? 'fill in the date; for a special case without training add a waiver'
        : 'fill in the date; if it was not done report it to the committee and never make it up',
  },
  'candidate/mobile-notice': {
    title: 'Mobile person without notices at both places',
    demand:
      'Since 11 May 2026 mobile people have the notice before their listing at the place they left and at the one they live in, at the same time.',
    message: ({ person: who, places }) =>
      places.length > 0
        ? `${person(who)} is a mobile person and has a notice at "${places[0]}" only`
        : `${person(who)} is a mobile person; where the notice was posted is not given`,
    remedy: () => 'post it at both places and name them: places: [place left, place lived in]',
  },
  'candidate/contacts': {
    title: 'Cultivation contacts',
    demand:
      'Each activist has one or two full members as contacts, not the same one twice, not the activist.',
    message: ({ person: who, why, name, have, max }) =>
      ({
        none: `${person(who)} has no cultivation contact`,
        'too-many': `${person(who)} has ${count(have, 'cultivation contact')}, at most ${max} allowed`,
        repeated: `contact "${name}" of ${person(who)} is named more than once`,
        self: `${person(who)} is named as the own contact`,
        'not-full': `contact "${name}" of ${person(who)} is on the roster as no full member yet`,
      })[why],
    remedy: ({ why, min, max }) =>
      ({
        none: `assign ${min} to ${max} full members and name them`,
        'too-many': `decide on ${max} of them`,
        repeated: 'remove one; tell two people of the same name apart by a remark behind the name',
        self: 'name a full member; tell people of the same name apart by a remark behind the name',
        'not-full':
          'name a full member; tell somebody else of the same name apart by a remark behind the name',
      })[why],
  },
  'candidate/introducers': {
    title: 'Introducers',
    demand:
      'A prospective member has two full members as introducers, not the same one twice, not the candidate; judged from the step of assigning them on.',
    message: ({ person: who, why, name, have, need }) =>
      ({
        'too-few': `${person(who)} has ${count(have, 'introducer')}, ${need} needed`,
        'too-many': `${person(who)} has ${count(have, 'introducer')}, ${need} needed`,
        repeated: `introducer "${name}" of ${person(who)} is named more than once`,
        self: `${person(who)} is named as the own introducer`,
        'not-full': `introducer "${name}" of ${person(who)} is on the roster as no full member yet`,
      })[why],
    remedy: ({ why, need }) =>
      ({
        'too-few': `name ${need} full members, normally the contacts`,
        'too-many': `decide on ${need} of them`,
        repeated: 'remove one; tell two people of the same name apart by a remark behind the name',
        self: 'name a full member; tell people of the same name apart by a remark behind the name',
        'not-full':
          'name a full member; tell somebody else of the same name apart by a remark behind the name',
      })[why],
  },
};

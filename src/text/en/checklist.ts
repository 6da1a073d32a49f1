import type { ChecklistTexts } from '../checklist-texts.ts';
import { step as stepName } from './steps.ts';
import { count, fullDate } from './words.ts';

export const checklist: ChecklistTexts = {
  title: (organization, year) => `${organization}: papers for new Party members, ${year}`,
  asOf: iso => `as of ${fullDate(iso)}`,
  notKept: 'The roster records no papers; fill in materials to have them checked.',
  nothing: 'Nothing to list.',
  role: { nominee: 'nominee', reserve: 'reserve' },
  stage: stage => stage ?? '',
  person: (name, id, role, slot, stage) =>
    `${name} (${[id, role, slot, stage].filter(part => part !== '').join(', ')})`,
  columns: {
    papers: ['Paper', 'State', 'Dates', 'Due', 'Collected by'],
    slots: ['Slot', 'Name', 'Role', 'In', 'Missing'],
    steps: ['Paper', 'Still lacking'],
  },
  status: {
    in: 'in',
    partial: 'partly',
    missing: 'missing',
    'not-applicable': 'not needed',
    unknown: 'unknown',
  },
  partial: (have, need) => `${have} of ${need}`,
  state: (state, urgency) => state + (urgency && ` (${urgency})`),
  list: items => items.join(', '),
  urgency: { overdue: 'overdue', soon: 'within 30 days', later: '' },
  next: (step, earliest, latest, urgency) => {
    const bounds = [earliest && `from ${fullDate(earliest)}`, latest && `by ${fullDate(latest)}`, urgency];
    const known = bounds.filter(part => part !== '').join(', ');
    return `Next: ${stepName(step)}${known && ` (${known})`}`;
  },
  slotsHeading: 'Papers by slot',
  step: (name, due, owner, urgency) =>
    `${name}${due && `: by ${fullDate(due)}`}${owner && `, ${owner}`}${urgency && ` (${urgency})`}`,
  nobody: 'nobody',
  vacant: 'vacant',
  summary: (people, missing, overdue) =>
    missing === 0
      ? `All papers of ${count(people, 'nominee')} are in.`
      : `${count(people, 'nominee')} lack ${count(missing, 'paper')}${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`,
};

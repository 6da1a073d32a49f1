import { type Decision, STEPS_OF } from '../../../facts/procedure/decisions.ts';
import type { Part, PrintDocument } from '../../print/model.ts';
import { openClaims, unproven } from './claims.ts';
import {
  BY_HAND,
  branchesOf,
  flush,
  lacksCommittee,
  type PaperContext,
  paperOf,
  paragraphs,
  type Sheet,
} from './paper.ts';
import { rulesFor } from './people-concerned.ts';
import { type PersonField, peopleTable } from './person-fields.ts';

const BASIC: PersonField[] = ['number', 'name', 'gender', 'ethnicity', 'birth', 'education', 'position'];

const FIELDS: Record<Decision, PersonField[]> = {
  activist: [...BASIC, 'application', 'activist', 'contacts'],
  prospective: [...BASIC, 'application', 'activist', 'contacts'],
  acceptance: [...BASIC, 'branch', 'introducers', 'branchMeeting', 'approval', 'probation'],
  conversion: [...BASIC, 'branch', 'branchMeeting', 'probation'],
};

const KEPT: ReadonlySet<PersonField> = new Set([
  'gender',
  'ethnicity',
  'birth',
  'education',
  'activist',
  'approval',
]);

/**
 * The report by which a decision is filed (steps 4, 8, 18), with the list of people. A branch reports to the committee, a sheet
 * each; since 2026 it asks the committee to agree before somebody is listed. The committee files admissions with the county.
 */
export function filingPaper(context: PaperContext): PrintDocument {
  const { facts, people, decision } = context;
  const byCommittee = decision === 'acceptance' || decision === 'conversion';
  const groups = byCommittee ? [[facts.plan.organization.name, [...people]] as const] : branchesOf(people);
  return paperOf(
    groups.map(([issuer, own]) => filingSheet(issuer, own, byCommittee, context)),
    context,
    { style: 'official' },
  );
}

function filingSheet(
  issuer: string,
  people: readonly PaperContext['people'][number][],
  byCommittee: boolean,
  { facts: { plan }, decision, texts }: PaperContext,
): Sheet {
  const open = openClaims(unproven(plan, 'filing', decision, people));
  const { filing, who, blankDate, blankBranch, blankSuperior, listName } = texts.stepPapers;
  const rules = rulesFor(plan, people[0], STEPS_OF[decision].filing);
  const names = who(people.map(({ name }) => name));
  const meeting = filing.meeting(lacksCommittee(plan, issuer));
  const to = byCommittee ? (plan.organization.superior ?? blankSuperior) : plan.organization.name;
  const table: Part = {
    kind: 'table',
    name: listName,
    rowHeight: BY_HAND,
    ...peopleTable(plan, people, FIELDS[decision], texts, KEPT),
  };
  return {
    title: filing.title(decision, names, rules),
    parts: [
      flush(`${to}：`),
      ...paragraphs(...filing.body(decision, names, rules, meeting, open)),
      table,
      ...paragraphs(filing.closing(decision, rules)),
      { kind: 'issuer', organization: issuer || blankBranch, date: blankDate },
    ],
  };
}

import type { Part, PrintDocument } from '../../print/model.ts';
import { BY_HAND, type PaperContext, paperOf, paragraphs } from './paper.ts';
import { type PersonField, peopleTable } from './person-fields.ts';

const COMMON: PersonField[] = [
  ...(['number', 'name', 'gender', 'ethnicity', 'birth', 'education', 'position'] as const),
  ...(['application', 'activist', 'contacts', 'branch'] as const),
];

/** The rosters for printing: at most fourteen columns, so that the type stays readable. */
const FIELDS: Record<'nominee' | 'reserve', PersonField[]> = {
  nominee: [...COMMON, 'prospective', 'category', 'remarks'],
  reserve: [...COMMON, 'category', 'remarks'],
};

const KEPT: ReadonlySet<PersonField> = new Set(['gender', 'ethnicity', 'birth', 'education', 'remarks']);

/** The rosters of nominees and of reserves as they are handed in, with the unit's seal and who filled them in. */
export function rosterPaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { plan } = facts;
  const { roster } = texts.stepPapers;
  const sheets = (['nominee', 'reserve'] as const)
    .map(role => ({ role, own: people.filter(person => person.role === role) }))
    .filter(({ own }) => own.length > 0)
    .map(({ role, own }) => ({
      title: roster.title(plan.organization.name, plan.year, role),
      parts: [
        ...paragraphs(roster.head(plan.organization.name)),
        {
          kind: 'table',
          name: roster.sheet[role],
          rowHeight: BY_HAND,
          ...peopleTable(plan, own, FIELDS[role], texts, KEPT),
        },
        { kind: 'signature', labels: [...roster.signature] },
      ] satisfies Part[],
    }));
  return paperOf(sheets, context, { style: 'sheet', orientation: 'landscape' });
}

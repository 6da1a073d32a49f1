import type { PrintDocument } from '../../print/model.ts';
import { openClaims, unproven } from './claims.ts';
import { BY_HAND, branchesOf, flush, type PaperContext, paperOf, paragraphs } from './paper.ts';
import { rulesFor } from './people-concerned.ts';
import { type PersonField, peopleTable } from './person-fields.ts';

const FIELDS: PersonField[] = [
  ...(['number', 'name', 'gender', 'ethnicity', 'birth', 'education'] as const),
  ...(['activist', 'prospective', 'politicalReview', 'training', 'introducers'] as const),
];

const KEPT: ReadonlySet<PersonField> = new Set(['prospective', 'politicalReview', 'training', 'introducers']);

/** The request of a branch for the preliminary review (step 13), a sheet a branch. */
export function preReviewPaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { plan } = facts;
  const { preReview, who, listName, blankBranch, blankDate } = texts.stepPapers;
  const sheets = branchesOf(people).map(([branch, own]) => {
    const names = who(own.map(({ name }) => name));
    const open = openClaims(unproven(plan, 'pre-review', 'prospective', own));
    return {
      title: preReview.title(names),
      parts: [
        flush(`${plan.organization.name}：`),
        ...paragraphs(...preReview.body(names, open)),
        {
          kind: 'table' as const,
          name: listName,
          rowHeight: BY_HAND,
          ...peopleTable(plan, own, FIELDS, texts, KEPT),
        },
        ...paragraphs(preReview.closing),
        {
          kind: 'attachments' as const,
          label: texts.papers.document.attachments,
          names: [...preReview.attachments],
        },
        { kind: 'issuer' as const, organization: branch || blankBranch, date: blankDate },
      ],
    };
  });
  return paperOf(sheets, context, { style: 'official' });
}

/** The committee's written result of the preliminary review, a sheet a branch, each person with boxes to tick. */
export function preReviewReplyPaper(context: PaperContext): PrintDocument {
  const { facts, people, texts } = context;
  const { plan } = facts;
  const {
    preReviewReply: reply,
    preReview,
    who,
    listName,
    blankBranch,
    blankDate,
    fields,
    box,
  } = texts.stepPapers;
  const sheets = branchesOf(people).map(([branch, own]) => {
    const names = who(own.map(({ name }) => name));
    const rules = rulesFor(plan, own[0], 'preReview');
    const months = plan.norms.find('meeting', plan.asOf)?.value;
    return {
      title: reply.title(names),
      parts: [
        flush(`${branch || blankBranch}：`),
        ...paragraphs(reply.opening(preReview.title(names), rules)),
        {
          kind: 'table' as const,
          name: listName,
          rowHeight: 11,
          columns: [fields.number, fields.name, reply.result, reply.reason].map(title => ({ title, min: 6 })),
          rows: own.map(({ name }, index) =>
            [String(index + 1), name, reply.results.map(result => box(false, result)).join('　'), ''].map(
              text => ({ text }),
            ),
          ),
        },
        ...paragraphs(...reply.closing(months)),
        { kind: 'issuer' as const, organization: plan.organization.name, date: blankDate },
      ],
    };
  });
  return paperOf(sheets, context, { style: 'official' });
}

import { isoOf } from '../../../values/day.ts';
import { amountText } from '../../../values/share.ts';
import type { Part, PrintDocument } from '../../print/model.ts';
import { byDate } from '../schedule.ts';
import { whenSaid } from '../when.ts';
import { BY_HAND, type PaperContext, paperOf } from './paper.ts';

/** The year's plan on one sheet (年度计划一览表): places and who is listed for them, the structure asked for, the steps. */
export function overviewPaper(context: PaperContext): PrintDocument {
  const { facts, texts } = context;
  const { plan } = facts;
  const { overview } = texts.stepPapers;
  return paperOf(
    [
      {
        title: overview.title(plan.organization.name, plan.year),
        parts: [
          ...places(context),
          ...structure(context),
          ...steps(context),
          { kind: 'signature', labels: [...texts.papers.signature] },
        ],
      },
    ],
    context,
    { style: 'sheet' },
  );
}

function places({ facts: { plan, reserves }, texts }: PaperContext): Part[] {
  const { overview, list, fields } = texts.stepPapers;
  const categories = plan.quota?.categories ?? [];
  if (categories.length === 0) return [];
  const rows = categories.map(({ id, name, count }, index) => {
    const slots = reserves.slots.filter(({ slot }) => slot.category.id === id);
    return [
      String(index + 1),
      name,
      overview.count(count),
      list(slots.flatMap(({ nominees }) => nominees.map(person => person.name))),
      list(slots.flatMap(({ reserves: people }) => people.map(person => person.name))),
      '',
    ];
  });
  return [
    { kind: 'heading', level: 2, text: overview.places },
    {
      kind: 'table',
      name: overview.places,
      rowHeight: BY_HAND,
      columns: [fields.number, ...overview.placeColumns].map(title => ({ title, min: 6 })),
      rows: rows.map(row => row.map(text => ({ text }))),
    },
  ];
}

function structure({ facts, texts }: PaperContext): Part[] {
  const { overview, fields } = texts.stepPapers;
  const { document } = texts.papers;
  if (facts.structure.length === 0) return [];
  const hasPlanned = facts.structure.some(({ requirement }) => requirement.planned !== undefined);
  const [name, demand, heads, planned, now] = overview.structureColumns;
  return [
    { kind: 'heading', level: 2, text: overview.structure },
    {
      kind: 'table',
      name: overview.structure,
      columns: [fields.number, name!, demand!, heads!, ...(hasPlanned ? [planned!] : []), now!].map(
        title => ({
          title,
          min: 6,
        }),
      ),
      rows: facts.structure.map(({ requirement, accepted, counted }, index) =>
        [
          String(index + 1),
          requirement.name,
          texts.report.structure.demand(requirement.comparator, amountText(requirement.amount)),
          accepted ? document.heads(accepted.min, accepted.max ?? null) : '',
          ...(hasPlanned
            ? [
                requirement.planned === undefined
                  ? ''
                  : document.heads(requirement.planned, requirement.planned),
              ]
            : []),
          String(counted.length),
        ].map(text => ({ text })),
      ),
    },
  ];
}

function steps({ facts: { plan, schedule }, texts }: PaperContext): Part[] {
  const { overview, fields } = texts.stepPapers;
  const { document } = texts.papers;
  if (schedule.steps.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: overview.steps },
    {
      kind: 'table',
      name: overview.steps,
      rowHeight: BY_HAND,
      columns: [fields.number, ...overview.stepColumns].map(title => ({ title, min: 6 })),
      rows: byDate(schedule.steps).map((scheduled, index) => {
        const { step, from, to } = scheduled;
        const days =
          from === undefined || to === undefined ? '' : document.span(isoOf(from), isoOf(to), plan.year);
        return [
          String(index + 1),
          whenSaid(scheduled, texts, plan.year) ?? days,
          step.name,
          step.owner ?? '',
          '',
        ].map(text => ({ text }));
      }),
    },
  ];
}

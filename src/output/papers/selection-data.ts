import type { CheckedPlan, Finding } from '../../rules/check.ts';
import type { JudgedSelection } from '../../rules/selection.ts';
import { messageOf } from '../../text/sentences.ts';
import type { Texts } from '../../text/texts.ts';
import { placeOf } from '../findings/findings.ts';
import { shownPlan } from '../gate.ts';
import { leftOutOf } from './left-out.ts';
import { shownSelection } from './select.ts';

/** `plan-select/v1`, schemas/select-result.schema.json, with what the check says in words. */
export function selectionData(checked: CheckedPlan, selection: JudgedSelection, texts: Texts) {
  const { reasons: found, unmended } = shownSelection(checked, selection);
  const data = (findings: readonly Finding[]) =>
    findings.map(finding => ({
      code: finding.code,
      place: placeOf(finding),
      message: messageOf(finding, texts),
    }));
  return {
    ...selectionResult(selection),
    reasons: data(found),
    unmended: data(unmended),
    leftOut: leftOutOf(shownPlan(checked).findings, texts),
  };
}

export type SelectionData = ReturnType<typeof selectionData>;

function selectionResult(selection: JudgedSelection) {
  const { problem, status, allocation, changes, dropped, resilience } = selection;
  const { conflict, relaxations, additions, shortfalls, competitions } = selection;
  const changed = new Set(changes.map(({ slot }) => slot.id));
  const idOf = (requirement: { id: string } | 'reserve') =>
    requirement === 'reserve' ? requirement : requirement.id;
  return {
    schema: 'plan-select/v1',
    path: problem.plan.path,
    status,
    ...(allocation && {
      selection: allocation.slots.flatMap(({ slot, nominees: [nominee], reserves }) =>
        // A slot may stay open where the quota is a limit.
        nominee
          ? [
              {
                slot: slot.id,
                nominee: nominee.id,
                reserves: reserves.map(({ id }) => id),
                changed: changed.has(slot.id),
              },
            ]
          : [],
      ),
    }),
    changes: changes.map(({ slot, from, to }) => ({ slot: slot.id, from: from?.id ?? null, to: to.id })),
    dropped: dropped.map(({ id }) => id),
    shortfalls: shortfalls.map(each =>
      each.kind === 'category'
        ? {
            kind: each.kind,
            category: problem.seats[each.category]!.category.id,
            need: each.need,
            have: each.have,
          }
        : each.kind === 'too-few'
          ? { kind: each.kind, requirement: each.requirement.id, need: each.need, have: each.have }
          : { kind: each.kind, requirement: each.requirement.id, most: each.most, others: each.others },
    ),
    competitions: competitions.map(({ slots, people, needed }) => ({
      slots: slots.map(({ id }) => id),
      people: people.map(({ id }) => id),
      needed,
    })),
    conflict: conflict.map(idOf),
    relaxations: relaxations.map(({ requirement, bound, from, to }) => ({
      requirement: idOf(requirement),
      bound,
      from,
      to,
    })),
    additions: additions.map(({ category, where, count }) => ({ category, where, count })),
    ...(resilience && {
      resilience: resilience.slots.map(({ slot, nominee, substitutes, safe }) => ({
        slot: slot.id,
        nominee: nominee.id,
        substitutes: substitutes.map(({ id }) => id),
        safe,
      })),
      pairs: resilience.pairs,
    }),
  };
}

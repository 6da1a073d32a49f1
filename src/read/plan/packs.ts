import type { PackFile } from '../../generated/types.ts';
import { maskPersonal } from '../../model/personal.ts';
import type { Place } from '../../model/place.ts';
import type { LocalCondition } from '../../model/plan.ts';
import {
  documentOf,
  historyOf,
  type LocalNorm,
  NATIONAL,
  type NormId,
  Norms,
  normIds,
  type SourceDocument,
  tighterWay,
  unitOf,
} from '../../norms/norms.ts';
import { dayOf, parseDay } from '../../values/day.ts';
import { nearest } from '../../values/nearest.ts';
import { dirname, join } from '../../values/path.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { type Files, readBytes } from '../files.ts';
import type { Problems } from '../problem.ts';

/** The pack that comes with the tool: the optional norms that most counties have, with the value that is usual. */
const COMMON = 'common';

/** What the packs of a plan amount to. */
export interface LocalRules {
  norms: Norms;
  conditions: LocalCondition[];
}

export const NO_PACKS: LocalRules = { norms: NATIONAL, conditions: [] };

/** Reads the packs that a plan names, relative to its file; what is wrong with them goes to `problems`. */
export async function loadPacks(
  names: readonly (string | null)[],
  planFile: string,
  files: Files,
  problems: Problems,
): Promise<LocalRules> {
  const local: LocalNorm[] = [];
  const conditions: LocalCondition[] = [];
  for (const name of names) {
    if (name === null) continue;
    if (name === COMMON) {
      local.push(...commonNorms());
      continue;
    }
    const path = join(dirname(planFile), name);
    const bytes = readBytes(files, path, problems);
    const document = bytes && (await readDocument<PackFile>('pack', path, bytes, problems));
    if (!document) continue;
    const own = rulesOf(document, problems);
    local.push(...own.local);
    conditions.push(...own.conditions);
  }
  return local.length + conditions.length === 0 ? NO_PACKS : { norms: new Norms(local), conditions };
}

/** The norms and conditions of one pack; a norm that would loosen a regulation is refused. */
export function rulesOf(
  { value, place }: ReadDocument<PackFile>,
  problems: Problems,
): { local: LocalNorm[]; conditions: LocalCondition[] } {
  const from = value.effective === undefined ? undefined : parseDay(value.effective);
  const document: SourceDocument = {
    id: 'pack',
    zh: maskPersonal(value.name + (value.number ? `（${value.number}）` : '')),
    en: maskPersonal(value.name + (value.number ? ` (${value.number})` : '')),
    number: value.number,
    effective: value.effective,
  };
  const local = (value.norms ?? []).flatMap((norm, index) => {
    const at = place.at('norms', index);
    if (norm === null || !isAcceptable(norm, at, problems)) return [];
    return [{ id: norm.norm as NormId, value: norm.value, article: norm.article, document, from }];
  });
  const conditions = (value.conditions ?? [])
    .filter(condition => condition !== null)
    .map(({ id, name, where, when, severity, article }) => ({
      id,
      name,
      where,
      when,
      severity: severity ?? ('warning' as const),
      norm: {
        id: 'plan-consistency' as const,
        standing: 'local' as const,
        document,
        article,
        certainty: 'text' as const,
        from: from ?? dayOf(1949, 10, 1)!,
      },
    }));
  return { local, conditions };
}

function isAcceptable(
  { norm, value }: NonNullable<PackFile['norms']>[number],
  place: Place,
  problems: Problems,
): boolean {
  if (!normIds.includes(norm as NormId)) {
    problems.add('pack/unknown-norm', place.at('norm'), { norm, nearest: nearest(norm, normIds) });
    return false;
  }
  const id = norm as NormId;
  const way = tighterWay(id);
  // Every text that may apply to a plan counts: a pack must not loosen the one in force only next year.
  const inForce = historyOf(id).filter(({ standing }) => standing === 'regulation' || standing === 'general');
  for (const { value: own, most } of inForce) {
    if (own === undefined || value === undefined) continue;
    // A minimum may have an upper limit of its own: one or two contacts.
    const beyond = way === 'more' && most !== undefined && value > most;
    if (!beyond && !loosens(value, own, way)) continue;
    problems.add('pack/loosens', place.at('value'), {
      norm,
      value,
      inForce: beyond ? most : own,
      unit: unitOf(id) ?? '',
      way: beyond ? 'less' : (way ?? ''),
    });
    return false;
  }
  return true;
}

const loosens = (value: number, own: number, way: 'more' | 'less' | undefined): boolean =>
  way === 'more' ? value < own : way === 'less' ? value > own : value !== own;

function commonNorms(): LocalNorm[] {
  return normIds.flatMap(id => {
    const optional = historyOf(id).find(
      ({ standing, common }) => standing === 'optional' && common !== false,
    );
    return optional ? [{ id, value: optional.value, document: documentOf(optional.document) }] : [];
  });
}

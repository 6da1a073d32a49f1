import type { PackFile, PlanFile, Requirement } from '../../generated/types.ts';
import { maskPersonal } from '../../model/personal.ts';
import type { Place } from '../../model/place.ts';
import type { LocalCondition, RequiredStep } from '../../model/plan.ts';
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
import { type Day, dayOf, parseDay, yearEndOf } from '../../values/day.ts';
import { nearest } from '../../values/nearest.ts';
import { dirname, namedIn } from '../../values/path.ts';
import { type ReadDocument, readDocument } from '../document.ts';
import { type Files, liesWithin, readBytes, reportUnreadable } from '../files.ts';
import { Problems } from '../problem.ts';

/** The pack that comes with the tool: the optional norms that most counties have, with the value that is usual. */
const COMMON = 'common';

type Reserve = NonNullable<PlanFile['reserve']>;

/** A part of a pack with the place where it stands. */
export interface At<T> {
  value: T;
  place: Place;
}

/** What the packs of a plan amount to. */
export interface LocalRules {
  norms: Norms;
  conditions: LocalCondition[];
  structure: At<Requirement>[];
  materials: At<NonNullable<PlanFile['materials']>[number]>[];
  steps: RequiredStep[];
  reserves: At<Reserve>[];
  /** colours of inactive branches; of several packs the last */
  branches: PackFile['branches'];
  holidays: Day[];
  workdays: Day[];
}

/** The parts of one pack. */
type OwnRules = Omit<LocalRules, 'norms'> & { local: LocalNorm[] };

const NO_PACKS: LocalRules = joined([]);

/** A pack named by a plan or its county, with the file from which the name is relative. */
export interface PackName {
  name: string | null;
  beside: string;
}

/** Reads the packs of a plan of a year; what is wrong with them goes to `problems`. */
export async function loadPacks(
  names: readonly PackName[],
  year: number,
  files: Files,
  problems: Problems,
): Promise<LocalRules> {
  const found: OwnRules[] = [];
  for (const { name, beside } of names) {
    if (name === null) continue;
    if (name === COMMON) {
      found.push({ ...NOTHING, local: commonNorms() });
      continue;
    }
    const path = namedIn(dirname(beside), name);
    const document = await readPack(path, dirname(beside), files, problems);
    if (document) found.push(rulesOf(document, problems, year));
  }
  return found.length === 0 ? NO_PACKS : joined(found);
}

const NOTHING: OwnRules = {
  local: [],
  conditions: [],
  structure: [],
  materials: [],
  steps: [],
  reserves: [],
  branches: undefined,
  holidays: [],
  workdays: [],
};

/** Several packs together. */
export function joined(packs: readonly OwnRules[]): LocalRules {
  const local = packs.flatMap(pack => pack.local);
  return {
    norms: local.length === 0 ? NATIONAL : new Norms(local),
    conditions: packs.flatMap(pack => pack.conditions),
    structure: packs.flatMap(pack => pack.structure),
    materials: packs.flatMap(pack => pack.materials),
    steps: packs.flatMap(pack => pack.steps),
    reserves: packs.flatMap(pack => pack.reserves),
    branches: packs.findLast(pack => pack.branches)?.branches,
    holidays: packs.flatMap(pack => pack.holidays),
    workdays: packs.flatMap(pack => pack.workdays),
  };
}

/** A pack may lie anywhere; but of a file elsewhere that is none, nothing is quoted: a plan could name any file of the machine. */
async function readPack(
  path: string,
  folder: string,
  files: Files,
  problems: Problems,
): Promise<ReadDocument<PackFile> | undefined> {
  const bytes = readBytes(files, path, problems);
  if (!bytes) return undefined;
  if (liesWithin(folder, path, files)) return readDocument<PackFile>('pack', path, bytes, problems);
  const own = new Problems(undefined, files.limits);
  const document = await readDocument<PackFile>('pack', path, bytes, own);
  if (document && own.all.every(({ code }) => code === 'input/encoding')) return document;
  reportUnreadable(path, 'no-pack', problems);
  return undefined;
}

/**
 * What one pack asks of a plan of a year: norms by their dates, refused where they would loosen a regulation, and all else from
 * the year on in which the pack takes effect.
 */
export function rulesOf(
  { value, place }: ReadDocument<PackFile>,
  problems: Problems,
  year: number,
): OwnRules {
  const from = value.effective === undefined ? undefined : parseDay(value.effective);
  const document: SourceDocument = {
    id: 'pack',
    // What a finding cites is no argument of it, and does not pass with them.
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
      norm: { ...PLAN_NORM, document, article, from: from ?? PLAN_NORM.from },
    }));
  if (from !== undefined && from > yearEndOf(year)) return { ...NOTHING, local, conditions };
  const days = (texts: readonly string[] | undefined) =>
    (texts ?? []).flatMap(text => (text === null ? [] : (parseDay(text) ?? [])));
  return {
    local,
    conditions,
    structure: listed(value.structure, place.at('structure')),
    materials: listed(value.materials, place.at('materials')),
    steps: (value.steps ?? [])
      .filter(kind => kind !== null)
      .map(kind => ({ kind, norm: { ...PLAN_NORM, document, from: from ?? PLAN_NORM.from } })),
    reserves: value.reserve ? [{ value: value.reserve, place: place.at('reserve') }] : [],
    branches: value.branches,
    holidays: days(value.holidays),
    workdays: days(value.workdays),
  };
}

const PLAN_NORM = {
  id: 'plan-consistency' as const,
  standing: 'local' as const,
  certainty: 'text' as const,
  from: dayOf(1949, 10, 1)!,
};

function listed<T>(items: readonly (T | null)[] | undefined, place: Place): At<T>[] {
  return (items ?? []).flatMap((value, index) => (value === null ? [] : [{ value, place: place.at(index) }]));
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
  if (way === undefined) {
    problems.add('pack/not-settable', place.at('norm'), { norm });
    return false;
  }
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
      way: beyond ? 'less' : way,
    });
    return false;
  }
  return true;
}

const loosens = (value: number, own: number, way: 'more' | 'less'): boolean =>
  way === 'more' ? value < own : value > own;

function commonNorms(): LocalNorm[] {
  return normIds.flatMap(id => {
    const optional = historyOf(id).find(
      ({ standing, common }) => standing === 'optional' && common !== false,
    );
    return optional ? [{ id, value: optional.value, document: documentOf(optional.document) }] : [];
  });
}

import type { Person, Plan } from '../model/plan.ts';
import { nodeAt } from '../read/text/source.ts';
import { type Entry, fieldOf, type MapNode } from '../read/yaml/node.ts';

/** A file of the plan with the choice written into it. */
export interface EditedFile {
  path: string;
  before: string;
  after: string;
  edits: readonly Edit[];
}

/** A piece of the text and what takes its place. */
interface Piece {
  start: number;
  end: number;
  text: string;
}

interface Edit extends Piece {
  /** whose entry it is: the number in the roster */
  person: number;
}

/** Why a choice cannot be written: somebody stands in a table, or where no text can be changed. */
export interface Unwritable {
  path: string;
  isTable: boolean;
}

/**
 * The roster's files with the roles and slots of the chosen plan; comments, order and everything else stay as they are,
 * letter for letter. Nothing is written where one of them cannot be.
 */
export function writeChoice(plan: Plan, chosen: Plan): EditedFile[] | Unwritable {
  const edits = new Map<string, { text: string; edits: Edit[] }>();
  for (const [index, person] of plan.people.entries()) {
    const next = chosen.people[index]!;
    if (next.role === person.role && next.slot === person.slot) continue;
    const held = nodeAt(person.place);
    const { file: path, cell } = person.place.locate();
    if (held?.node.kind !== 'map' || cell !== undefined) return { path, isTable: cell !== undefined };
    const { file, node } = held;
    const own = edits.get(file.path) ?? { text: file.text, edits: [] };
    own.edits.push(...editsFor(node, file.text, person, next).map(edit => ({ ...edit, person: index })));
    edits.set(file.path, own);
  }
  return [...edits].map(([path, { text, edits: own }]) => ({
    path,
    before: text,
    after: applied(text, own),
    edits: own,
  }));
}

function editsFor(node: MapNode, text: string, before: Person, next: Person): Piece[] {
  const inserted: string[] = [];
  const edits: Piece[] = [];
  const chinese = /\p{Script=Han}/u.test(node.entries[0]?.key.text ?? '');
  const set = (name: 'role' | 'slot', title: string, value: string | undefined) => {
    const entry = fieldOf(node, name);
    if (entry && value === undefined) edits.push(removal(node, entry, text));
    else if (entry) edits.push({ start: entry.value.start, end: entry.value.end, text: value! });
    else if (value !== undefined) inserted.push(`${chinese ? title : name}: ${value}`);
  };
  // Who says nothing is a reserve already.
  const role = fieldOf(node, 'role');
  const words = role ? /\p{Script=Han}/u.test(text.slice(role.value.start, role.value.end)) : chinese;
  const roleWord = next.role === 'nominee' ? (words ? '拟发展对象' : 'nominee') : words ? '储备' : 'reserve';
  if (next.role !== before.role)
    set('role', '列入方式', role || next.role === 'nominee' ? roleWord : undefined);
  if (next.slot !== before.slot) set('slot', '名额', next.slot);
  if (inserted.length > 0) edits.push(insertion(node, inserted, text));
  return edits;
}

const isFlow = (node: MapNode, text: string): boolean => text[node.start] === '{';

/** Fields go behind what they belong to: the role, the category, the name, or whatever comes first. */
function insertion(node: MapNode, fields: readonly string[], text: string): Piece {
  const anchor =
    ['role', 'slot', 'category', 'name', 'id']
      .map(name => fieldOf(node, name))
      .find(entry => entry !== undefined) ?? node.entries[0]!;
  const { end } = anchor.value;
  if (isFlow(node, text)) return { start: end, end, text: fields.map(field => `, ${field}`).join('') };
  const at = lineEnd(text, end);
  const indent = ' '.repeat(anchor.key.start - lineStart(text, anchor.key.start));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: at, end: at, text: fields.map(field => newline + indent + field).join('') };
}

/** The field with what belongs to it alone: its line, or its comma. */
function removal(node: MapNode, entry: Entry, text: string): Piece {
  const index = node.entries.indexOf(entry);
  if (isFlow(node, text)) {
    const before = node.entries[index - 1];
    if (before) return { start: before.value.end, end: entry.value.end, text: '' };
    const after = node.entries[index + 1];
    return { start: entry.key.start, end: after ? after.key.start : entry.value.end, text: '' };
  }
  const start = lineStart(text, entry.key.start);
  const isAlone = text.slice(start, entry.key.start).trim() === '';
  // The first field stands behind a dash, which has to stay: there the value is left empty.
  if (!isAlone) return { start: entry.value.start, end: entry.value.end, text: '' };
  const end = lineEnd(text, entry.value.end);
  const newline = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
  return { start, end: end + newline, text: '' };
}

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: replacement } of [...edits].sort(
    (a, b) => b.start - a.start || b.end - a.end,
  ))
    result = result.slice(0, start) + replacement + result.slice(end);
  return result;
}

/**
 * What changed, line by line, as `diff` writes it: `-` for lines that go, `+` for lines that come.
 *
 * @param title what stands above the changes of somebody, by line and number in the roster
 */
export function diffLines(
  { path, before, edits }: EditedFile,
  title: (line: number, person: number) => string,
): string[] {
  const told = new Set<number>();
  const once = (line: number, person: number): string[] => {
    if (told.has(person)) return [];
    told.add(person);
    return [title(line, person)];
  };
  return [
    `--- ${path}`,
    `+++ ${path}`,
    ...hunksOf(before, edits).flatMap(hunk => hunkLines(before, hunk, once)),
  ];
}

/** Whole lines that edits touch, and those edits. */
interface Hunk {
  start: number;
  end: number;
  edits: Edit[];
}

function hunksOf(text: string, edits: readonly Edit[]): Hunk[] {
  const hunks: Hunk[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const start = lineStart(text, edit.start);
    const end = lineEnd(text, edit.end);
    const last = hunks.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else hunks.push({ start, end, edits: [edit] });
  }
  return hunks;
}

function hunkLines(
  text: string,
  { start, end, edits }: Hunk,
  titles: (line: number, person: number) => string[],
): string[] {
  const shifted = edits.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const own = text.slice(start, end);
  const gone = own.split(/\r?\n/);
  const come = applied(own, shifted).split(/\r?\n/);
  let number = text.slice(0, start).split('\n').length;
  while (gone.length > 0 && gone[0] === come[0]) {
    gone.shift();
    come.shift();
    number++;
  }
  while (gone.length > 0 && gone.at(-1) === come.at(-1)) {
    gone.pop();
    come.pop();
  }
  const people = [...new Set(edits.map(({ person }) => person))];
  return [
    ...people.flatMap(person => titles(number, person)),
    ...gone.map(line => `-${line}`),
    ...come.map(line => `+${line}`),
  ];
}

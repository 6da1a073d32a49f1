import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { decode } from '../../src/read/text/decode.ts';
import { type Depth, examine, type Folder } from './examine.ts';
import { damaged, encode, mutateText } from './mutations.ts';
import { Random } from './random.ts';

export { examine, runIn } from './examine.ts';

/** Files that a command reads; lines of all others are copied into them. */
const READ = /\.(ya?ml|csv|xlsx)$/;

/** All that is in a folder, by path. */
export function folderOf(path: string): Folder {
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(name => READ.test(name));
  return Object.fromEntries(names.sort().map(name => [name, new Uint8Array(readFileSync(join(path, name)))]));
}

/** The folders under a path that are a plan or a county by themselves. */
function foldersUnder(path: string): string[] {
  if (['plan.yaml', 'county.yaml'].some(name => existsSync(join(path, name)))) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(entry => foldersUnder(join(path, entry.name)));
}

const PLAN_OF_ROSTER = (roster: string) => `year: 2016
organization: { name: 某镇党委 }
quota: { total: 3, categories: [{ id: farmer, name: 农牧民, count: 3 }] }
structure: [{ id: women, name: 女党员, where: { gender: female }, min: 40% }]
reserve: { perSlot: { min: 1 } }
candidates: ${roster}
`;

/** What is changed: all examples and fixtures, and plans whose rosters are workbooks or CSV. */
export function corpus(): Folder[] {
  const folders = ['examples', 'test/fixtures'].flatMap(foldersUnder).map(folderOf);
  const rosters = readdirSync('test/rosters')
    .filter(name => /\.(xlsx|csv)$/.test(name))
    .map(name => ({
      'plan.yaml': strToU8(PLAN_OF_ROSTER(name)),
      [name]: new Uint8Array(readFileSync(join('test/rosters', name))),
    }));
  return [...folders, ...rosters].filter(folder => Object.keys(folder).length > 0);
}

/** Makes inputs: the same for the same number, whatever came before. */
export class Maker {
  private readonly sources: Folder[];
  private readonly lines: string[];

  constructor(sources: Folder[] = corpus()) {
    this.sources = sources;
    this.lines = sources.flatMap(folder =>
      Object.entries(folder).flatMap(([path, bytes]) =>
        /\.ya?ml$/.test(path) ? textOf(bytes).split('\n') : [],
      ),
    );
  }

  /** The input of this number: one or two files of a folder changed. */
  make(number: number): Folder {
    const random = new Random(number);
    const source = random.pick(this.sources);
    const folder = { ...source };
    for (let count = random.once(4) ? 2 : 1; count > 0; count--) {
      const path = random.pick(Object.keys(folder));
      folder[path] = this.changed(path, folder[path]!, random);
    }
    return folder;
  }

  private changed(path: string, bytes: Uint8Array, random: Random): Uint8Array {
    if (path.endsWith('.xlsx'))
      return random.once(8) ? damaged(bytes, random) : changedWorkbook(bytes, random);
    return encode(mutateText(textOf(bytes), random, this.lines), random);
  }
}

function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : '';
}

/** A workbook with a few of its cells, numbers or tags changed. */
function changedWorkbook(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = readable(bytes);
  const names = Object.keys(parts).filter(own => /sheet|shared|styles|workbook\.xml$/.test(own));
  if (names.length === 0) return damaged(bytes, random);
  const name = random.pick(names);
  let xml = strFromU8(parts[name] ?? new Uint8Array());
  for (let count = 1 + random.below(3); count > 0; count--) {
    const tokens = [...xml.matchAll(/(?<=>)[^<>]+(?=<)|(?<=")[^"<>]+(?=")|<[^>]+>/g)];
    if (tokens.length === 0) break;
    const token = random.pick(tokens);
    const by = random.pick([
      '',
      '0',
      '-1',
      '99999999',
      '1e309',
      '不详',
      '2016-02-30',
      '男',
      '13812345678',
      'A1:XFD1048576',
      token[0] + token[0],
    ]);
    xml = xml.slice(0, token.index) + by + xml.slice(token.index + token[0].length);
  }
  return zipSync({ ...parts, [name]: strToU8(xml) }, { mtime: '2016-06-01', level: 1 });
}

function readable(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return { 'xl/workbook.xml': strToU8('<a>b</a>') };
  }
}

/** What is wrong with the answers to an input; what examining throws is a fault as well. */
export async function faultsOf(folder: Folder, depth: Depth): Promise<string[]> {
  try {
    return await examine(folder, depth);
  } catch (error) {
    return [`thrown: ${(error as Error).stack}`];
  }
}

/** The kind of a fault: what it is called before its particulars. */
export const kindOf = (fault: string): string => /^[^:(]*/.exec(fault)![0].trim();

/** The input with as many lines taken out as can be without losing its fault; it is tried some hundred times. */
export async function minimised(folder: Folder, kind: string): Promise<Folder> {
  let tries = 300;
  const still = async (candidate: Folder) => {
    tries--;
    return (await faultsOf(candidate, 'whole')).some(fault => kindOf(fault) === kind);
  };
  let best = folder;
  for (const path of Object.keys(folder)) {
    const { [path]: _left, ...rest } = best;
    if (Object.keys(rest).length > 0 && (await still(rest))) best = rest;
  }
  for (const path of Object.keys(best)) {
    if (!/\.(ya?ml|csv)$/.test(path)) continue;
    for (let size = 64; size >= 1 && tries > 0; size >>= 1)
      for (let at = 0; tries > 0; ) {
        const lines = Buffer.from(best[path]!).toString('latin1').split('\n');
        if (at >= lines.length) break;
        const fewer = {
          ...best,
          [path]: new Uint8Array(Buffer.from(lines.toSpliced(at, size).join('\n'), 'latin1')),
        };
        if (lines.length > size && (await still(fewer))) best = fewer;
        else at += size;
      }
  }
  return best;
}

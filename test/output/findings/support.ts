import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../../../src/cli/run.ts';
import { type Format, formats } from '../../../src/output/findings/index.ts';
import { bytesOf } from '../../support/content.ts';
import { runPlan, type TestOptions, testIo } from '../../support/io.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** What `plan check` writes to standard output. */
export async function report(format: Format, paths: string[], options: TestOptions & { lang?: string } = {}) {
  const { lang = 'zh', ...world } = options;
  const { out } = await runPlan(['check', '-f', format, '--lang', lang, ...paths], { cwd: ROOT, ...world });
  return out;
}

const rendered = new Map<string, Promise<Record<Format, string>>>();

/** All that `plan check` of a folder writes, format by format: one check, which the tests of a worker share. */
export function everyFormat(folder: string, lang = 'zh'): Promise<Record<Format, string>> {
  const key = `${lang} ${folder}`;
  const outputs = rendered.get(key) ?? checkOnce(folder, lang);
  rendered.set(key, outputs);
  return outputs;
}

/** The same of a plan from standard input. */
export function everyFormatOf(plan: string, lang: string): Promise<Record<Format, string>> {
  const key = `${lang} ${plan}`;
  const outputs = rendered.get(key) ?? checkOnce('-', lang, plan);
  rendered.set(key, outputs);
  return outputs;
}

/** The same, checked now. */
export async function checkOnce(folder: string, lang: string, stdin = ''): Promise<Record<Format, string>> {
  const { io } = testIo({ cwd: ROOT, stdin });
  const written: Record<string, string> = {};
  const write: typeof io.files.write = (path, content) => {
    written[path] = new TextDecoder().decode(bytesOf(content));
  };
  const asked = formats.flatMap(format => ['-f', `${format}=${format}`]);
  await run(['check', folder, ...asked, '--lang', lang], { ...io, files: { ...io.files, write } });
  return written as Record<Format, string>;
}

/** The folders of all examples and fixtures, by their path in the repository. */
export const planFolders: string[] = ['examples', 'test/fixtures'].flatMap(root =>
  readdirSync(join(ROOT, root), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => relative(ROOT, entry.parentPath))
    .filter((folder, index, all) => all.indexOf(folder) === index)
    .sort(),
);

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/**
 * Reads XML as far as reports write it, and throws where it is not well-formed: tags that do not match, attributes
 * without quotes, characters or entities that XML 1.0 does not have.
 */
export function parseXml(xml: string): XmlElement {
  const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
  if (forbidden.test(xml))
    throw new Error(`a character that XML does not allow: ${forbidden.exec(xml)!.index}`);
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+|</g)) {
    const current = open.at(-1)!;
    const tag = /^<(\/?)([a-z-]+)((?: [a-zA-Z]+="[^"<]*")*)(\/?)>$/.exec(token);
    if (!tag) {
      if (token.startsWith('<')) throw new Error(`not a tag: ${token}`);
      current.text += unescaped(token);
      continue;
    }
    const [, closing, name = '', attributes = '', selfClosing] = tag;
    if (closing) {
      if (current.name !== name) throw new Error(`</${name}> closes <${current.name}>`);
      open.pop();
      continue;
    }
    const element: XmlElement = { name, attributes: {}, children: [], text: '' };
    for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-zA-Z]+)="([^"]*)"/g)) {
      if (key in element.attributes) throw new Error(`${key} twice in <${name}>`);
      element.attributes[key] = unescaped(value);
    }
    current.children.push(element);
    if (!selfClosing) open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  if (top.children.length !== 1 || top.text.trim() !== '') throw new Error('not one root element');
  return top.children[0]!;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!);
}

/** The cells of the lines of every table in Markdown; an escaped bar is part of its cell. */
export function markdownTables(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let before = '';
  for (const line of markdown.split('\n')) {
    if (line.startsWith('| ')) {
      if (!before.startsWith('| ')) tables.push([]);
      const cells = line.replace(/\\[\\|]/g, pair => (pair === '\\|' ? '\0' : pair)).split('|');
      tables.at(-1)!.push(cells.slice(1, -1).map(cell => cell.replaceAll('\0', '\\|').trim()));
    }
    before = line;
  }
  return tables;
}

/** What remains of Markdown without code spans and escapes: what a renderer would take for markup. */
export const markup = (markdown: string): string =>
  markdown.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, '');

export interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

/** Reads workflow commands as the runner does: parted first, unescaped then. */
export function parseCommands(text: string): Command[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const match = /^::(error|warning|notice) ([^:\r]*)::([^\r]*)$/.exec(line);
      if (!match) throw new Error(`not a workflow command: ${line}`);
      const [, name = '', listed = '', message = ''] = match;
      const properties = listed.split(',').map(pair => {
        const [key = '', ...value] = pair.split('=');
        return [key, unescapedProperty(value.join('='))];
      });
      return { name, properties: Object.fromEntries(properties), message: unescapedData(message) };
    });
}

const unescapedData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapedProperty = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

// What both bundles do to the modules on their way in.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/**
 * JSON.parse of a string is several times faster to start with than the same data as an object literal. Of package.json we
 * show the version.
 */
export const parsedJson = {
  name: 'parsed-json',
  load: {
    filter: { id: /\.json$/ },
    handler(id) {
      const data = JSON.parse(readFileSync(id, 'utf8'));
      const text = JSON.stringify(basename(id) === 'package.json' ? { version: data.version } : data);
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    },
  },
};

/**
 * What libraries bring along and we never use, by import: cli-table3's colours of borders, its table of emoji widths
 * (layout/table.ts hands it characters of width one), commander's and workerpool's starting of other programs.
 */
const UNUSED = {
  '@colors/colors/safe': 'module.exports = {};',
  'string-width': 'module.exports = text => text.length;',
  'node:child_process': 'export default {};',
  child_process: 'module.exports = {};',
};
export const withoutUnused = {
  name: 'without-unused',
  resolveId: { handler: id => (id in UNUSED ? `\0unused:${id}` : null) },
  load: { handler: id => (id.startsWith('\0unused:') ? UNUSED[id.slice('\0unused:'.length)] : null) },
};

/**
 * cli-table3 shortens the whole text of a cell for each of its lines, for a message that only its debugging shows: a third of
 * the time that our tables take.
 */
const MESSAGE = 'let content = utils.truncate(this.content, 10, this.truncate);';
export const withoutDebugging = {
  name: 'without-debugging',
  transform: {
    filter: { id: /cli-table3\/src\/cell\.js$/ },
    handler(code) {
      if (!code.includes(MESSAGE)) throw new Error('cli-table3 words its debugging in another way now');
      return code.replace(MESSAGE, "const content = '';");
    },
  },
};

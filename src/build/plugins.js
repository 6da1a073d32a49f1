// What both bundles do to the modules on their way in.
import { readFileSync } from 'node:fs';

/** JSON.parse of a string is several times faster to start with than the same data as an object literal. */
export const parsedJson = {
  name: 'parsed-json',
  load: {
    filter: { id: /\.json$/ },
    handler(id) {
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
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

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

/** What libraries bring along and we never use, by import: commander's and workerpool's starting of other programs. */
const UNUSED = {
  'node:child_process': 'export default {};',
  child_process: 'module.exports = {};',
};
export const withoutUnused = {
  name: 'without-unused',
  resolveId: { handler: id => (id in UNUSED ? `\0unused:${id}` : null) },
  load: { handler: id => (id.startsWith('\0unused:') ? UNUSED[id.slice('\0unused:'.length)] : null) },
};

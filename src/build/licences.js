// What is bundled into a file of ours, and its licences.
import { readdirSync, readFileSync } from 'node:fs';

/** The text that goes with a bundle: its packages at a glance with their sizes, then the licence of each, as their licences ask. */
export const licencesOf = output =>
  licences(packagesIn(output.flatMap(chunk => Object.entries(chunk.modules ?? {}))));

/** The packages whose code is in the bundle, by name, each with the bytes of it before they are minified. */
function packagesIn(modules) {
  const bytes = new Map();
  for (const [id, { renderedLength }] of modules) {
    const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
    if (folder) bytes.set(folder, (bytes.get(folder) ?? 0) + renderedLength);
  }
  return [...bytes].sort().map(([folder, size]) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return { folder, size, title: `${name} ${version} (${license})` };
  });
}

function licences(packages) {
  const kilobytes = ({ size }) => `${Math.ceil(size / 1000)} kB`.padStart(8);
  const texts = packages.map(({ folder, title }) => {
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    return `${title}\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
  });
  return [
    `Bundled packages, with the size of their code before it is minified:\n\n${packages.map(each => `${kilobytes(each)}  ${each.title}\n`).join('')}`,
    ...texts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

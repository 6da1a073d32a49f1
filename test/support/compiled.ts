import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync, transformSync } from 'rolldown/utils';
import type { Plugin } from 'vitest/config';

const TARGET = '.compiled';

/** TypeScript that Node loads in tests; the page's views are tested as they are built. */
const COMPILED = /^(src|test(?!\/nightly))\/.*(?<!\.d)\.ts$/;

const emitted = (path: string): string => join(TARGET, path.replace(/\.ts$/, '.js'));

/** Compiles the files of `src` and `test` into `.compiled`, takes out there what they no longer have, and names them. */
function compile(root: string): Set<string> {
  const sources = new Set(
    ['src', 'test'].flatMap(folder => filesBelow(root, folder)).filter(path => COMPILED.test(path)),
  );
  for (const path of sources) {
    const code = javascript(root, path, sources);
    const to = join(root, emitted(path));
    if (code === contentOf(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, code);
  }
  const made = new Set([...sources].map(emitted));
  for (const path of filesBelow(root, TARGET)) if (!made.has(path)) rmSync(join(root, path));
  return sources;
}

function javascript(root: string, path: string, sources: ReadonlySet<string>): string {
  const text = relinked(root, path, sources);
  const { code, map, errors } = transformSync(join(root, path), text, {
    sourcemap: true,
    // Files beside a test are looked for beside its source.
    define: { 'import.meta.dirname': JSON.stringify(join(root, dirname(path))) },
  });
  // The compiler says it better, and `npm test` asks it.
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]!.message}`);
  const json = JSON.stringify({ ...map, sources: [relative(dirname(emitted(path)), path)] });
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(json).toString('base64')}\n`;
}

/** The text of a file with its imports as `.compiled` has them: what is compiled from there, all else from where it is. */
function relinked(root: string, path: string, sources: ReadonlySet<string>): string {
  const text = readFileSync(join(root, path), 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module;
  const requests = [
    ...staticImports.map(each => each.moduleRequest),
    ...staticExports.flatMap(({ entries }) => entries.flatMap(each => each.moduleRequest ?? [])),
    ...dynamicImports.map(each => each.moduleRequest),
  ];
  let code = '';
  let at = 0;
  for (const { start, end } of requests.sort((a, b) => a.start - b.start)) {
    const [, specifier] = /^['"](\..*)['"]$/.exec(text.slice(start, end)) ?? [];
    // `export { a, b } from` has one request for each name.
    if (specifier === undefined || start < at) continue;
    const wanted = join(dirname(path), specifier);
    const found = relative(dirname(emitted(path)), sources.has(wanted) ? emitted(wanted) : wanted);
    code += `${text.slice(at, start)}${JSON.stringify(found.startsWith('.') ? found : `./${found}`)}`;
    at = end;
  }
  return code + text.slice(at);
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function filesBelow(root: string, folder: string): string[] {
  mkdirSync(join(root, folder), { recursive: true });
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)));
}

/**
 * Tests and the tool run as Node runs them: compiled once, file by file, and loaded by Node itself, so that what tests share is there
 * once in each process. Vitest's own loader makes each file again for each test file that asks for it, and turns each use of an import
 * into a call of a getter: a quarter of the whole suite. Errors show lines of the sources by their source maps.
 */
export function compiledSources(root: string): Plugin {
  let sources: ReadonlySet<string> = new Set();
  const compiled = (id: string) => {
    const path = relative(root, id);
    return sources.has(path) ? resolve(root, emitted(path)) : undefined;
  };
  return {
    name: 'compiled-sources',
    enforce: 'pre',
    // What a plugin resolves as external is loaded by Vitest all the same.
    config: () => ({ test: { server: { deps: { external: [/[\\/]\.compiled[\\/]/] } } } }),
    // While vitest watches, files change under it: there its own loader serves.
    configureVitest({ vitest }) {
      if (!vitest.config.watch) sources = compile(root);
    },
    load(id) {
      const path = compiled(id);
      return path && { code: `import ${JSON.stringify(path)};`, map: { mappings: '' } };
    },
  };
}

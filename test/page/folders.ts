import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runPlan } from '../support/io.ts';

/** Every plan of the examples and the fixtures: what the page must find of them is what the command line finds. */
export const folders: string[] = [
  ...readdirSync('examples').map(name => join('examples', name)),
  ...readdirSync('test/fixtures').flatMap(group =>
    readdirSync(join('test/fixtures', group)).flatMap(rule =>
      readdirSync(join('test/fixtures', group, rule)).map(name => join('test/fixtures', group, rule, name)),
    ),
  ),
].filter(folder => existsSync(join(folder, 'plan.yaml')) && !existsSync(join(folder, 'county.yaml')));

/** The files below a folder, with their bytes as base64. */
export const filesIn = (folder: string): { path: string; content: string }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, content: readFileSync(path).toString('base64') }));

/** What `plan check -f json` gives of a folder, and the day that its plan asks for. */
export async function expectedOf(folder: string): Promise<{ asOf: string; result: unknown }> {
  const asOf = /^# as-of: (\S+)/.exec(readFileSync(join(folder, 'plan.yaml'), 'utf8'))?.[1] ?? '2016-06-01';
  const { out } = await runPlan(['check', folder, '-f', 'json', '--as-of', asOf, '--lang', 'zh']);
  return { asOf, result: JSON.parse(out) };
}

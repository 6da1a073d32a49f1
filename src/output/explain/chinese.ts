import {
  canonicalKey,
  canonicalValue,
  fieldShape,
  itemShape,
  type Kind,
  rootShape,
  type Shape,
} from '../../read/fields/shape.ts';
import { parseEverydayYaml } from '../../read/yaml/everyday.ts';
import type { Node } from '../../read/yaml/node.ts';
import { keyName, valueName } from '../../text/yaml.ts';

/** A piece of a text, and what takes its place. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * An example file with keys and words to choose from in Chinese, as clerks write them; layout and remarks stay. What is not
 * plain YAML stays as it is: such examples are about the form.
 */
export function inChinese(text: string, kind: Kind): string {
  const root = parseEverydayYaml(text);
  if (!root) return text;
  return editsIn(root, rootShape(kind))
    .reverse()
    .reduce((all, { start, end, text: own }) => all.slice(0, start) + own + all.slice(end), text);
}

/** From the first to the last. */
function editsIn(node: Node, shape: Shape): Edit[] {
  if (node.kind === 'list') return node.items.flatMap(item => editsIn(item, itemShape(shape)));
  if (node.kind === 'scalar') return node.plain ? valueEdit(node, shape) : [];
  return node.entries.flatMap(({ key, value }) => {
    const name = canonicalKey(shape, key.text);
    const below = editsIn(value, fieldShape(shape, name ?? key.text));
    if (name === undefined || !key.plain) return below;
    return [{ start: key.start, end: key.end, text: keyName(shape, name, 'zh') }, ...below];
  });
}

function valueEdit({ start, end, text }: Node & { kind: 'scalar' }, shape: Shape): Edit[] {
  const value = canonicalValue(shape, text);
  if (value !== undefined) return [{ start, end, text: valueName(shape, value, 'zh') }];
  const isTruth = shape.read?.includes('boolean') && (text === 'true' || text === 'false');
  return isTruth ? [{ start, end, text: text === 'true' ? '是' : '否' }] : [];
}

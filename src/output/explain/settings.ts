import bundled from '../../generated/schemas.json' with { type: 'json' };
import { fieldShape, itemShape, rootShape } from '../../read/fields/shape.ts';
import type { Rule, RuleMeta } from '../../rules/rule.ts';
import type { Language } from '../../text/language.ts';
import { keyName, yamlFlow, yamlKey } from '../../text/yaml.ts';

type Property = { description: string; 'x-en': string; examples: unknown[] };
const described = bundled.$defs.settings.properties as unknown as Record<string, Property>;
const [waiver] = bundled.$defs.planFile.properties.waivers.examples[0]!;

const plan = rootShape('plan');
const rulesShape = fieldShape(plan, 'rules');
const settingsShape = fieldShape(rulesShape, 'settings');

/**
 * What plan.yaml says to change a rule: its severity, the settings that it reads, and a waiver. Lines to paste, in the keys
 * of the language; examples and remarks are the schema's own.
 * @param subject what stands in the waiver for whom or what it is about
 */
export function settingsYaml(
  { id, severity, settings = [] }: RuleMeta & Pick<Rule, 'settings'>,
  keys: Language,
  subject: string,
): string {
  const remark = ({ description, 'x-en': english }: Property) => (keys === 'zh' ? description : english);
  const severities = fieldShape(rulesShape, 'severity');
  const other = severity === 'info' ? 'warning' : 'info';
  return [
    `${keyName(plan, 'rules', keys)}:`,
    `  ${keyName(rulesShape, 'severity', keys)}:`,
    `    ${id}: ${yamlFlow(other, fieldShape(severities, id), keys)}`,
    ...(settings.length > 0 ? [`  ${keyName(rulesShape, 'settings', keys)}:`] : []),
    ...settings.flatMap(name => [
      `    # ${remark(described[name]!)}`,
      `    ${yamlKey(settingsShape, name, keys)}: ${yamlFlow(described[name]!.examples[0], fieldShape(settingsShape, name), keys)}`,
    ]),
    `${keyName(plan, 'waivers', keys)}:`,
    `  - ${yamlFlow({ ...waiver, rule: id, subject }, itemShape(fieldShape(plan, 'waivers')), keys)}`,
  ].join('\n');
}

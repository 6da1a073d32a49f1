import type { GroupTexts } from '../rule-texts.ts';
import { and } from './words.ts';

const unitText = (value: number, unit: string): string =>
  unit === '' ? String(value) : `${value} ${unit.replace('-', ' ')}`;

export const pack: GroupTexts<'pack'> = {
  'pack/unknown-norm': {
    title: 'Unknown norm',
    demand: 'The norm ids of a pack must exist; plan explain lists them.',
    message: ({ norm }) => `there is no norm "${norm}"`,
    remedy: ({ nearest }) => (nearest ? `did you mean "${nearest}"?` : 'plan explain lists all norms'),
  },
  'pack/not-settable': {
    title: 'Norm that cannot be set',
    demand:
      'A pack sets norms that have a number and a rule that reads it; to set another would have no effect, so it is refused.',
    message: ({ norm }) => `"${norm}" has no number to be stricter in; it is not used`,
    remedy: ({ norm }) =>
      norm === 'growth'
        ? 'remove it; the limit of growth stands in the plan: quota: { growthLimit: 120% }'
        : norm === 'structure' || norm === 'reserve'
          ? 'remove it; structure and reserve may stand in the pack themselves'
          : 'remove it; further conditions go into conditions, required steps into steps',
  },
  'pack/loosens': {
    title: 'Loosens a regulation',
    demand: 'Local norms may tighten or add, never loosen; a looser value is not used.',
    message: ({ norm, value, inForce, unit, way }) =>
      `"${norm}" is set to ${unitText(value, unit)}, but the regulation demands ${way === 'less' ? 'at most ' : way === 'more' ? 'at least ' : ''}${unitText(inForce, unit)}; the value is not used`,
    remedy: ({ way }) =>
      way === ''
        ? 'this norm cannot be set locally; remove it'
        : `set a ${way === 'less' ? 'smaller' : 'larger'} value, or remove it`,
  },
  'pack/condition': {
    title: 'Local condition not met',
    demand: 'Nominees must meet the further conditions of the local norms.',
    message: ({ person, name, unknown }) =>
      unknown
        ? `it is not known whether ${person.name} (${person.id}) meets "${name}"`
        : `${person.name} (${person.id}) does not meet "${name}"`,
    remedy: ({ unknown, fields }) =>
      unknown
        ? `fill in ${and(fields)}`
        : 'choose somebody else; for a special case get approval and add a waiver',
  },
};

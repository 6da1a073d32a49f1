import { COMPARISONS, CONDITION } from '../read/fields/condition-text.ts';
import { fieldShape, fieldTitle, type Shape } from '../read/fields/shape.ts';
import { valueName } from '../text/yaml.ts';

type Fields = Record<string, unknown>;

/** A condition as a clerk would write it into a cell (read/fields/condition-text.ts reads it): 性别=女，年龄不超过35. */
export function conditionText(where: object): string {
  const terms = termsOf(where as Fields);
  // Standing alone, A 或 B needs no brackets.
  const [only] = terms;
  return terms.length === 1 && only!.startsWith('（') ? only!.slice(1, -1) : terms.join('，');
}

function termsOf(where: Fields): string[] {
  return Object.entries(where).flatMap(([name, value]) => {
    if (name === 'any' || name === 'all') return [groupText(name, value as Fields[])];
    if (name === 'events' || name === 'attributes') {
      const shape = fieldShape(CONDITION, name);
      return Object.entries(value as Fields).flatMap(([own, below]) =>
        atoms(
          name === 'events' ? fieldTitle(shape, own) : `${fieldTitle(CONDITION, name)}·${attributeName(own)}`,
          below,
          fieldShape(shape, own),
          name === 'attributes',
        ),
      );
    }
    return atoms(fieldTitle(CONDITION, name), value, fieldShape(CONDITION, name), false);
  });
}

function groupText(name: 'any' | 'all', items: readonly Fields[]): string {
  if (name === 'all' || items.length === 1)
    return `${fieldTitle(CONDITION, name)}（${items.map(conditionText).join('；')}）`;
  return `（${items.map(item => inEither(item)).join(' 或 ')}）`;
}

/** A 或 B within A 或 B keeps its brackets. */
const inEither = (item: Fields): string => termsOf(item).join('，');

/** 性别=女, or one for each bound. */
function atoms(title: string, value: unknown, shape: Shape, typed: boolean): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${title}${COMPARISONS[''][0]}${valuesText(value, shape, typed)}`];
  return Object.entries(value as Fields).map(([bound, own]) => {
    const sign =
      shape.props?.[bound] !== undefined && fieldShape(shape, bound).read?.[0] === 'date'
        ? COMPARISONS[bound as 'min' | 'max'][1]
        : COMPARISONS[bound as 'not' | 'min' | 'max'][0];
    return `${title}${sign}${valuesText(own, fieldShape(shape, bound).values ? fieldShape(shape, bound) : shape, typed)}`;
  });
}

function valuesText(value: unknown, shape: Shape, typed: boolean): string {
  const values = [value].flat();
  if (values.length === 0) return '[]';
  return values.map(each => valueText(each, shape, typed)).join('、');
}

function valueText(value: unknown, shape: Shape, typed: boolean): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  const text = valueName(shape, String(value), 'zh');
  // Of an attribute 5 and 是 would be a number and a yes.
  const other = typed && (/^-?\d+(\.\d+)?$/.test(text) || WORDS.test(text));
  return isPlain(text) && !other ? text : JSON.stringify(text);
}

const WORDS = /^(true|false|yes|no|是|否|有|已交|√|✓|未交|缺|×|✗)$/;

const isPlain = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._·%-]*$/u.test(text) && !/[或且]/.test(text);

const attributeName = (name: string): string =>
  /^[\p{L}\p{N}_-]+$/u.test(name) && !/[不为是]/.test(name) ? name : JSON.stringify(name);

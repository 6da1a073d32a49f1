import type { Place } from '../model/place.ts';
import { fieldShape, fieldTitle, itemShape, type Kind, rootShape } from '../read/fields/shape.ts';
import { memoize } from '../values/memo.ts';
import type { Language } from './language.ts';

/**
 * The key of a field as the file of a finding writes its keys, so that a remedy can be pasted there: `to` or `止`. The path goes
 * from the kind of file by canonical names, through lists without a number: `timeline.steps.to`.
 */
export interface KeyOf {
  (path: `${Kind}.${string}`): string;
  /** what to write: `总数: 8` in YAML, `“总数”栏写 8` in a sheet, whose cells have no keys */
  put(path: `${Kind}.${string}`, value: string | number): string;
  /** whether the finding stands in a sheet */
  inSheet: boolean;
}

/** Keys in one language. */
export function keysIn(language: Language): KeyOf {
  const key = (path: string) =>
    language === 'zh' ? chineseKey(path) : path.slice(path.lastIndexOf('.') + 1);
  return Object.assign(key, {
    put: (path: string, value: string | number) => `${key(path)}: ${value}`,
    inSheet: false,
  });
}

/** Keys as they are written around this place; in the language of the sentence where the file has none. */
export function keysAt(place: Place, language: Language): KeyOf {
  // Most remedies name no key: the file is looked at only for those that do.
  const keys = () => keysIn(writesChinese(place, language) ? 'zh' : 'en');
  return Object.assign((path: `${Kind}.${string}`) => keys()(path), {
    put: (path: `${Kind}.${string}`, value: string | number) => {
      if (place.locate().cell === undefined) return keys().put(path, value);
      return language === 'zh'
        ? `“${chineseKey(path)}”栏写 ${value}`
        : `${value} under "${chineseKey(path)}"`;
    },
    get inSheet() {
      return place.locate().cell !== undefined;
    },
  });
}

/** Sheets are headed in Chinese, whatever language is asked for. */
function writesChinese(place: Place, language: Language): boolean {
  if (place.locate().cell !== undefined) return true;
  const text = place.source();
  return text === '' ? language === 'zh' : mostlyChinese(text);
}

/** Two files may take turns: a finding is told with its remedy, then the next one. */
const mostlyChinese = memoize(2, (text: string): boolean => {
  const chinese = text.match(/^[ \t{"'-]*\p{Script=Han}[^:：\n]*[:：]/gmu)?.length ?? 0;
  const english = text.match(/^[ \t{"'-]*[A-Za-z]\w*[:：]/gm)?.length ?? 0;
  return chinese > english;
});

function chineseKey(path: string): string {
  const [kind, ...names] = path.split('.');
  let shape = rootShape(kind as Kind);
  let title = '';
  for (const name of names) {
    if (shape.items !== undefined) shape = itemShape(shape);
    title = fieldTitle(shape, name);
    shape = fieldShape(shape, name);
  }
  return title;
}

/** Something of a plan that is named elsewhere: by its id, or as a clerk does. */
export interface Named {
  id: string;
  name: string;
}

/** The id that a word means: itself where it is one, else that of the only thing with this name; undefined where there is none. */
export function idMeant(word: string, among: readonly Named[]): string | undefined {
  if (among.some(({ id }) => id === word)) return word;
  const named = among.filter(({ name }) => name === word);
  return named.length === 1 ? named[0]!.id : undefined;
}

/** The word for an id in a cell: the name where `idMeant` leads back from it, else the id. */
export function wordFor(id: string, among: readonly Named[]): string {
  const name = among.find(each => each.id === id)?.name;
  return name !== undefined && !/[、，,;；+（）()"\n]|^\s|\s$/.test(name) && idMeant(name, among) === id
    ? name
    : id;
}

/** 农牧民1号名额 is `farmer-1`; where there are no categories 1号名额 is `slot-1`. Undefined for what is no such word. */
export function slotMeant(word: string, categories: readonly Named[]): string | undefined {
  const [, name = '', number] = /^(.*?)(\d+)号(?:名额)?$/.exec(word.trim()) ?? [];
  if (number === undefined) return undefined;
  if (name === '' && categories.length === 0) return `${ONLY_SLOTS}-${Number(number)}`;
  const id = idMeant(name, categories);
  return id === undefined ? undefined : `${id}-${Number(number)}`;
}

/** The word for a slot; the slot itself where it is none of these categories. */
export function slotWord(slot: string, categories: readonly Named[]): string {
  const [, id = '', number = ''] = /^(.+)-([1-9]\d*)$/.exec(slot) ?? [];
  const own = categories.find(each => each.id === id);
  const isOnly = id === ONLY_SLOTS && categories.length === 0;
  if (!own && !isOnly) return slot;
  const words = [own?.name ?? '', id].map(name => `${name}${number}号名额`);
  return words.find(word => slotMeant(word, categories) === slot) ?? slot;
}

/** The id of the slots of a quota without categories. */
const ONLY_SLOTS = 'slot';

/** 公示+2个工作日 → `notice+2wd`; what is not understood of it stays, for the finding. */
export function predecessorMeant(text: string, steps: readonly Named[]): string {
  const [, word = text, lag] = /^(.*?)\s*[+＋]\s*([^+＋]*)$/.exec(text) ?? [];
  const id = idMeant(word.trim(), steps) ?? word.trim();
  if (lag === undefined) return id;
  const [, count, unit = ''] =
    /^(\d+)\s*(d|wd|天|日|个自然日|自然日|个工作日|工作日)?$/.exec(lag.trim()) ?? [];
  return count === undefined ? `${id}+${lag.trim()}` : `${id}+${count}${/工作日|wd/.test(unit) ? 'wd' : 'd'}`;
}

/** `notice+2wd` → 公示+2个工作日 */
export function predecessorWord(text: string, steps: readonly Named[]): string {
  const [, id = text, count, unit] = /^(.*)\+(\d+)(d|wd)$/.exec(text) ?? [];
  const word = wordFor(id, steps);
  return count === undefined ? word : `${word}+${count}${unit === 'wd' ? '个工作日' : '天'}`;
}

import type { PlanFile } from '../generated/types.ts';
import { itemShape, type Shape } from '../read/fields/shape.ts';
import { type Leaf, NOTHING } from '../read/workbook/layout.ts';
import { type Named, predecessorWord, slotWord, wordFor } from '../read/workbook/links.ts';
import { valueName } from '../text/yaml.ts';
import { conditionText } from './condition-text.ts';

type Fields = Record<string, unknown>;

/** What stands at a path of a value; undefined where nothing does. An event that is a date alone has its date at `on` too. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Fields)[step];
  }
  return at;
}

/** Writes the values of one plan into cells, so that read/workbook/ reads the same from them. */
export class CellTexts {
  private readonly categories: readonly Named[];
  private readonly bases: readonly Named[];
  private readonly materials: readonly Named[];
  private readonly steps: readonly Named[];
  private readonly slots: string[];

  constructor({ quota, structure = [], materials = [], timeline }: PlanFile) {
    this.categories = quota?.categories ?? [];
    this.slots = (quota?.categories ?? []).flatMap(({ id, count }) =>
      Array.from({ length: typeof count === 'number' ? count : 0 }, (_, index) =>
        slotWord(`${id}-${index + 1}`, this.categories),
      ),
    );
    this.bases = [...structure, ...this.categories];
    this.materials = materials;
    this.steps = Array.isArray(timeline) ? timeline : [];
  }

  /** The name of a paper, in the heading of its column. */
  material(id: string): string {
    return wordFor(id, this.materials);
  }

  /** The text of a value; empty where there is none. Numbers stay numbers where the field takes text as well. */
  text(value: unknown, leaf: Leaf, _block: readonly string[] = [], _item?: Fields): string | number {
    if (value === undefined || value === null) return '';
    if (leaf.kind === 'condition') return conditionText(value as object);
    const field = leaf.path.at(-1)!;
    if (Array.isArray(value)) {
      if (value.length === 0) return NOTHING;
      return value.map(item => this.item(item, field, itemShape(leaf.shape))).join('、');
    }
    if (typeof value === 'object')
      return 'on' in value ? this.one(value.on, field, leaf.shape) : quantityText(value as Fields);
    if (leaf.path[0] === 'attributes' && typeof value === 'number') return value;
    return this.one(value, field, leaf.shape);
  }

  /** The spellings of the values of a field, for a drop-down. */
  choices({ kind, shape, path }: Leaf): string[] | undefined {
    if (kind !== 'value') return undefined;
    if (path.join() === 'slot') return this.slots;
    if (shape.read?.length === 1 && shape.read[0] === 'boolean') return ['是', '否'];
    const values = [...new Set(Object.values(shape.values ?? {}))].filter(value => value !== 'pending');
    return values.length === 0 ? undefined : values.map(value => valueName(shape, value, 'zh'));
  }

  private item(item: unknown, field: string, shape: Shape): string {
    if (typeof item !== 'object' || item === null) {
      const text = this.one(item, field, shape);
      return /[、，,;；"\n]/.test(text) || text !== text.trim() ? JSON.stringify(text) : text;
    }
    const { on, note } = item as Fields;
    return canHold(note) ? `${on}（${note}）` : String(on);
  }

  private one(value: unknown, field: string, shape: Shape): string {
    if (typeof value === 'boolean') return value ? '是' : '否';
    // Around a cell's text nobody sees spaces and line ends, and reading takes them off.
    const text = String(value).trim();
    switch (field) {
      case 'of':
        return wordFor(text, this.bases);
      case 'category':
        return wordFor(text, this.categories);
      case 'slot':
        return slotWord(text, this.categories);
      case 'due':
        return wordFor(text, this.materials);
      case 'after':
        return predecessorWord(text, this.steps);
    }
    const [, count, unit] = (shape.read?.includes('duration') && /^(\d+)(d|wd)$/.exec(text)) || [];
    if (count !== undefined) return `${count}${unit === 'wd' ? '个工作日' : '天'}`;
    return text === 'pending' ? '不详' : valueName(shape, text, 'zh');
  }
}

/** Whether the remark on one date of several can stand behind it. */
export const canHold = (note: unknown): boolean =>
  typeof note === 'string' && !/[、，,;；（）()"\n]|^(周|星期)|^\s*$/.test(note);

const quantityText = ({ about, max }: Fields): string =>
  about === undefined ? `不超过${max}` : `${about}左右`;

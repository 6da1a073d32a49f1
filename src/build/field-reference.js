// The reference of all fields, their keys and values, out of schemas/: for clerks with the Chinese keys first, for those who write
// files and programs with the English ones. Nothing of it is written by hand but the headings below.
import { KINDS, resolve } from './bundle-schemas.js';

const WORDS = {
  zh: {
    title: '字段说明',
    intro:
      '由 schemas/ 生成，请不要手改。键和值写中文、英文都可以，可以混用；工作簿“计划”里的栏目名就是这里的中文键。\n不知道的不写，或写“不详”。日期写 2026-06-04、2026.6.4、2026年6月4日；只知道月份的写 2026-06。',
    other: '[English](README.md)',
    kinds: {
      plan: '计划（plan.yaml，工作簿的“计划”）',
      candidates: '名册（candidates.yaml）',
      timeline: '时间安排（timeline.yaml）',
      county: '县级汇总（county.yaml）',
      pack: '地方规范',
    },
    head: ['键', '英文键', '内容', '写法', '例'],
    required: '必填',
    also: '也可写',
    values: '可写的值',
    value: ['写法', '英文'],
    types: {
      string: '文字',
      integer: '整数',
      number: '数',
      boolean: '是、否',
      object: '几项',
      array: '列表',
    },
    or: ' 或 ',
    listOf: what => `${what}的列表`,
    see: (title, anchor) => `见[${title}](#${anchor})`,
    seeValues: anchor => `见[下表](#${anchor})`,
    condition: '条件',
  },
  en: {
    title: 'The fields',
    intro:
      'Made from schemas/ by the build; not edited by hand. Keys and values may be English or Chinese, mixed freely. What is not known is\nleft out or written 不详. Dates are 2026-06-04, 2026.6.4, 2026年6月4日, or 2026-06 where only the month is known.',
    other: '[中文](README.zh.md)',
    kinds: {
      plan: 'The plan (plan.yaml, or the sheet 计划 of a workbook)',
      candidates: 'The roster (candidates.yaml)',
      timeline: 'The timeline (timeline.yaml)',
      county: 'A county (county.yaml)',
      pack: 'A pack of local norms',
    },
    head: ['key', 'Chinese', 'what it is', 'written as', 'example'],
    required: 'required',
    also: 'also',
    values: 'Values of',
    value: ['value', 'Chinese'],
    types: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'true, false',
      object: 'several fields',
      array: 'list',
    },
    or: ' or ',
    listOf: what => `list of: ${what}`,
    see: (title, anchor) => `see [${title}](#${anchor})`,
    seeValues: anchor => `see [below](#${anchor})`,
    condition: 'Conditions',
  },
};
/** Longer lists of values have a table of their own. */
const SHORT = 5;

/** The reference in a language, as Markdown; `root` is the bundle of the schemas. */
export function fieldReference(language, root) {
  const words = WORDS[language];
  const lines = [`# ${words.title}`, '', words.other, '', words.intro];
  const known = new Map();
  for (const [kind, name] of Object.entries(KINDS)) {
    lines.push('', `## ${words.kinds[kind]}`);
    new Reference(language, kind, lines, known, root).of(root.$defs[name]);
  }
  return `${lines.join('\n')}\n`;
}

class Reference {
  /** `known`: what has a table already, or will have one, with its anchor */
  constructor(language, kind, lines, known, root) {
    Object.assign(this, { language, words: WORDS[language], kind, lines, known, root });
    this.waiting = [];
  }

  of(schema) {
    this.table(schema);
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      this.lines.push('', `<a id="${next.anchor}"></a>`, '', `### ${next.title}`);
      if (next.values) this.valueTable(next.values);
      else this.table(next.schema);
    }
  }

  table({ properties, required = [], anyOf }) {
    const own =
      properties ??
      resolve(anyOf?.find(each => resolve(each, this.root).properties) ?? {}, this.root).properties;
    const { head } = this.words;
    this.lines.push('', `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`);
    for (const [key, given] of Object.entries(own ?? {})) {
      const field = resolve(given, this.root);
      const { title = key, examples = [], 'x-aliases': aliases = [] } = field;
      const about = this.language === 'zh' ? (field.description ?? title) : (field['x-en'] ?? key);
      const what = [
        required.includes(key)
          ? `**${this.words.required}**。`.replace('。', this.language === 'zh' ? '。' : '. ')
          : '',
        about.replace(/[。.]$/, ''),
        aliases.length > 0 ? `（${this.words.also} ${aliases.join('、')}）` : '',
      ].join('');
      const keys = this.language === 'zh' ? [title, `\`${key}\``] : [`\`${key}\``, title];
      this.lines.push(
        `| ${[...keys, cell(what), cell(this.writing(field, title, key)), examples.slice(0, 1).map(code).join('')].join(' | ')} |`,
      );
    }
  }

  /** How a value is written: its type, its values, or where its fields are told. */
  writing(given, title, key) {
    const field = resolve(given, this.root);
    const { words } = this;
    if (field['x-values']) return this.values(field, title, key);
    if (field.const !== undefined) return code(field.const);
    if (field.enum) return field.enum.map(code).join('、');
    const parts = field.anyOf ?? field.oneOf;
    if (parts && !field.properties) {
      const own = parts.map(part => this.writing(part, title, key)).filter(Boolean);
      return [...new Set(own)].join(words.or);
    }
    if (field.type === 'array') return words.listOf(this.writing(field.items ?? {}, title, key));
    const inner = Object.entries(field.properties ?? {});
    // `{about: 30}`: a way of writing a value, not a thing with fields of its own.
    if (inner.length > 0 && inner.length <= 2 && !field.title && !given.$ref)
      return `\`{${inner.map(([name, each]) => (this.language === 'zh' ? (resolve(each, this.root).title ?? name) : name)).join(', ')}}\``;
    if (field.properties) return words.see(title, this.anchorOf(field, given, title, key));
    if (field.type === 'string' && field.title && field.title !== title && given.$ref) return field.title;
    return words.types[field.type] ?? '';
  }

  values(field, title, key) {
    const entries = Object.entries(field['x-values']);
    if (entries.length <= SHORT)
      return entries.map(([value, names]) => `${names[0] ?? value}（\`${value}\`）`).join('、');
    const id = `${key} ${Object.keys(field['x-values'])}`;
    const anchor = this.known.get(id) ?? `${this.kind}-${key}-values`;
    if (!this.known.has(id)) {
      this.known.set(id, anchor);
      this.waiting.push({ anchor, title: `${title} \`${key}\`：${this.words.values}`, values: entries });
    }
    return this.words.seeValues(anchor);
  }

  valueTable(entries) {
    const { value } = this.words;
    this.lines.push('', `| ${value.join(' | ')} |`, '|---|---|');
    for (const [english, names] of entries) {
      const own = [names.join('、'), `\`${english}\``];
      this.lines.push(`| ${(this.language === 'zh' ? own : own.reverse()).join(' | ')} |`);
    }
  }

  anchorOf(field, given, title, key) {
    const id = given.$ref ?? JSON.stringify(Object.keys(field.properties));
    const anchor = this.known.get(id) ?? `${this.kind}-${key}${this.known.size}`;
    if (!this.known.has(id)) {
      this.known.set(id, anchor);
      this.waiting.push({ anchor, title: `${title} \`${key}\``, schema: field });
    }
    return anchor;
  }
}

const code = value =>
  `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|')}\``;
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

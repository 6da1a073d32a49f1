import type { Expected, NextStep, SchemaArgs, SyntaxProblem, UnreadableReason } from '../../read/problem.ts';
import { LIMITS } from '../../read/size-limits.ts';
import { basename } from '../../values/path.ts';
import type { KeyOf } from '../keys.ts';
import type { GroupTexts } from '../rule-texts.ts';
import { typed } from '../typed.ts';
import { withLimit } from '../with-limit.ts';
import { wrongPart } from '../wrong-part.ts';
import { sheetNotes } from './sheet-notes.ts';
import { list } from './words.ts';

/** What to type, in a folder or after a file that is no plan. */
function nextStep(next: NextStep): string {
  switch (next.do) {
    case 'init':
      return next.roster === undefined
        ? `begin a plan: ${initCommand(next.folder)}`
        : `begin a plan from this roster: ${initCommand(next.folder)} --from ${typed(next.roster)}`;
    case 'batch':
      return next.plans.length === 0
        ? `to check the county: plan batch ${typed(next.folder)}`
        : `there are ${next.plans.length} plans below: plan check ${typed(next.plans[0]!)} for one, plan batch ${typed(next.folder)} for all`;
    case 'name-roster':
      return `to use this roster, write in ${next.plan}: candidates: ${next.roster}`;
    case 'instead':
      return `did you mean ${next.path}?`;
    case 'one-of':
      return `name the one that is meant: ${list(next.paths.map(path => `plan check ${typed(path)}`))}; or move the others elsewhere`;
  }
}

/** What a folder without a plan has. */
const besideIt = (next: NextStep | undefined): string =>
  next?.do === 'init' && next.roster !== undefined ? `, but has ${basename(next.roster)}` : '';

const initCommand = (folder: string): string => (folder === '.' ? 'plan init' : `plan init ${typed(folder)}`);

const UNREADABLE: Record<UnreadableReason, [message: string, remedy: string]> = {
  missing: ['no such file or folder', 'check the path; quote it if it has spaces'],
  'no-plan': ['the folder has no plan.yaml', "name the plan's folder, or begin one with plan init"],
  'several-plans': ['several workbooks in the folder hold a plan', 'name the file that is meant'],
  roster: ['this is a roster, not a plan', "name the plan's folder, or begin one with plan init"],
  'part-of-plan': [
    'this is a part of a plan, with no plan.yaml beside it',
    "name the plan's folder, or begin one with plan init",
  ],
  county: ['this is the file of a county, not a plan', "name a plan's folder, or use plan batch"],
  'no-match': ['no folder or file matches it', 'check the pattern, such as plan check "town-*"'],
  prose: [
    'this is plain text without any field of a plan (year, organization, quota …)',
    "name the plan's folder; to begin a plan, plan init FOLDER, and put the text into its narrative",
  ],
  denied: ['may not be read', 'check the permissions of the file'],
  busy: [
    'is in use by another program (open in Excel, most likely)',
    'save and close it there, then try again',
  ],
  directory: ['is a folder, not a file', 'name a file'],
  special: ['is not an ordinary file', 'name an ordinary YAML file'],
  outside: [
    'lies outside of the folder of the plan (or county) and was not read',
    'put the file into that folder and name it there',
  ],
  'no-pack': [
    'is no valid pack of local rules and was not used',
    'check the path; plan check --packs-test with this file tells what is wrong',
  ],
  'too-large': [
    'is too large (over {limit} MB)',
    'a plan has some tens of kilobytes; check that this is the right file',
  ],
  excel: [
    'is an Excel file (.xlsx), not text',
    'as a roster, name it in plan.yaml (candidates: roster.xlsx) or use plan import',
  ],
  word: ['is a Word file (.docx), not text', 'write its content as a YAML text file'],
  'old-excel-or-word': ['is an old Excel or Word file, not text', 'write its content as a YAML text file'],
  archive: ['is an archive and was not read', 'unpack it, and name the folder or file that comes out'],
  image: ['is a picture', 'type what it shows into Excel, or take the sheet that it was made from'],
  pdf: ['is a PDF', 'take the Excel roster that it was made from, or type the table into Excel'],
  'lock-file': [
    'is what Excel leaves beside a workbook that is open, no roster',
    'save and close the workbook, and name the file without ~$',
  ],
  binary: ['is not a text file', 'check that this is the right file'],
  undecodable: [
    'is in an encoding that cannot be recognized; it may be damaged',
    'if it is text and an editor shows it well, save it as UTF-8; else take the original file',
  ],
  encrypted: ['is protected by a password', 'remove the password in Excel or WPS and save it again'],
  'zip-bomb': [
    'unpacks to an abnormal size (over {limit} MB) and was not read',
    'copy the roster to a new workbook and save that',
  ],
  'renamed-word': [
    'is a Word file (.doc) with another ending',
    'copy its table to Excel and save it as .xlsx',
  ],
  'damaged-workbook': [
    'is no valid Excel file, or is damaged',
    'open it in Excel or WPS, save it as .xlsx, try again',
  ],
  'empty-workbook': ['has no content', 'check that this is the right file'],
  'too-many-rows': ['has more than {limit} rows', 'delete what is not needed, or split the file'],
  'too-many-parts': [
    'has an abnormal number of parts (over {limit}) and was not read',
    'copy the roster to a new workbook and save that',
  ],
  'too-many-values': [
    'holds too much (over {limit} lines and items) and was not read',
    'check that this is the right file, or split the plan',
  ],
  'too-many-problems': [
    'has more than {limit} faults of form; the others are not listed',
    'check that this is the right file; mend those that are listed and check again',
  ],
  'no-head': [
    'has no head: no row has 姓名 and other columns',
    'name the columns in a head row (姓名, 性别, 出生年月 …), or say what they are with --map COLUMN=FIELD',
  ],
  card: ['is a form for one person, no roster', 'list the people, a row each, below a head with 姓名'],
  transposed: [
    'has its fields down the side and a column for each person',
    'turn it: copy it all in Excel, paste it into a new sheet with “Transpose”, save and try again',
  ],
  xlsb: [
    'is a binary workbook (.xlsb), which cannot be read',
    'open it in Excel or WPS and save it as .xlsx',
  ],
  ods: [
    'is an OpenDocument table (.ods), which cannot be read',
    'open it in Excel, WPS or LibreOffice and save it as .xlsx',
  ],
  crashed: [
    'made the program fail; other plans are not affected',
    'tell the maintainers, with the plan and the command',
  ],
  failed: ['could not be read', 'check the disk or network drive and try again'],
};

const SYNTAX: Record<SyntaxProblem, [message: string, remedy: string]> = {
  indentation: ['wrong indentation', 'align what is on one level; indent each further level by two spaces'],
  'too-far-in': [
    'is indented by {limit} too many',
    'take the spaces away, so that it is in line with what belongs to the same level',
  ],
  'not-far-enough-in': [
    'is indented by {limit} too few',
    'add spaces, so that it is in line with what belongs to the same level',
  ],
  'dash-without-space': [
    'a space is missing behind the dash',
    'write "- id: …" with a space behind the dash',
  ],
  'list-mark': ['the items of a list begin with a dash', 'write "- id: …" instead'],
  tab: ['a tab is used for indentation', 'indent with spaces, two for each level'],
  'unclosed-quote': ['a quote is not closed', 'add the missing quote'],
  'unclosed-bracket': ['a bracket is not closed', 'add the missing ] or }'],
  'missing-comma': [
    'a comma is missing between items',
    'separate the items in brackets by commas; write “,” for a Chinese “，” or “、”',
  ],
  'colon-without-space': ['a space is missing behind the colon', 'write "field: value"'],
  'missing-colon': [
    'the colon is missing, or the space behind it',
    'write "field: value", with a space behind the colon',
  ],
  'colon-in-text': ['two colons on one line', 'put quotes around a value that holds a colon'],
  'block-in-flow': ['a block list inside brackets', 'separate the items by commas, or drop the brackets'],
  'bad-start': ['a value cannot begin with this character', 'put quotes around the value'],
  escape: ['a bad backslash in double quotes', 'use single quotes, or write \\\\ for \\'],
  alias: ['a bad reference (* or &)', 'put quotes around a value that begins with * or &'],
  aliases: [
    'the references stand for too much (over {limit} times what is written)',
    'write the values out instead of referring to them',
  ],
  tag: ['tags that begin with ! are not supported', 'remove the tag; quote a value that begins with !'],
  depth: [
    'nested too deeply (over {limit} levels)',
    'a plan is about seven levels deep; check brackets and indentation',
  ],
  'control-character': ['an invisible control character', 'delete the character and type it again'],
  empty: ['the file is empty', 'fill it in; plan init FOLDER begins one with comments on every field'],
  other: ['this is not YAML', 'compare it with the examples'],
};

/** What changes the limits that a text can break. */
const LIMIT_OF: { [P in SyntaxProblem]?: string } = {
  depth: LIMITS.depth.variable,
  aliases: LIMITS.expansion.variable,
};

const raise = (variable: string | undefined): string =>
  variable === undefined ? '' : `; if it has to be so, raise the limit by ${variable}`;

const EXPECTED: Record<Expected, string> = {
  object: '"field: value" lines',
  array: 'a list (one item a line, each behind "- ")',
  string: 'text',
  text: 'text',
  code: 'text',
  integer: 'a whole number such as {example}',
  number: 'a number such as {example}',
  boolean: 'true or false',
  date: 'a date such as 2016-06-04',
  window: 'a date such as 2016-06-04 or 6月上旬',
  duration: 'a duration such as 5wd (five working days) or 10d',
  amount: 'a percentage, a fraction or a head count such as 45%, 1/3 or 5',
  factor: 'a percentage such as {example}',
  quantity: 'a head count such as 9, {about: 30}, {max: 30}, {min: 18, max: 20}, or pending',
  bounds: 'a range such as {max: 35} or 35岁以下',
  'head-range': 'a range of heads such as {min: 2, max: 3} or 2—3名',
  funnel: 'applicants : activists : new members, such as 5:4:1',
  'id-number': 'an 18-digit ID number in quotes',
  ethnicity: 'an ethnicity by its Chinese name',
  id: 'an id of at most 60 characters without spaces, commas and colons',
  'step-and-lag': 'the id or name of a step, with a lag of a day or more if need be: notice+5wd',
  'rule-id': 'a rule id such as timeline/rest-day',
  'norm-id': 'the id of a norm such as meeting',
  phone: 'a phone number of digits, spaces, + and -',
  minimum: 'a greater number',
  maximum: 'a smaller number',
  '': 'text',
};

/** Where there is no sentence of its own. */
function toWrite(problem: SchemaArgs['problem'], allowed: string[], expected: Expected): string {
  if (problem === 'empty') return 'fill it in, or delete it if it is not needed';
  if (problem === 'range')
    return `write a number ${expected === 'minimum' ? 'not below' : 'not above'} ${allowed[0]}`;
  return `write ${expectedOf(expected, undefined, allowed)}`;
}

const LINKS = {
  category: 'category',
  'share-base': 'requirement or category',
  'share-circle': 'requirement or category',
  step: 'step',
  material: 'material',
};

const CONDITIONS =
  'write conditions like 性别=女, 年龄不超过35, 职业=农民、牧民, 民族≠汉族; a comma where all must hold, 或 where one is enough';

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 with a byte-order mark',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big endian)',
  gb18030: 'GB18030 (GBK)',
};

const guess = (nearest: string): string => (nearest ? `did you mean "${nearest}"? ` : '');

export const input: GroupTexts<'input'> = {
  'input/unreadable': {
    title: 'Unreadable file',
    demand: 'The plan and the files that it names can be read and are text.',
    message: ({ path, reason, limit, detail, next }) =>
      `${path === '-' ? 'standard input' : path === '.' ? 'this folder' : path}: ${withLimit(UNREADABLE[reason][0], limit)}${reason === 'no-plan' ? besideIt(next) : ''}${detail ? ` (${detail})` : ''}`,
    remedy: ({ reason, variable, next }) => (next ? nextStep(next) : UNREADABLE[reason][1] + raise(variable)),
  },
  'input/encoding': {
    title: 'Encoding',
    demand: 'UTF-8 is best; other encodings are read too, and what was recognized is said.',
    message: ({ encoding, crlf }) => `read as ${ENCODINGS[encoding]}${crlf ? ' with Windows line ends' : ''}`,
    remedy: () => 'nothing to do if the text looks right; save as UTF-8 to exchange it with other programs',
  },
  'input/syntax': {
    title: 'Not YAML',
    demand:
      'The file is YAML: spaces for indentation, a space behind each colon, quotes and brackets closed.',
    message: ({ problem, detail }) =>
      problem === 'control-character' && detail
        ? `${SYNTAX[problem][0]} ${detail}`
        : withLimit(SYNTAX[problem][0], detail),
    remedy: ({ problem }) => SYNTAX[problem][1] + raise(LIMIT_OF[problem]),
  },
  'input/schema': {
    title: 'Value not allowed',
    demand: 'Each field has the kind of value that the schema says, and required fields are there.',
    message: ({ field, problem, value, allowed, expected, cell }) => {
      const what = field === '' ? 'this' : cell ? `column "${field}"` : `"${field}"`;
      const here = cell ? `${what}: ` : '';
      const given = value === '' ? '' : `, not "${value}"`;
      switch (problem) {
        case 'missing':
          return `${what} is missing`;
        case 'type':
          return `${what} must be ${expectedOf(expected, cell, allowed)}${given}`;
        case 'value':
          return `${what} cannot be "${value}"`;
        case 'date':
          return `${here}"${value}" is not a date`;
        case 'no-such-date':
          return wrongPart(value) === 'day'
            ? `${here}there is no day "${value}"`
            : `${here}the ${wrongPart(value)} of "${value}" is wrong`;
        case 'ambiguous-date':
          return `${here}"${value}" may be January or October`;
        case 'day-missing':
          return `${what} needs a day${given}`;
        case 'range':
          return `${what} must be ${expected === 'minimum' ? 'at least' : 'at most'} ${allowed[0]}${given}`;
        case 'pattern':
          return `${what} must be ${expectedOf(expected, cell, allowed)}${given}`;
        case 'by-month':
          return `"${value}" may end with that month or with the one before`;
        case 'no-month-name':
          return `"${value}" does not name its month and day, so it may be a number`;
        case 'week-alone':
          return `"${value}" does not say of which month`;
        case 'note-beside-number':
          return `"${value}" is read as ${allowed[0]}; the remark in brackets is not read, and not printed`;
        case 'about-exact-parts':
          return `${what} is "${value}", but the categories have exact numbers that add up to ${allowed[0]}`;
        case 'choose-one':
          return 'a requirement has exactly one of min, max, about, exactly and actual';
        case 'condition':
          return `${what} "${value}" is not understood${allowed[0] ? `, from "${allowed[0]}" on` : ''}`;
        case 'too-many':
          return `${what} has more than ${allowed[0]} items`;
        case 'too-long':
          return `"${value}" is too long (over ${allowed[0]} characters)`;
        case 'empty':
          return `${what} is empty`;
      }
    },
    remedy: ({ field, problem, value, allowed, nearest, expected, cell }, key) => {
      if (cell) return cellRemedy(value, problem, allowed, nearest, expected);
      switch (problem) {
        case 'missing':
          return 'this field is required: add it';
        case 'type': {
          const sample = MAPS[field];
          return expected === 'object' && sample !== undefined
            ? `write ${key.put(sample[0], sample[1])}`
            : toWrite(problem, allowed, expected);
        }
        case 'value':
          return `${guess(nearest)}allowed: ${allowed.map(latin).join(', ')}${expected === 'array' ? `; several as a list: [${allowed.slice(0, 2).map(latin).join(', ')}]; all but one: { not: ${latin(allowed[0]!)} }` : ''}`;
        case 'by-month':
          return 'name the day: 5月底前 (by 31 May) or 6月底前 (by 30 June)';
        case 'no-month-name':
          return 'write dates as 2016-06-08 or 6月8日';
        case 'week-alone':
          return `name the month, as 3月${value}, or write its first and last day: 3月16日至20日`;
        case 'no-such-date':
        case 'date':
        case 'day-missing':
          if (expected === 'window')
            return `${
              problem === 'date' && /(?<![前节])后/.test(value)
                ? `what follows another step: ${key.put('timeline.steps.duration', '10d')} and ${key.put('timeline.steps.after', '[its name]')}; `
                : ''
            }write dates as 2016-06-04, 2016-06, 6月上旬, 6月8日前, 6月底前 or 3月第一周`;
          return 'write dates as 2016-06-04';
        case 'ambiguous-date':
          return 'write 1988-01 or 1988-10';
        case 'note-beside-number':
          return 'write the remark into the name to have it printed, else as a comment (# …)';
        case 'about-exact-parts':
          return `write ${key.put('plan.quota.total', allowed[0]!)}, or make the categories about so many as well`;
        case 'choose-one':
          return 'write one, and only one, of min, max, about, exactly, actual';
        case 'condition':
          return `${CONDITIONS}; or ${key.put('plan.structure.where', '{ gender: female, age: { max: 35 } }')}`;
        case 'too-many':
          return `check that this is the right file, or split the plan${raise(allowed[1])}`;
        case 'too-long':
          return `check the quotes and the indentation, or divide the text${raise(allowed[1])}`;
        default:
          return toWrite(problem, allowed, expected);
      }
    },
  },
  'input/unknown-key': {
    title: 'Unknown field',
    demand: 'Fields have the names of the schema, in English or Chinese; others would not be read.',
    message: ({ key, also = [] }) =>
      `there is no field "${key}"${also.length > 0 ? ` (also in line ${list(also.map(String))})` : ''}`,
    remedy: ({ key, nearest, known }) =>
      `${guess(nearest)}${/^(原则|力争|争取|尽量|一般)/.test(key) ? 'what is only striven for has level: advisory besides; ' : ''}possible here: ${list(known)}`,
  },
  'input/duplicate-key': {
    title: 'Field given twice',
    demand: 'A field is given once; its Chinese and its English name are the same field.',
    message: ({ key, firstLine, missingDash }) =>
      missingDash
        ? `"${key}" is given again, as if the next item began here without its dash; that item is not read (the one above begins on line ${firstLine})`
        : `"${key}" was given on line ${firstLine} already; only the first is read`,
    remedy: ({ key, missingDash }) =>
      missingDash
        ? `write "- ${key}: …", with the dash below the dash of the item above; delete the lines if they are no other item`
        : 'keep one and delete the other',
  },
  'input/duplicate-id': {
    title: 'Id used twice',
    demand: 'Ids of categories, requirements, materials, people and steps are unique among their kind.',
    message: ({ id, firstLine }) => `the id "${id}" was used on line ${firstLine} already`,
    remedy: () => 'give it another id',
  },
  'input/unknown-reference': {
    title: 'Reference to nothing',
    demand: 'The ids named under of, category, after and due exist in the plan.',
    message: ({ target, name }) =>
      target === 'share-circle'
        ? `by "${name}" this is a share of itself`
        : `there is no ${LINKS[target]} "${name}"`,
    remedy: ({ target, nearest, known }) =>
      target === 'share-circle'
        ? 'make it a share of the total, of a category or of another requirement'
        : `${guess(nearest)}${known.length > 0 ? `there are: ${list(known)}` : 'add it to the plan first'}`,
  },
  'input/fullwidth-punctuation': {
    title: 'Full-width marks',
    demand: 'Colons, commas, brackets, digits and the spaces of indentation are ASCII.',
    message: ({ text, read, instead }) =>
      read
        ? isSpace(text)
          ? 'a full-width or no-break space, read as an ordinary one'
          : `full-width characters in "${text}", read as "${instead.trim()}"`
        : isSpace(text)
          ? 'this line is indented with full-width spaces'
          : `"${text}" is a full-width mark and cannot be read here`,
    remedy: ({ text, instead, read }) =>
      read
        ? 'the meaning is unchanged; ASCII is safer for other programs'
        : isSpace(text)
          ? 'indent with ordinary spaces'
          : `write "${instead}" (with a space behind a colon)`,
  },
  'input/precision-lost': {
    title: 'Digits at risk',
    demand:
      'ID numbers and numbers with leading zeros are in quotes; other programs lose digits of plain numbers.',
    message: ({ becomes, heading, cells }) =>
      heading !== undefined && cells === undefined
        ? `"${heading}" lost its last digits in the roster that it came from: it is not known`
        : heading === undefined
          ? `not in quotes: other programs read it as ${becomes}`
          : `column "${heading}" became a number and lost its last digits; not read${cells !== undefined && cells.length > 1 ? ` (${list(cells)})` : ''}`,
    remedy: ({ heading, cells }, key) =>
      heading !== undefined && cells === undefined
        ? `write the 18 characters of the ID card: ${key.put('candidates.candidates.idNumber', '"…"')}`
        : heading === undefined
          ? 'put it in quotes; here it was read as it stands'
          : 'make the column text, then type the number again; from a CSV, ask for an .xlsx',
  },
  'input/sheet-guess': {
    title: 'How a workbook was read',
    demand:
      'What is guessed, reckoned or taken from an ID number in reading a workbook is told, to be checked.',
    message: args => sheetNotes[args.kind].message(args),
    remedy: args => sheetNotes[args.kind].remedy(args),
  },
  'input/sheet-left-out': {
    title: 'Left out of a workbook',
    demand: 'Rows, columns, cells and sheets of a workbook that are not read are told, with the reason.',
    message: args => sheetNotes[args.kind].message(args),
    remedy: args => sheetNotes[args.kind].remedy(args),
  },
  'input/several-documents': {
    title: 'Several documents',
    demand: 'A file holds one document, without "---" in the middle.',
    message: () => 'there is a "---" in the middle; what follows was not read',
    remedy: () => 'remove the "---", or put the rest into a file of its own',
  },
};

const isSpace = (text: string): boolean => text.trim() === '';

/** In a cell there are no quotes to put. */
/** What holds fields, with an example of each. */
const MAPS: Record<string, Parameters<KeyOf['put']>> = {
  materials: ['candidates.candidates.materials', '{ application: 2023-04-10, review: true }'],
  events: ['candidates.candidates.events', '{ application: 2023-04-10, activist: 2024-03-05 }'],
  quota: ['plan.quota', '{ total: 9 }'],
};

const expectedOf = (expected: Expected, cell: true | undefined, [example]: readonly string[] = []): string =>
  cell && expected === 'id-number'
    ? 'an ID number of 18 characters'
    : EXPECTED[expected].replace('{example}', example ?? NUMBERS[expected] ?? '9');

/** How a number looks in a field without an example. */
const NUMBERS: { [E in Expected]?: string } = { number: '1.3', factor: '120%' };

/** How to mend a cell: in the words of Excel, not of YAML. */
function cellRemedy(
  value: string,
  problem: SchemaArgs['problem'],
  allowed: string[],
  nearest: string,
  expected: Expected,
): string {
  switch (problem) {
    case 'value':
      return `${guess(nearest)}allowed: ${allowed.map(latin).join(', ')}`;
    case 'date':
    case 'no-such-date':
    case 'day-missing':
      if (/^\s*\d{1,2}\s*[份次篇]?\s*$/.test(value))
        return 'write the date of each paper, not their number, as 2026.03.30、2026.06.30';
      return 'write dates as 2016.06.04, in a column that is text';
    case 'no-month-name':
      return 'write dates as 2016.06.08 or 6月8日, in a column that is text';
    case 'ambiguous-date':
      return 'write 1988.01 or 1988.10, in a column that is text';
    case 'missing':
      return 'add it to the sheet';
    case 'choose-one':
      return 'choose one under 要求 (不低于, 不超过, 左右, 恰好, 实际占), and write how many under 比例或人数';
    case 'condition':
      return CONDITIONS;
    case 'note-beside-number':
      return 'write the remark into the name';
    case 'about-exact-parts':
      return `write ${allowed[0]} as the total, or make the categories about so many as well`;
    default:
      return expected === 'id-number'
        ? 'make the column text and type the number again'
        : toWrite(problem, allowed, expected);
  }
}

/** Allowed values come as `女(female)`: the English part. */
const latin = (value: string): string => /\(([^)]*)\)$/.exec(value)?.[1] ?? value;

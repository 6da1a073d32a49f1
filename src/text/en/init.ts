import type { init as zh } from '../zh/init.ts';

export const init: typeof zh = {
  template: {
    plan: {
      title: 'annual plan for developing new members; what follows # is explanation and may go',
      ageAsOf: 'the day on which ages are taken',
      quota:
        'the total: 9, {about: 30}, {max: 30}, or pending where it is not issued yet; and the slots of each category, which add up to it (take out the # to fill them in)',
      structure:
        'one of min, max, about for each; add planned: where the plan states a head count; nothing where nothing is asked',
      reserve: 'how many activists each slot has in reserve; nothing where nothing is asked',
      materials: 'the papers to hand in; delete what is not needed',
      files: 'roster and timeline; the roster may be an Excel file, e.g. roster.xlsx',
      branches: 'branches',
    },
    share: {
      women: 'women',
      youth: '35 or younger',
      education: 'senior high or above',
      frontline: 'front line',
      minority: 'ethnic minorities',
    },
    material: {
      application: '入党申请书',
      cultivation: '入党积极分子培养考察登记表',
      reports: '每季度思想汇报',
      review: '政审材料',
      autobiography: '个人自传',
      league: '团组织推优表',
    },
    candidates: [
      'Nominees and reserve activists, one entry each:',
      'candidates:',
      '  - id: c01',
      '    name: 张三',
      '    gender: female',
      '    birth: 1990-05-03',
      '    ethnicity: 维吾尔族',
      '    education: senior-high',
      '    occupation: farmer',
      '    category: farmer',
      '    role: nominee',
      '    events: { application: 2013-03-01, activist: 2014-06-01 }',
      'With an Excel roster, delete this file and run plan import roster.xlsx',
    ],
    timeline: [
      'The steps: put in the day of the first, and the others follow by their lengths; or write a date for each.',
      '5wd is five working days, 10d ten days. Take the lengths of notice and training from your superior.',
    ],
    steps: {
      nominate: '各支部推荐人选，支部委员会讨论',
      consent: '报党委同意',
      notice: '公示',
      list: '列为发展对象',
      file: '报党委备案',
      review: '政治审查',
      training: '发展对象集中培训',
      preReview: '党委预审',
      form: '填写入党志愿书',
      meeting: '召开支部大会讨论接收',
      talk: '党委派人谈话',
      approve: '党委审批',
    },
    branches: '各党支部',
    /** who approves where the unit itself cannot */
    superior: '上级党委',
    /** of the year in which the text changes */
    straddles:
      'Since 11 May 2026 the superior committee agrees and a notice hangs before anybody is listed; who was listed before needs none.',
    toBeFilledIn: '待定',
    sample: { category: '农村' },
  },
  unit: '某党委',
  questions: {
    year: 'Year of the plan?',
    name: 'Party organization that makes the plan',
    superior: 'Superior that issues the quota (may be empty)',
    total: 'Total quota of the year (also 30名左右, 不超过30; empty where it is not issued yet)',
    category: left =>
      `A category as NAME:NUMBER, e.g. 农村:5${left === undefined ? '' : `; ${left} are not given out yet`} (empty for none or no more)`,
    reserve: 'Reserve activists for each slot, e.g. 2-3 (empty for none)',
    categoryLeft: left => `${left} are not given out yet; for no categories at all, name none`,
    categoryOver: over => `${over} more than the total`,
    share: name => `Share of ${name} (empty for none)`,
    percent:
      'a share, with at least, at most or about before it, such as at least 35%, about 1/3; or nothing',
  },
  invalidNumber: 'a whole number, please',
  totalForm: '9, 30名左右, 不超过30',
  reserveForm: '2, 2-3',
  invalidTotal: 'write 9, 30名左右 or 不超过30, or nothing',
  invalidReserve: 'write 2 or 2-3, or nothing',
  demand: (name, comparator, share) =>
    `${name} ${{ min: 'at least', max: 'at most', about: 'about', exactly: 'exactly' }[comparator]} ${share}`,
  demands: (told, guessed) =>
    `structure: ${told.join(', ')}${guessed ? '; where nothing was said of at least or about, the usual one was taken: correct plan.yaml, or say it, as in "women=at least 35%"' : ''}`,
  leftOpen: what => `not given, to be filled in: ${what.join(', ')}`,
  fromRoster: told => `taken from the roster: ${told.join('; ')}. Correct plan.yaml where that is wrong`,
  told: {
    year: (year, text) => `year ${year} ("${text}")`,
    name: (name, text) => `organization ${name} ("${text}")`,
  },
  yearGuessed: year =>
    `nothing says which year the plan is for: it is written for this year (${year}); for another one change the year and the age date, or start again with --year`,
  open: {
    name: 'the Party organization',
    total: 'total',
    categories: 'categories',
    shares: 'structure',
    reserve: 'reserve',
    dates: 'day of the first step',
  },
  sumMismatch: (sum, total) => `the categories add up to ${sum}, the total is ${total}`,
  categoryForm: 'NAME:SLOTS, e.g. 农牧民:7',
  ratioForm: names =>
    `NAME=SHARE, e.g. "women=at least 35%", "women=about 45%"; names are ${names.join(', ')}`,
  cancelled: 'cancelled; nothing was written',
  notAFolder: path => `${path} is a file, not a folder; choose another name`,
  exists: path => `${path} exists; nothing was changed. Choose another folder`,
  next: (folder, filled) => {
    const check = folder === '.' ? 'plan check' : `plan check ${folder}`;
    return filled
      ? `Next: run ${check}`
      : `Next: put people into ${folder === '.' ? '' : `${folder}/`}candidates.yaml (or write candidates: roster.xlsx in plan.yaml), then run ${check}`;
  },
};

import type { init as zh } from '../zh/init.ts';

export const init: typeof zh = {
  template: {
    plan: {
      title: 'annual plan for developing new members; what follows # is explanation and may go',
      ageAsOf: 'the day on which ages are taken',
      quota: 'the total, and the slots of each category (their sum is the total)',
      structure: 'one of min, max, about for each; add planned: where the plan states a head count',
      reserve: 'two to three activists in reserve for every new member',
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
      'The steps; put in the real dates. 5wd is five working days, 10d ten days.',
      'Take the length of the notice from your superior.',
    ],
    steps: {
      course: '举办入党积极分子培训班',
      nominate: '各支部推荐人选并上报',
      inspect: '镇党委组织考察',
      decide: '召开党委会议，研究确定人选',
      notice: '公示',
    },
  },
  unit: '某镇党委',
  questions: {
    year: 'Year of the plan?',
    name: 'Party organization that makes the plan',
    superior: 'Superior that issues the quota (may be empty)',
    total: 'Total quota of the year',
    category: name => `Slots for ${name} (0 for none)`,
    share: name => `Share of ${name} (empty for none)`,
    percent: 'a percentage such as 45%, or nothing',
  },
  invalidNumber: 'a whole number, please',
  categoryForm: 'NAME:SLOTS, e.g. 农牧民:7',
  ratioForm: names => `NAME=PERCENT, e.g. women=45%; names are ${names.join(', ')}`,
  cancelled: 'cancelled; nothing was written',
  notAFolder: path => `${path} is not a folder`,
  exists: path => `${path} exists; nothing was changed. Choose another folder`,
  next: (folder, filled) => {
    const check = folder === '.' ? 'plan check' : `plan check ${folder}`;
    return filled
      ? `Next: run ${check}`
      : `Next: put people into ${folder === '.' ? '' : `${folder}/`}candidates.yaml (or write candidates: roster.xlsx in plan.yaml), then run ${check}`;
  },
};

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkRow } from '../../src/county/run.ts';
import { loadTexts } from '../../src/text/load.ts';
import { parseDay } from '../../src/values/day.ts';
import { memoryFiles } from '../support/memory.ts';

// States of requirements that are told alike are one object in the rows of a batch: each of these differs in one thing alone.
const requirement = 'id: women, name: 女党员, where: { gender: female }, min: 40%';
const REQUIREMENTS = [
  requirement,
  requirement.replace('women', 'w'),
  requirement.replace('女党员', '妇女'),
  requirement.replace('40%', '41%'),
  requirement.replace('40%', '1'),
  requirement.replace('min:', 'max:'),
  requirement.replace('min: 40%', 'about: 1'),
  requirement.replace('min: 40%', 'exactly: 1'),
  `${requirement}, planned: 1`,
  `${requirement}, level: advisory`,
  requirement.replace('female', 'male'),
];
const PEOPLE = ['', 'gender: female, ', 'gender: male, '];

it('a row has the states of its own plan, however like those before it they are', async () => {
  const texts = await loadTexts('zh');
  for (const total of [1, 2])
    for (const own of REQUIREMENTS)
      for (const gender of PEOPLE) {
        const plan = `year: 2016
organization: { name: 某镇 }
quota: { total: ${total}, categories: [{ id: farmer, name: 农牧民, count: ${total} }] }
structure: [{ ${own} }]
candidates: [{ id: c1, name: 甲, ${gender}category: farmer, slot: farmer-1, role: nominee }]
`;
        const files = memoryFiles({ [join('a', 'plan.yaml')]: plan });
        const structures = [];
        for (const detail of ['light', 'whole'] as const) {
          const context = {
            asOf: parseDay('2016-06-01')!,
            texts,
            secret: '',
            detail,
            redact: false,
            withPeople: false,
          };
          structures.push((await checkRow('a', 0, files, context)).result.structure);
        }
        expect(structures[0]).toHaveLength(1);
        expect(structures[0]).toEqual(structures[1]);
      }
});

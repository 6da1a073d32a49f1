import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../src/facts/procedure/needs.ts';
import type { StepName } from '../../../src/model/steps.ts';
import { checkInMemory } from '../../support/memory.ts';

async function papers(step: StepName, fields: object = {}, plan: object = {}) {
  const { facts } = await checkInMemory(
    {
      year: 2016,
      organization: { name: '某镇党委' },
      candidates: [{ id: 'c01', name: '王芳', ...fields }],
      ...plan,
    },
    '2016-06-01',
  );
  const [person] = facts!.plan.people;
  return needsOf(facts!.plan, person!, step, 2014).papers.map(({ paper, case: when }) =>
    when ? `${paper}?${when}` : paper,
  );
}

describe('the papers that a step needs of somebody', () => {
  it('include the League’s form for its members under 28, on the day', async () => {
    const league = async (fields: object) =>
      (await papers('activist', fields)).filter(paper => paper.startsWith('leagueForm'));
    expect(await league({ leagueMember: true, birth: '1988-06-02' })).toEqual(['leagueForm']);
    expect(await league({ leagueMember: true, birth: '1988-06-01' })).toEqual([]);
    expect(await league({ leagueMember: false })).toEqual([]);
    expect(await league({ birth: '1980-01-01' })).toEqual([]);
    expect(await league({ leagueMember: true })).toEqual(['leagueForm?youngLeagueMember']);
    expect(await league({ birth: '1995-01-01' })).toEqual(['leagueForm?youngLeagueMember']);
  });

  it('are minutes of the meeting where the branch has no committee', async () => {
    const branches = [{ name: '东村党支部', committee: false }, { name: '西村党支部' }];
    const minutes = async (branch: string) =>
      (await papers('prospective', { branch }, { branches })).filter(paper => paper.endsWith('Minutes'));
    expect(await minutes('东村党支部')).toEqual(['branchMinutes']);
    expect(await minutes('西村党支部')).toEqual(['committeeMinutes']);
    expect(await minutes('北村党支部')).toEqual(['committeeMinutes']);
  });

  it('are opinions from both places for mobile people, and letters where kin live elsewhere', async () => {
    const review = (mobile?: boolean) => papers('politicalReview', { mobile });
    expect(await review(true)).toEqual([
      'autobiography',
      'reviewSummary',
      'letters?kinElsewhere',
      'residenceOpinions',
    ]);
    expect(await review(false)).not.toContain('residenceOpinions');
    expect(await review()).toContain('residenceOpinions?mobile');
  });
});

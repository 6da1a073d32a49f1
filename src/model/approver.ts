/** Why an organization cannot approve admissions (Rules, Art. 23, since 2026 Art. 22). */
export type CannotApprove = 'branch' | 'general-branch' | 'leading-group' | 'temporary' | 'below-township';

/** Between organizations in one text: 镇党委、各党支部. */
const BETWEEN = /[、，,；;和及与]|\s+/;

const KINDS: readonly (readonly [CannotApprove, RegExp])[] = [
  ['temporary', /临时/],
  ['general-branch', /总支(部|委|委员会)?$/],
  ['leading-group', /党组$/],
  ['branch', /(党支部|支部|支委会?|支部委员会|支部大会)$/],
];

/** A village's or a community's committee: under a township or a sub-district it only deliberates (审议). */
const BELOW_TOWNSHIP = /(村|社区|嘎查)党委$/;
const TOWNSHIP = /(乡|镇|街道|苏木)(党委|党工委)?/;

/**
 * Why whoever a text names cannot approve; undefined where one of those named can, or may. `committee` is the organization whose
 * plan it is: a village's committee stands below it where it is a township's.
 */
export function cannotApprove(text: string, committee: string): CannotApprove | undefined {
  let why: CannotApprove | undefined;
  for (const name of text.replace(/[（(].*?[）)]/g, '').split(BETWEEN)) {
    if (name === '') continue;
    const kind = KINDS.find(([, pattern]) => pattern.test(name))?.[0];
    const below = BELOW_TOWNSHIP.test(name) && TOWNSHIP.test(committee) ? 'below-township' : undefined;
    if (!kind && !below) return undefined;
    why ??= kind ?? below;
  }
  return why;
}

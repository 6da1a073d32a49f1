import { maskPersonal } from '../../model/personal.ts';
import { visible } from '../../output/layout/clean.ts';

/** A text of a plan on one line, masked before it is escaped. */
export const clean = (text: string): string => visible(maskPersonal(text), { oneLine: true });

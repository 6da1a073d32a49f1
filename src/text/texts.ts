import type { texts as zh } from './zh/index.ts';

export type { Language } from './language.ts';

/** Everything that users read in one language. Chinese sets the shape, and the compiler asks for the same in English. */
export type Texts = typeof zh;

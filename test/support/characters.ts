import fc from 'fast-check';

/** Any character but half a surrogate pair, as a `unit` of `fc.string`: what `'binary'` draws, whose tables take a second to make. */
export const character = fc.nat(0x10f7ff).map(at => String.fromCodePoint(at < 0xd800 ? at : at + 0x800));

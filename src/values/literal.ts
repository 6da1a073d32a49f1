/** A text as a part of a regular expression that matches it to the letter, with the flag `u` or without. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

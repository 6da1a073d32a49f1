/** What `plan select` says. */
export interface SelectTexts {
  title(plan: string): string;
  disclaimer: string;
  feasible(changes: number): string;
  infeasible: string;
  undecided: string;
  headings: {
    changes: string;
    selection: string;
    reasons: string;
    waysOut: string;
    resilience: string;
  };
  columns: {
    changes: [slot: string, from: string, to: string];
    selection: [slot: string, nominee: string, reserves: string, remark: string];
    resilience: [slot: string, nominee: string, substitutes: string];
  };
  open: string;
  changed: string;
  list(names: string[]): string;
  reserve: string;
  tooFewFit(category: string, need: number, have: number): string;
  tooFew(requirement: string, need: number, have: number): string;
  tooMany(requirement: string, most: number, others: number): string;
  competition(slots: string[], needed: number, people: string[]): string;
  conflict(names: string[]): string;
  conflictOne(name: string): string;
  noConflict: string;
  add(count: number, category: string, names: string[]): string;
  /** the additions together help */
  addIntro(count: number): string;
  lower(name: string, from: number, to: number): string;
  raise(name: string, from: number, to: number): string;
  relax: string;
  orRelax: string;
  /** on either way */
  exchange(count: number): string;
  none: string;
  resilience(safe: number, all: number, pairs: number, allPairs: number): string;
  /** on the terminal */
  noSlots: string;
  cannotWrite: string;
  notUtf8(path: string): string;
  nothingToWrite: string;
  backup(path: string): string;
}

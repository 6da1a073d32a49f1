import type { Person, Plan } from '../../model/plan.ts';
import type { Problems } from '../problem.ts';

/** A name of one character is replaced where it is the whole text alone: in others it is part of words. */
const SHORTEST = 2;

/** Arguments of findings on the form of files that repeat what somebody wrote: it may be anything, a name too. */
const WRITTEN = ['value', 'text', 'key', 'becomes', 'detail'];

/**
 * Pseudonyms for everybody whose name stands in a plan: 人员01 for people on the roster, 党员01 for contacts and
 * introducers, in the order of the files. The same name is the same pseudonym everywhere in the plan and in each output
 * of it, as long as nobody is put in before.
 */
export class Pseudonyms {
  private readonly names = { candidate: new Set<string>(), member: new Set<string>() };
  private known: Map<string, string> | undefined;
  private pattern: RegExp | undefined;

  /** Notes a name as it is read. */
  add(name: string, kind: 'candidate' | 'member'): void {
    if (name !== '') this.names[kind].add(name);
  }

  /** Replaces the names in all that a report can show: people, texts that somebody wrote, findings on the form. */
  redact(plan: Plan, problems: Problems): void {
    for (const person of plan.people) this.redactPerson(person);
    if (plan.title !== undefined) plan.title = this.replaced(plan.title);
    for (const section of plan.narrative) {
      section.heading = this.replaced(section.heading);
      section.text = this.replaced(section.text);
    }
    for (const step of plan.steps) {
      step.name = this.replaced(step.name);
      if (step.owner !== undefined) step.owner = this.replaced(step.owner);
      if (step.note !== undefined) step.note = this.replaced(step.note);
    }
    for (const waiver of plan.waivers) {
      waiver.reason = this.replaced(waiver.reason);
      waiver.approvedBy = this.replaced(waiver.approvedBy);
      if (waiver.subject !== undefined) waiver.subject = this.replaced(waiver.subject);
    }
    plan.organization = this.replaced(plan.organization);
    this.redactProblems(problems);
  }

  /** Findings on the form name what was written; where it is is said anyway. */
  redactProblems(problems: Problems): void {
    for (const problem of problems.all)
      if (problem.code.startsWith('input/') && problem.code !== 'input/unreadable')
        problem.args = Object.fromEntries(
          Object.entries(problem.args).map(([name, value]) => [
            name,
            WRITTEN.includes(name) &&
            typeof value === 'string' &&
            value !== '' &&
            !isOneOfOurs(problem.code, name)
              ? '…'
              : this.replaced(value),
          ]),
        ) as typeof problem.args;
  }

  private redactPerson(person: Person): void {
    person.rosterName = person.name;
    person.id = this.replaced(person.id);
    person.data = this.replaced(person.data);
    person.name = this.of(person.name);
  }

  /** The same value with all names replaced. */
  private replaced<T>(value: T): T {
    if (typeof value === 'string') return this.inText(value) as T;
    if (Array.isArray(value)) return value.map(item => this.replaced(item)) as T;
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.create(null);
    for (const [key, below] of Object.entries(value)) copy[key] = this.replaced(below);
    return copy;
  }

  private of(name: string): string {
    return this.all().get(name.trim()) ?? this.inText(name);
  }

  private inText(text: string): string {
    const whole = this.all().get(text.trim());
    if (whole !== undefined) return whole;
    return this.pattern ? text.replace(this.pattern, name => this.all().get(name)!) : text;
  }

  private all(): Map<string, string> {
    if (!this.known) {
      const { candidate, member } = this.names;
      this.known = new Map([
        ...numbered(
          '党员',
          [...member].filter(name => !candidate.has(name)),
        ),
        ...numbered('人员', [...candidate]),
      ]);
      // The longest first: 王小明 before 王小.
      const inTexts = [...this.known.keys()]
        .filter(name => [...name].length >= SHORTEST)
        .sort((a, b) => b.length - a.length)
        .map(name => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      this.pattern = inTexts.length > 0 ? new RegExp(inTexts.join('|'), 'g') : undefined;
    }
    return this.known;
  }
}

/** What a syntax error is called by the parser is ours, not the user's. */
const isOneOfOurs = (code: string, name: string): boolean => code === 'input/syntax' && name === 'detail';

function numbered(word: string, names: readonly string[]): [string, string][] {
  const width = Math.max(2, String(names.length).length);
  return names.map((name, index) => [name, `${word}${String(index + 1).padStart(width, '0')}`]);
}

import templates from '../generated/templates.json' with { type: 'json' };
import { checkedPlans } from '../library/core.ts';
import { placeOf } from '../output/findings/findings.ts';
import { isTableFile, PLAN_FILES, ROSTER_FILE, TIMELINE_FILE } from '../read/file-names.ts';
import type { Language } from '../text/language.ts';
import { loadTexts } from '../text/load.ts';
import { messageOf } from '../text/sentences.ts';
import type { Texts } from '../text/texts.ts';
import { type Done, runCommand } from './commands.ts';
import type { InputFile } from './memory.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export type CheckedPlan = Awaited<ReturnType<typeof checkedPlans>>[number];
export type Finding = CheckedPlan['findings'][number];

/** Where in which file the clerk is led. */
export interface Goal {
  file: string;
  line: number;
  column: number;
  /** of a workbook: the sheet and the cell */
  cell?: string | undefined;
}

export const isText = (path: string): boolean => /\.(ya?ml|json|md|txt)$/i.test(path);

/** What lies on the clerk's desk: the files, what was found in them, and where he looks. The view follows each change. */
export class Desk {
  files: InputFile[] = [];
  language: Language = 'zh';
  words: PageTexts = pageTexts('zh');
  texts!: Texts;
  plans: CheckedPlan[] = [];
  /** the plan that is looked at, of several */
  plan = '';
  /** the file that is shown beside the findings */
  file = '';
  goal: Goal | undefined;
  /** what was found before the last change and is no more */
  mended: string[] = [];
  /** something that went wrong, in words */
  trouble = '';
  busy = false;
  saved = true;
  private before: InputFile[][] = [];
  private readonly listeners = new Set<() => void>();
  private turn = 0;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  async start(language: Language): Promise<void> {
    await this.speak(language);
  }

  async speak(language: Language): Promise<void> {
    this.language = language;
    this.words = pageTexts(language);
    this.texts = await loadTexts(language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = this.words.title;
    this.changed();
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get current(): CheckedPlan | undefined {
    return this.plans.find(({ path }) => path === this.plan);
  }

  /** The rosters of which no plan speaks yet: with them alone the clerk begins. */
  get rosters(): InputFile[] {
    return this.files.filter(({ path }) => isTableFile(path));
  }

  /** New files instead of those that lie here. */
  async open(files: InputFile[]): Promise<void> {
    this.before = [];
    this.mended = [];
    this.trouble = '';
    this.goal = undefined;
    this.plan = '';
    this.file = '';
    this.saved = true;
    await this.check(files);
    window.scrollTo(0, 0);
  }

  /** More files beside those that lie here; those of the same path are replaced. */
  async add(files: readonly InputFile[]): Promise<void> {
    const paths = new Set(files.map(({ path }) => path));
    await this.change([...this.files.filter(({ path }) => !paths.has(path)), ...files]);
  }

  openExample(): Promise<void> {
    const encoder = new TextEncoder();
    return this.open(
      Object.entries(templates['township-2016']).map(([path, text]) => ({
        path,
        bytes: encoder.encode(text),
      })),
    );
  }

  /** The files after a change that can be undone. */
  async change(files: InputFile[]): Promise<void> {
    this.before.push(this.files);
    this.saved = false;
    await this.check(files);
  }

  edit(path: string, bytes: Uint8Array): Promise<void> {
    return this.change(this.files.map(each => (each.path === path ? { path, bytes } : each)));
  }

  async undo(): Promise<void> {
    const files = this.before.pop();
    if (!files) return;
    await this.check(files);
    // What is found no more was undone, not mended.
    this.mended = [];
    this.changed();
  }

  show(path: string): void {
    window.scrollTo(0, 0);
    this.plan = path;
    this.file = this.current ? this.firstFile(this.current) : '';
    this.goal = undefined;
    this.changed();
  }

  look(goal: Goal): void {
    this.file = goal.file;
    this.goal = goal;
    this.changed();
  }

  /** The files that belong to a plan: those of its folder, its own first; of a plan in a file that file alone. */
  filesOf(path: string): InputFile[] {
    const alone = this.files.find(each => each.path === path);
    if (alone) return [alone];
    const folder = path === '.' ? '' : `${path}/`;
    const own = this.files.filter(
      each =>
        each.path.startsWith(folder) &&
        !/(^|\/)\./.test(each.path) &&
        (isText(each.path) || isTableFile(each.path)),
    );
    const rank = ({ path: name }: InputFile) =>
      [...PLAN_FILES, ROSTER_FILE, TIMELINE_FILE].findIndex(each => name.endsWith(each)) + 1 || 3;
    return own.sort((a, b) => rank(a) - rank(b));
  }

  run(
    name: string,
    args: readonly string[],
    options: Record<string, string | string[] | boolean>,
  ): Promise<Done> {
    return runCommand(name, args, options, this.files, this.language);
  }

  /** The file that is shown before anything is chosen: where the first thing to mend stands, else the plan's own. */
  private firstFile({ path, findings }: CheckedPlan): string {
    const own = this.filesOf(path).map(file => file.path);
    const first = findings.find(({ severity }) => severity === 'error');
    const wrong = first && goalOf(first).file;
    return own.find(file => file === wrong) ?? own[0] ?? '';
  }

  private async check(files: InputFile[]): Promise<void> {
    const turn = ++this.turn;
    this.files = files;
    const earlier = this.current?.findings ?? [];
    const plans = await checkedPlans(files);
    // Who types faster than the check ends sees the last one alone.
    if (turn !== this.turn) return;
    this.plans = plans;
    if (!this.current) {
      this.plan = plans.length === 1 ? plans[0]!.path : '';
      this.file = plans.length === 1 ? this.firstFile(plans[0]!) : '';
      this.mended = [];
    } else this.mended = this.gone(earlier, this.current.findings);
    this.changed();
  }

  private gone(earlier: readonly Finding[], now: readonly Finding[]): string[] {
    const key = (finding: Finding) => `${finding.code} ${finding.subject} ${messageOf(finding, this.texts)}`;
    const left = new Set(now.map(key));
    return earlier
      .filter(finding => finding.severity !== 'info' && !left.has(key(finding)))
      .map(finding => messageOf(finding, this.texts))
      .slice(0, 5);
  }
}

/** The place of a finding as the clerk reads it, and where a click leads. */
export function goalOf(finding: Finding): Goal & { shown: string } {
  const { file, line, column, cell } = finding.place.locate();
  return { file, line, column, ...(cell !== undefined && { cell }), shown: placeOf(finding) };
}

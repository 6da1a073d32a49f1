import type { TemplateTexts } from '../office/plan-template.ts';

/** What `plan init` asks, writes as comments, and says. */
export interface InitTexts {
  template: TemplateTexts;
  /** the name of a unit that is not named */
  unit: string;
  questions: {
    year: string;
    name: string;
    superior: string;
    total: string;
    category(name: string): string;
    share(name: string): string;
    percent: string;
  };
  invalidNumber: string;
  categoryForm: string;
  ratioForm(names: string[]): string;
  cancelled: string;
  notAFolder(path: string): string;
  exists(path: string): string;
  /** the last line: what to do next; `filled` when there is a roster already */
  next(folder: string, filled: boolean): string;
}

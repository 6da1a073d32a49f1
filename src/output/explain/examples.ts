import generated from '../../generated/examples.json' with { type: 'json' };

/** A file of an example, as a clerk would write it. */
export interface ExampleFile {
  name: string;
  text: string;
}

/** The first bad and the first good example of a rule: the fixtures that run as tests. */
export function examplesOf(code: string): { bad?: ExampleFile[]; good?: ExampleFile[] } {
  return (generated as Record<string, { bad?: ExampleFile[]; good?: ExampleFile[] }>)[code] ?? {};
}

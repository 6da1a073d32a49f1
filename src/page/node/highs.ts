// The second solver is two megabytes of WebAssembly: the page does without, and where the first one runs out of time `select`
// says that it could not decide.
export default async () => ({ solve: () => ({ Status: 'Time limit reached', Columns: {} }) });

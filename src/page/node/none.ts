// What only a machine has; no code that the page runs comes here.
export default {};
export const availableParallelism = (): number => 1;

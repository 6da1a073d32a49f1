import { useEffect, useState } from 'preact/hooks';
import type { Desk } from '../desk.ts';

/** Draws the component again after each change on the desk. */
export function useDesk(desk: Desk): void {
  const [, draw] = useState(0);
  useEffect(() => desk.subscribe(() => draw(count => count + 1)), [desk]);
}

import './older-browsers.ts';
import { render } from 'preact';
import { checkFiles } from '../library/core.ts';
import { styleSheet } from '../output/print/style-sheet.ts';
import { version } from '../values/version.ts';
import { runCommand } from './commands.ts';
import { Desk } from './desk.ts';
import { App } from './view/app.tsx';

// The whole tool in one page. Scripts and tests talk to it by window.plan; people by what App shows.

declare global {
  interface Window {
    plan: { check: typeof checkFiles; run: typeof runCommand; version: string };
  }
}

window.plan = { check: checkFiles, run: runCommand, version };

// The tables are those of printed pages, and so are the colours.
const style = document.createElement('style');
style.textContent = styleSheet('sheet', 'portrait');
document.head.prepend(style);

const desk = new Desk();
const preferred = navigator.language.startsWith('en') ? 'en' : 'zh';
void desk.start(preferred).then(() => render(<App desk={desk} />, document.getElementById('app')!));

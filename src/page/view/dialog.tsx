import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageTexts } from '../texts.ts';

/** A window above the page; Esc closes it, and the browser keeps the keyboard in it. */
export function Dialog({
  heading,
  words,
  close,
  children,
}: {
  heading: string;
  words: PageTexts;
  close(): void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={heading} onClose={close}>
      <div class="dialog-head">
        <h2>{heading}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.actions.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}

/** What a command said, as it said it. */
export function Said({
  heading,
  text,
  words,
  close,
}: {
  heading: string;
  text: string;
  words: PageTexts;
  close(): void;
}) {
  return (
    <Dialog heading={heading} words={words} close={close}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre class="said" tabIndex={0}>
        {text.trim()}
      </pre>
    </Dialog>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Desk } from '../desk.ts';
import { keptFiles } from '../keep.ts';
import type { InputFile } from '../memory.ts';

/** Nothing lies on the desk: one large field, and three small ways. */
export function Start({
  desk,
  choose,
  ask,
}: {
  desk: Desk;
  choose(files: FileList | null): void;
  ask(): void;
}) {
  const { words } = desk;
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [kept, setKept] = useState<InputFile[]>();
  useEffect(() => void keptFiles().then(setKept), []);
  return (
    <section class="start">
      <h1 class="hidden">{words.title}</h1>
      <button type="button" class="drop" onClick={() => files.current?.click()}>
        <strong>{words.start.drop}</strong>
        <span>{words.start.kinds}</span>
      </button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={words.start.drop}
        onChange={event => choose(event.currentTarget.files)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label={words.start.folder}
        // React-like types do not know this attribute, which every browser has.
        {...{ webkitdirectory: true }}
        onChange={event => choose(event.currentTarget.files)}
      />
      <div class="ways">
        <button type="button" onClick={() => void desk.openExample()}>
          {words.start.example}
        </button>
        <button type="button" onClick={ask}>
          {words.start.questions}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {words.start.folder}
        </button>
        {kept && (
          <button type="button" onClick={() => void desk.open(kept)}>
            {words.start.last}
          </button>
        )}
      </div>
      {desk.files.length > 0 && desk.plans.length === 0 && (
        <p class="trouble" role="alert">
          {words.trouble.noPlan}
        </p>
      )}
    </section>
  );
}

import { useRef, useState } from 'preact/hooks';
import { countsOf, coverageText, verdictOf } from '../../output/findings/findings.ts';
import { planTitle } from '../../output/findings/rows.ts';
import type { CheckedPlan, Desk } from '../desk.ts';
import { keep } from '../keep.ts';
import { Said } from './dialog.tsx';
import { Take } from './take.tsx';

/** The band across the top: may it be handed in, and what can be done with it. */
export function Verdict({
  desk,
  checked,
  choose,
}: {
  desk: Desk;
  checked: CheckedPlan;
  choose(files: FileList | null, beside: boolean): void;
}) {
  const { words, texts } = desk;
  const { verdict, facts, findings } = checked;
  const counts = countsOf(findings);
  const [taking, setTaking] = useState(false);
  const [said, setSaid] = useState<{ heading: string; text: string }>();
  const [kept, setKept] = useState(false);
  const more = useRef<HTMLInputElement>(null);
  const path = checked.path;

  const fix = async () => {
    const done = await desk.run('check', [path], { fix: true });
    const changed = done.written.filter(each => !/\.bak\d*$/.test(each.path));
    if (changed.length > 0) await desk.change(done.files.filter(each => !/\.bak\d*$/.test(each.path)));
    setSaid({
      heading: words.actions.fix,
      text: changed.length > 0 ? `${words.actions.fixed}\n${done.err}` : words.actions.nothingToFix,
    });
  };
  const select = async () => {
    const done = await desk.run('select', [path], {});
    setSaid({ heading: words.actions.select, text: done.out + done.err });
  };
  return (
    <section class={`verdict ${verdict}`} aria-label={words.verdict[verdict]}>
      <div class="band" aria-live="polite">
        <h1>{facts ? planTitle(facts, texts) : path}</h1>
        <p>
          <strong class="outcome">
            <span aria-hidden="true">{verdict === 'pass' ? '✔ ' : '✖ '}</span>
            {verdictOf(checked, texts)}
          </strong>{' '}
          <span class="error">{`${words.verdict.errors} ${counts.error}`}</span>{' '}
          <span class="warning">{`${words.verdict.warnings} ${counts.warning}`}</span>{' '}
          <span class="faint">{`${words.verdict.infos} ${counts.info}`}</span>
        </p>
        <p class="coverage">{coverageText(checked, texts)}</p>
      </div>
      <div class="actions">
        {desk.plans.length > 1 && (
          <button type="button" onClick={() => desk.show('')}>
            {words.actions.back}
          </button>
        )}
        <button type="button" class="primary" onClick={() => setTaking(true)}>
          {words.actions.take}
        </button>
        <button type="button" onClick={() => window.print()}>
          {words.actions.print}
        </button>
        <button type="button" onClick={() => void fix()}>
          {words.actions.fix}
        </button>
        <button type="button" onClick={() => void select()}>
          {words.actions.select}
        </button>
        <button type="button" disabled={!desk.canUndo} onClick={() => void desk.undo()}>
          {words.actions.undo}
        </button>
        <button type="button" onClick={() => more.current?.click()}>
          {words.actions.add}
        </button>
        <button
          type="button"
          aria-pressed={kept}
          onClick={() => void keep(kept ? undefined : desk.files).then(able => setKept(able && !kept))}
        >
          {kept ? words.actions.forget : words.actions.remember}
        </button>
        <input
          ref={more}
          type="file"
          multiple
          hidden
          aria-label={words.actions.add}
          onChange={event => choose(event.currentTarget.files, true)}
        />
      </div>
      {taking && <Take desk={desk} path={path} close={() => setTaking(false)} />}
      {said && (
        <Said heading={said.heading} text={said.text} words={words} close={() => setSaid(undefined)} />
      )}
    </section>
  );
}

import { useState } from 'preact/hooks';
import { citationOf } from '../../output/findings/findings.ts';
import { messageOf, remedyOf } from '../../text/sentences.ts';
import { type CheckedPlan, type Desk, type Finding, goalOf } from '../desk.ts';
import { whoActs } from '../who-acts.ts';
import { Said } from './dialog.tsx';

const MARK = { error: '●', warning: '▲', info: '○' } as const;

/** What to mend, by who must act: the gravest first. */
export function Findings({ desk, checked }: { desk: Desk; checked: CheckedPlan }) {
  const { words } = desk;
  const [why, setWhy] = useState<string>();
  const grave = checked.findings.filter(({ severity }) => severity !== 'info');
  const infos = checked.findings.filter(({ severity }) => severity === 'info');
  const groups = whoActs(grave, checked, words.findings.unit);
  const explain = async (finding: Finding) =>
    setWhy((await desk.run('explain', [finding.code, checked.path], {})).out);
  const item = (finding: Finding, index: number) => (
    <Item
      key={`${finding.code} ${finding.subject} ${index}`}
      desk={desk}
      finding={finding}
      explain={explain}
    />
  );
  return (
    <section class="findings" aria-label={words.findings.heading}>
      <h2>{grave.length > 0 ? words.findings.heading : words.findings.none}</h2>
      {desk.mended.length > 0 && (
        <ul class="mended" aria-live="polite">
          {desk.mended.map(text => (
            <li key={text}>
              <span aria-hidden="true">✔ </span>
              {words.findings.mended}：<s>{text}</s>
            </li>
          ))}
        </ul>
      )}
      {groups.map(({ who, findings }) => (
        <div key={who} class="group">
          <h3>{words.findings.by(who)}</h3>
          <ol>{findings.map(item)}</ol>
        </div>
      ))}
      {infos.length > 0 && (
        <details>
          <summary>{words.findings.infos(infos.length)}</summary>
          <ol>{infos.map(item)}</ol>
        </details>
      )}
      {why !== undefined && (
        <Said heading={words.explain.heading} text={why} words={words} close={() => setWhy(undefined)} />
      )}
    </section>
  );
}

function Item({
  desk,
  finding,
  explain,
}: {
  desk: Desk;
  finding: Finding;
  explain(finding: Finding): Promise<void>;
}) {
  const { words, texts } = desk;
  const goal = goalOf(finding);
  const citation = citationOf(finding, texts);
  const message = messageOf(finding, texts);
  return (
    <li class={finding.severity}>
      <p>
        <span class={finding.severity} aria-hidden="true">
          {MARK[finding.severity]}{' '}
        </span>
        <span class="hidden">{texts.report.severity[finding.severity]}：</span>
        {message}
      </p>
      {finding.severity !== 'info' && <p class="remedy">→ {remedyOf(finding, texts)}</p>}
      <p class="where">
        <button
          type="button"
          class="link"
          aria-label={`${words.findings.go} ${goal.shown}`}
          onClick={() => desk.look(goal)}
        >
          {goal.shown}
        </button>
        {citation !== '' && <small>{citation}</small>}
        <button
          type="button"
          class="link"
          aria-label={`${words.findings.why} ${message}`}
          onClick={() => void explain(finding)}
        >
          {words.findings.why}
        </button>
      </p>
    </li>
  );
}

import { useState } from 'preact/hooks';
import { type FindingGroup, groupsOf } from '../../output/findings/groups.ts';
import { type CheckedPlan, type Desk, type Finding, goalOf } from '../desk.ts';
import { whoActs } from '../who-acts.ts';
import { Said } from './dialog.tsx';

/** So many of one kind are shown until more are asked for: three thousand people may lack the same paper. */
const SHOWN = 8;

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
  const items = (findings: readonly Finding[]) =>
    groupsOf(findings, desk.texts).map((group, index) => (
      <Item
        key={`${group.first.code} ${group.first.subject} ${index}`}
        desk={desk}
        group={group}
        explain={explain}
      />
    ));
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
          <ol>{items(findings)}</ol>
        </div>
      ))}
      {infos.length > 0 && (
        <details>
          <summary>{words.findings.infos(infos.length)}</summary>
          <ol>{items(infos)}</ol>
        </details>
      )}
      {why !== undefined && (
        <Said heading={words.explain.heading} text={why} words={words} close={() => setWhy(undefined)} />
      )}
    </section>
  );
}

/** What is told together: each message with the place that it leads to, then what to do next, once. */
function Item({
  desk,
  group: { first, messages, place, remedy, citation },
  explain,
}: {
  desk: Desk;
  group: FindingGroup;
  explain(finding: Finding): Promise<void>;
}) {
  const { words, texts } = desk;
  const [all, setAll] = useState(false);
  const shown = all || messages.length <= SHOWN + 1 ? messages : messages.slice(0, SHOWN);
  const link = (finding: Finding) => {
    const goal = goalOf(finding);
    return (
      <button
        type="button"
        class="link"
        aria-label={`${words.findings.go} ${goal.shown}`}
        onClick={() => desk.look(goal)}
      >
        {goal.shown}
      </button>
    );
  };
  return (
    <li class={first.severity}>
      {shown.map(({ finding, text, place: own }, index) => (
        <p key={index}>
          <span class={first.severity} aria-hidden="true">
            {MARK[first.severity]}{' '}
          </span>
          <span class="hidden">{texts.report.severity[first.severity]}：</span>
          {text} {own !== '' && link(finding)}
        </p>
      ))}
      {shown.length < messages.length && (
        <button type="button" onClick={() => setAll(true)}>
          {words.findings.all(messages.length - shown.length)}
        </button>
      )}
      {remedy !== '' && <p class="remedy">→ {remedy}</p>}
      <p class="where">
        {place !== '' && link(first)}
        {citation !== '' && <small>{citation}</small>}
        <button
          type="button"
          class="link"
          aria-label={`${words.findings.why} ${messages[0]!.text}`}
          onClick={() => void explain(first)}
        >
          {words.findings.why}
        </button>
      </p>
    </li>
  );
}

import { zipSync } from 'fflate';
import { useState } from 'preact/hooks';
import type { Decision } from '../../facts/procedure/decisions.ts';
import type { Desk } from '../desk.ts';
import { PLAN_PAPERS, STEP_PAPERS, type Taken } from '../papers.ts';
import { saveFile } from '../save.ts';
import { Dialog } from './dialog.tsx';

/** What a command made of the plan, with what it said beside it; without bytes where it made nothing. */
interface Made {
  file: string;
  bytes?: Uint8Array | undefined;
  said: string;
}

/** Everything that can be taken away: the plan itself and its papers, each by the command that prints it. */
export function Take({ desk, path, close }: { desk: Desk; path: string; close(): void }) {
  const { words } = desk;
  const [told, setTold] = useState('');
  const [preview, setPreview] = useState('');
  const plan = desk.current?.facts?.plan;
  const stem = (what: string) =>
    `${plan?.organization.name ?? ''}${plan?.year ?? ''}${what}`.replace(/[\\/:*?"<>|]/g, '');

  const make = async (taken: Taken, format: string, decision: Decision | undefined): Promise<Made> => {
    const about =
      decision && decision !== taken.decisions?.[0] ? desk.texts.stepPapers.decisions[decision] : '';
    const file = `${stem(taken.name(desk) + about)}.${format}`;
    const { written, err } = await desk.run(taken.command, [...(taken.args ?? []), path], {
      ...taken.options,
      ...(decision && { stage: decision }),
      output: file,
      force: true,
    });
    const said = err
      .replace(`${desk.texts.cli.wrote(file)}\n`, '')
      .replace(/^plan: /gm, '')
      .trim();
    return { file, bytes: written.find(each => each.path === file)?.bytes, said };
  };
  const take = async ({ file, bytes, said }: Made) => {
    if (!bytes) return setTold(`${words.take.failed}${said}`);
    await saveFile(file, bytes);
    setTold(`${words.take.done(file)}\n${said}`.trim());
  };
  const view = ({ bytes, said }: Made) => {
    if (bytes) setPreview(new TextDecoder().decode(bytes));
    setTold(bytes ? said : `${words.take.failed}${said}`);
  };
  const zip = async () => {
    const file = `${stem(words.take.zip)}.zip`;
    await saveFile(file, zipSync(Object.fromEntries(desk.files.map(each => [each.path, each.bytes]))));
    desk.saved = true;
    setTold(words.take.done(file));
  };
  const row = (taken: Taken) => (
    <Row
      key={taken.id}
      desk={desk}
      taken={taken}
      take={(format, decision) => void make(taken, format, decision).then(take)}
      view={decision => void make(taken, 'html', decision).then(view)}
    />
  );
  return (
    <Dialog heading={words.take.heading} words={words} close={close}>
      <p>{words.take.intro}</p>
      <table class="take">
        <tbody>
          <tr>
            <th scope="row">{words.take.zip}</th>
            <td>
              <button type="button" onClick={() => void zip()}>
                {words.take.formats.zip}
              </button>
            </td>
          </tr>
          {PLAN_PAPERS.map(row)}
        </tbody>
      </table>
      <h3>{words.take.paper}</h3>
      <table class="take">
        <tbody>{STEP_PAPERS.map(row)}</tbody>
      </table>
      <p role="status" class="told">
        {told}
      </p>
      {preview !== '' && <Preview html={preview} desk={desk} close={() => setPreview('')} />}
    </Dialog>
  );
}

/** One thing to take, in each of its formats; which decision it is about is chosen where there are several. */
function Row({
  desk,
  taken,
  take,
  view,
}: {
  desk: Desk;
  taken: Taken;
  take(format: string, decision: Decision | undefined): void;
  view(decision: Decision | undefined): void;
}) {
  const { words, texts } = desk;
  const { formats, decisions = [] } = taken;
  const [decision, setDecision] = useState(decisions[0]);
  const name = taken.name(desk);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {decisions.length > 1 && (
          <select
            aria-label={`${name}，${words.take.decision}`}
            onChange={event => setDecision(event.currentTarget.value as Decision)}
          >
            {decisions.map(each => (
              <option key={each} value={each} selected={each === decision}>
                {texts.stepPapers.decisions[each]}
              </option>
            ))}
          </select>
        )}
        {formats.map(format => (
          <button
            type="button"
            key={format}
            onClick={() => take(format, decision)}
            aria-label={`${name} ${words.take.formats[format]}`}
          >
            {words.take.formats[format]}
          </button>
        ))}
        {formats.includes('html') && (
          <button
            type="button"
            class="link"
            aria-label={`${words.take.view} ${name}`}
            onClick={() => view(decision)}
          >
            {words.take.view}
          </button>
        )}
      </td>
    </tr>
  );
}

/** A paper as it is printed, with a button that prints it. */
function Preview({ html, desk, close }: { html: string; desk: Desk; close(): void }) {
  const { words } = desk;
  return (
    <Dialog heading={words.take.view} words={words} close={close}>
      <button
        type="button"
        onClick={() =>
          (document.querySelector('iframe.preview') as HTMLIFrameElement | null)?.contentWindow?.print()
        }
      >
        {words.actions.print}
      </button>
      <iframe
        class="preview"
        title={words.take.view}
        sandbox="allow-same-origin allow-modals"
        srcDoc={html}
      />
    </Dialog>
  );
}

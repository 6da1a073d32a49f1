import { zipSync } from 'fflate';
import { useState } from 'preact/hooks';
import type { Desk } from '../desk.ts';
import { PAPERS, type Taken } from '../papers.ts';
import { saveFile } from '../save.ts';
import { Dialog } from './dialog.tsx';

/** Everything that can be taken away: the plan itself and its papers, each by the command that prints it. */
export function Take({ desk, path, close }: { desk: Desk; path: string; close(): void }) {
  const { words } = desk;
  const [told, setTold] = useState('');
  const [preview, setPreview] = useState('');
  const plan = desk.current?.facts?.plan;
  const stem = (what: string) =>
    `${plan?.organization.name ?? ''}${plan?.year ?? ''}${what}`.replace(/[\\/:*?"<>|]/g, '');

  const make = async (taken: Taken, format: string) => {
    const file = `${stem(taken.name(desk))}.${format}`;
    const { written, err } = await desk.run(taken.command, [...(taken.args ?? []), path], {
      ...taken.options,
      output: file,
      force: true,
    });
    const made = written.find(each => each.path === file);
    return made ? { file, bytes: made.bytes } : { file, trouble: err.trim() };
  };
  const take = async (taken: Taken, format: string) => {
    const { file, bytes, trouble } = await make(taken, format);
    if (!bytes) return setTold(`${words.take.failed}${trouble}`);
    await saveFile(file, bytes);
    setTold(words.take.done(file));
  };
  const view = async (taken: Taken) => {
    const { bytes, trouble } = await make(taken, 'html');
    if (bytes) setPreview(new TextDecoder().decode(bytes));
    else setTold(`${words.take.failed}${trouble}`);
  };
  const zip = async () => {
    const file = `${stem(words.take.zip)}.zip`;
    await saveFile(file, zipSync(Object.fromEntries(desk.files.map(each => [each.path, each.bytes]))));
    desk.saved = true;
    setTold(words.take.done(file));
  };
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
          {PAPERS.map(taken => (
            <tr key={taken.id}>
              <th scope="row">{taken.name(desk)}</th>
              <td>
                {taken.formats.map(format => (
                  <button
                    type="button"
                    key={format}
                    onClick={() => void take(taken, format)}
                    aria-label={`${taken.name(desk)} ${words.take.formats[format]}`}
                  >
                    {words.take.formats[format]}
                  </button>
                ))}
                {taken.formats.includes('html') && (
                  <button
                    type="button"
                    class="link"
                    aria-label={`${words.take.view} ${taken.name(desk)}`}
                    onClick={() => void view(taken)}
                  >
                    {words.take.view}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status">{told}</p>
      {preview !== '' && <Preview html={preview} desk={desk} close={() => setPreview('')} />}
    </Dialog>
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

import { useEffect, useState } from 'preact/hooks';
import { version } from '../../values/version.ts';
import type { Desk } from '../desk.ts';
import { chosenFiles, droppedFiles, IntakeError } from '../intake.ts';
import type { InputFile } from '../memory.ts';
import { rulesAsOf } from '../provenance.ts';
import { County } from './county.tsx';
import { PlanView } from './plan.tsx';
import { Questions } from './questions.tsx';
import { Start } from './start.tsx';
import { useDesk } from './use-desk.ts';

/** The page: what lies on the desk decides what is shown. */
export function App({ desk }: { desk: Desk }) {
  useDesk(desk);
  const [asking, setAsking] = useState(false);
  const [over, setOver] = useState(false);
  const { words } = desk;

  const take = async (files: Promise<InputFile[]>, beside: boolean) => {
    desk.trouble = '';
    desk.busy = true;
    desk.changed();
    try {
      const taken = await files;
      if (taken.length > 0) {
        setAsking(false);
        await (beside ? desk.add(taken) : desk.open(taken));
      }
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      desk.trouble =
        error.reason === 'zip' ? words.trouble.zip(error.file) : words.trouble.tooLarge(error.file);
    } finally {
      desk.busy = false;
      desk.changed();
    }
  };
  const choose = (list: FileList | null, beside = false) => void take(chosenFiles([...(list ?? [])]), beside);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!desk.saved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [desk]);

  const leave = () => {
    if (desk.saved || window.confirm(words.leave)) void desk.open([]);
    setAsking(false);
  };
  const screen = () => {
    if (asking || (desk.plans.length === 0 && desk.rosters.length > 0))
      return <Questions desk={desk} done={() => setAsking(false)} />;
    if (desk.current) return <PlanView desk={desk} choose={choose} />;
    if (desk.plans.length > 1) return <County desk={desk} />;
    return <Start desk={desk} choose={choose} ask={() => setAsking(true)} />;
  };
  return (
    <div
      class={over ? 'page over' : 'page'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void take(droppedFiles(event.dataTransfer), false);
      }}
    >
      <header class="top">
        <strong>{words.title}</strong>
        <span class="grow" />
        {(desk.files.length > 0 || asking) && (
          <button type="button" onClick={leave}>
            {words.actions.leave}
          </button>
        )}
        <button
          type="button"
          lang={desk.language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => void desk.speak(desk.language === 'zh' ? 'en' : 'zh')}
        >
          {words.language}
        </button>
      </header>
      <main>
        {desk.trouble !== '' && (
          <p class="trouble" role="alert">
            {desk.trouble}
          </p>
        )}
        {screen()}
      </main>
      <footer>
        <p>{words.local}</p>
        <p>{words.version(version, rulesAsOf().rules, rulesAsOf().holidays)}</p>
      </footer>
    </div>
  );
}

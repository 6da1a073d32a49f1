import { isTableFile } from '../../read/file-names.ts';
import type { CheckedPlan, Desk } from '../desk.ts';
import { Editor } from './editor.tsx';
import { Grid } from './grid.tsx';

/** The files of the plan, one at a time, where they are mended: texts in an editor, workbooks in a grid. */
export function Beside({ desk, checked }: { desk: Desk; checked: CheckedPlan }) {
  const { words } = desk;
  const files = desk.filesOf(checked.path);
  const file = files.find(({ path }) => path === desk.file) ?? files[0];
  if (!file) return null;
  return (
    <section class="beside" aria-label={words.files.heading}>
      <div class="tabs" role="tablist" aria-label={words.files.heading}>
        {files.map(({ path }) => (
          <button
            type="button"
            role="tab"
            key={path}
            aria-selected={path === file.path}
            onClick={() => desk.look({ file: path, line: 1, column: 1 })}
          >
            {path.slice(path.lastIndexOf('/') + 1)}
          </button>
        ))}
      </div>
      {isTableFile(file.path) ? (
        <Grid key={file.path} desk={desk} file={file} checked={checked} />
      ) : (
        <Editor key={file.path} desk={desk} file={file} checked={checked} />
      )}
    </section>
  );
}

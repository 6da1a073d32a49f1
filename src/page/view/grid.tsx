import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../text/sentences.ts';
import type { CheckedPlan, Desk, Finding } from '../desk.ts';
import { goalOf } from '../desk.ts';
import type { InputFile } from '../memory.ts';
import { cellName, isEditable, type Sheet, sheetsOf, withCell } from '../sheet.ts';

/** Height of a row in pixels: all are alike, so that only those in sight need be drawn. */
const ROW = 32;
/** Rows that are drawn above and below those in sight. */
const MARGIN = 8;

/** The sheet of a roster, cell by cell; what was found stands at its cell. */
export function Grid({ desk, file, checked }: { desk: Desk; file: InputFile; checked: CheckedPlan }) {
  const { words } = desk;
  const sheets = useMemo(() => readable(file), [file]);
  const [shown, setShown] = useState(0);
  const { goal } = desk;
  const wanted =
    goal?.file === file.path
      ? sheets?.findIndex(({ name }) => name === placeIn(goal.cell)?.sheet)
      : undefined;
  useEffect(() => {
    if (wanted !== undefined && wanted >= 0) setShown(wanted);
  }, [wanted, goal]);
  if (!sheets) return <p class="trouble">{words.trouble.unreadable(file.path)}</p>;
  const sheet = sheets[Math.min(shown, sheets.length - 1)]!;
  return (
    <div class="sheet">
      {sheets.length > 1 && (
        <label>
          {words.files.sheet}{' '}
          <select value={String(shown)} onChange={event => setShown(Number(event.currentTarget.value))}>
            {sheets.map(({ name }, index) => (
              <option key={name} value={String(index)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <small>{isEditable(file.path) ? words.files.help : words.files.readOnly}</small>
      <Cells desk={desk} file={file} sheet={sheet} marks={marksOf(checked, file.path, sheet.name)} />
    </div>
  );
}

function readable({ path, bytes }: InputFile): Sheet[] | undefined {
  try {
    return sheetsOf(path, bytes);
  } catch {
    return undefined;
  }
}

/** `[名单] E7` as its sheet and cell. */
function placeIn(cell: string | undefined): { sheet: string; name: string } | undefined {
  const match = /^(?:\[(.*)\] )?([A-Z]+\d+)/.exec(cell ?? '');
  return match ? { sheet: match[1] ?? '', name: match[2]! } : undefined;
}

function marksOf(checked: CheckedPlan, path: string, sheet: string): Map<string, Finding> {
  const marks = new Map<string, Finding>();
  for (const finding of checked.findings) {
    const place = goalOf(finding);
    const at = placeIn(place.cell);
    if (place.file === path && at?.sheet === sheet && !marks.has(at.name)) marks.set(at.name, finding);
  }
  return marks;
}

/** In characters; longer texts are titles and remarks. */
const LONG = 10;

interface At {
  row: number;
  column: number;
}

/** A title runs over the empty cells beside it, as in Excel, and makes no column wide. */
const runsOver = (text: string, next: string | undefined): boolean => text.length > LONG && !next;

function Cells({
  desk,
  file,
  sheet,
  marks,
}: {
  desk: Desk;
  file: InputFile;
  sheet: Sheet;
  marks: Map<string, Finding>;
}) {
  const { words, goal } = desk;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const [editing, setEditing] = useState(false);
  const open = useRef(false);
  open.current = editing;
  const height = box.current?.clientHeight ?? 480;
  const first = Math.max(0, Math.floor(top / ROW) - MARGIN);
  const last = Math.min(sheet.rows.length, Math.ceil((top + height) / ROW) + MARGIN);

  const go = (row: number, column: number, focus = true) => {
    const next = {
      row: Math.max(0, Math.min(row, sheet.rows.length - 1)),
      column: Math.max(0, Math.min(column, sheet.width - 1)),
    };
    setAt(next);
    setEditing(false);
    const element = box.current;
    if (element) {
      const y = next.row * ROW;
      if (y < element.scrollTop + ROW || y > element.scrollTop + element.clientHeight - 2 * ROW)
        element.scrollTop = Math.max(0, y - element.clientHeight / 2);
    }
    if (focus)
      requestAnimationFrame(() =>
        (box.current?.querySelector('[tabindex="0"]') as HTMLElement | null)?.focus(),
      );
  };
  useEffect(() => {
    const place = goal?.file === file.path ? placeIn(goal.cell) : undefined;
    const match = /^([A-Z]+)(\d+)$/.exec(place?.name ?? '');
    if (!match || place?.sheet !== sheet.name) return;
    const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    go(Number(match[2]) - 1, column);
  }, [goal, sheet.name]);

  const write = (text: string) => {
    // The field leaves the page when it is written, which is a blur once more.
    if (!open.current) return;
    open.current = false;
    setEditing(false);
    if (text === (sheet.rows[at.row]?.[at.column] ?? '')) return;
    void desk.edit(file.path, withCell(file.path, file.bytes, sheet.name, at.row, at.column, text));
  };
  const keys = (event: KeyboardEvent) => {
    if (editing) return;
    const moves: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-15, 0],
      PageDown: [15, 0],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      go(at.row + move[0], at.column + move[1]);
    } else if ((event.key === 'Enter' || event.key === 'F2') && isEditable(file.path)) {
      event.preventDefault();
      setEditing(true);
    }
  };
  const columns = Array.from({ length: sheet.width }, (_, column) => column);
  return (
    <div class="grid" ref={box} onScroll={event => setTop(event.currentTarget.scrollTop)} onKeyDown={keys}>
      <table
        role="grid"
        aria-label={words.files.grid(sheet.name)}
        aria-rowcount={sheet.rows.length}
        aria-colcount={sheet.width}
      >
        <thead>
          <tr>
            <th />
            {columns.map(column => (
              <th key={column} scope="col">
                {cellName(0, column).replace('1', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr style={{ height: `${first * ROW}px` }} aria-hidden="true" />}
          {sheet.rows.slice(first, last).map((cells, index) => {
            const row = first + index;
            return (
              <tr key={row} aria-rowindex={row + 1} style={{ height: `${ROW}px` }}>
                <th scope="row">{row + 1}</th>
                {columns.map(column => {
                  const name = cellName(row, column);
                  const text = cells[column] ?? '';
                  const mark = marks.get(name);
                  const isTitle = !mark && runsOver(text, cells[column + 1]);
                  const here = at.row === row && at.column === column;
                  return (
                    <td
                      key={column}
                      role="gridcell"
                      tabIndex={here ? 0 : -1}
                      class={mark?.severity ?? (isTitle ? 'over' : undefined)}
                      title={mark && messageOf(mark, desk.texts)}
                      aria-label={`${words.files.cell(name, text)}${mark ? `；${messageOf(mark, desk.texts)}` : ''}`}
                      onClick={() => setAt({ row, column })}
                      onDblClick={() => {
                        setAt({ row, column });
                        setEditing(isEditable(file.path));
                      }}
                    >
                      {here && editing ? (
                        <input
                          value={text}
                          aria-label={name}
                          onFocus={event => event.currentTarget.select()}
                          ref={input => input?.focus()}
                          onBlur={event => write(event.currentTarget.value)}
                          onKeyDown={event => {
                            if (event.key === 'Escape') go(row, column);
                            if (event.key === 'Enter') {
                              write(event.currentTarget.value);
                              go(row + 1, column);
                            }
                          }}
                        />
                      ) : isTitle ? (
                        <span>{text}</span>
                      ) : (
                        text
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
          {last < sheet.rows.length && (
            <tr style={{ height: `${(sheet.rows.length - last) * ROW}px` }} aria-hidden="true" />
          )}
        </tbody>
      </table>
    </div>
  );
}

import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { decode } from '../../read/text/decode.ts';
import { messageOf } from '../../text/sentences.ts';
import { type CheckedPlan, type Desk, goalOf } from '../desk.ts';
import type { InputFile } from '../memory.ts';
import { fieldAt, offers, schemaFor } from '../yaml-keys.ts';

/** How long the clerk pauses before what is typed is checked, in milliseconds. */
const PAUSE = 150;

/** A text of the plan: what is found is marked at its place, keys and values are offered, and a change is checked at once. */
export function Editor({ desk, file, checked }: { desk: Desk; file: InputFile; checked: CheckedPlan }) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  /** the text as the desk has it: what comes from here is not put in again */
  const known = useRef('');

  useEffect(() => {
    known.current = textOf(file);
    const state = EditorState.create({ doc: known.current, extensions: extensions() });
    const editor = new EditorView({ state, parent: host.current! });
    // The part that scrolls must be reachable by keyboard.
    editor.scrollDOM.tabIndex = 0;
    view.current = editor;
    return () => editor.destroy();
    // Made once for a file; later changes are brought in below.
  }, []);

  const extensions = () => {
    const schema = schemaFor(file.path, desk.language);
    let timer = 0;
    return [
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      EditorState.tabSize.of(2),
      indentUnit.of('  '),
      yaml(),
      syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
      lintGutter(),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': desk.words.files.editor(file.path) }),
      ...(schema
        ? [
            autocompletion({ override: [context => offers(schema, context)] }),
            hoverTooltip((editor, at) => fieldAt(schema, editor.state.doc.toString(), at)),
          ]
        : []),
      EditorView.updateListener.of(update => {
        if (!update.docChanged) return;
        const text = update.state.doc.toString();
        if (text === known.current) return;
        clearTimeout(timer);
        timer = window.setTimeout(() => {
          known.current = text;
          void desk.edit(file.path, new TextEncoder().encode(text));
        }, PAUSE);
      }),
    ];
  };

  // Undo, repairs and new files change the text from outside.
  useEffect(() => {
    const editor = view.current;
    const text = textOf(file);
    if (!editor || text === known.current) return;
    known.current = text;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [file]);

  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(checked, file.path, editor.state, desk)));
  }, [checked, file, desk.language]);

  const { goal } = desk;
  useEffect(() => {
    const editor = view.current;
    if (!editor || !goal || goal.file !== file.path || goal.line < 1) return;
    const line = editor.state.doc.line(Math.min(goal.line, editor.state.doc.lines));
    const anchor = Math.min(line.from + Math.max(goal.column - 1, 0), line.to);
    editor.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    editor.focus();
  }, [goal]);

  return <div class="editor" ref={host} />;
}

function textOf({ path, bytes }: InputFile): string {
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : path;
}

function diagnosticsOf(checked: CheckedPlan, path: string, state: EditorState, desk: Desk): Diagnostic[] {
  return checked.findings.flatMap(finding => {
    const { file, line, column } = goalOf(finding);
    if (file !== path || line < 1 || line > state.doc.lines) return [];
    const { endLine, endColumn } = finding.place.locate();
    const from = Math.min(state.doc.line(line).from + column - 1, state.doc.length);
    const last = state.doc.line(Math.min(Math.max(endLine, line), state.doc.lines));
    const to = Math.min(Math.max(last.from + endColumn - 1, from), last.to);
    return [{ from, to, severity: finding.severity, message: messageOf(finding, desk.texts) }];
  });
}

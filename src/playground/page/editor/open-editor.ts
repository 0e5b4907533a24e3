import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import type { Problem } from "../../../spec/problem.ts";
import { completeField } from "./complete-field.ts";
import { EDITOR_COLORS, EDITOR_THEME } from "./editor-theme.ts";
import { describeField } from "./fields-at.ts";

/** What the page does with the editor. */
export interface Editor {
  /** Replaces the text where it is another one. */
  readonly setText: (text: string) => void;
  readonly showProblems: (problems: readonly Problem[]) => void;
  /** Moves the cursor to a problem. */
  readonly goTo: (problem: Problem) => void;
  readonly close: () => void;
}

/** What the editor reports. */
export interface EditorEvents {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Ctrl or Command with Enter. */
  readonly onRun: () => void;
}

/**
 * Opens an editor of YAML in an element. It lies in a shadow tree: there its style sheets need no exception from the policy
 * of the page. Tab leaves it, as any other field of a form.
 */
export function openEditor(host: HTMLElement, { text, onText, onRun }: EditorEvents): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({ doc: text, extensions: extensions({ onText, onRun }), parent: root, root });
  return {
    setText(next) {
      const now = view.state.doc.toString();
      if (now !== next) view.dispatch({ changes: { from: 0, to: now.length, insert: next } });
    },
    showProblems(problems) {
      const found = problems.map((problem) => diagnosticOf(problem, view.state.doc));
      view.dispatch(setDiagnostics(view.state, found));
    },
    goTo(problem) {
      const { from } = diagnosticOf(problem, view.state.doc);
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

function extensions({ onText, onRun }: Omit<EditorEvents, "text">): Extension[] {
  const run = (): boolean => {
    onRun();
    return true;
  };
  return [
    keymap.of([
      { key: "Mod-Enter", run },
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    yaml(),
    syntaxHighlighting(EDITOR_COLORS),
    EDITOR_THEME,
    lintGutter(),
    autocompletion({ override: [completeField] }),
    hoverTooltip(describeField),
    EditorView.contentAttributes.of({ "aria-label": "Experiment file", spellcheck: "false" }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onText(state.doc.toString());
    }),
  ];
}

/** Problems count lines and columns from 1; the text may have changed since. */
function diagnosticOf({ line, column, length, severity, message, hint }: Problem, doc: Text): Diagnostic {
  const { from: start, to: end } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(start + column - 1, end);
  const said = hint === undefined ? message : `${message}\n${hint}`;
  return { from, to: Math.min(from + length, doc.length), severity, message: said };
}

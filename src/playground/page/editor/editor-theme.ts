import { HighlightStyle } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours of YAML, as in the report. */
export const EDITOR_COLORS: HighlightStyle = HighlightStyle.define([
  { tag: tags.comment, color: "var(--muted)" },
  { tag: tags.definition(tags.propertyName), color: "var(--accent)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--good)" },
]);

/** The editor in the colours of the page, which its custom properties carry into the shadow tree. */
export const EDITOR_THEME: Extension = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", fontSize: "14px" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: '"SF Mono", ui-monospace, Menlo, Consolas, monospace',
    lineHeight: "1.6",
    overflow: "auto",
  },
  ".cm-content": { padding: "12px 0", caretColor: "var(--ink)" },
  ".cm-gutters": { border: "0", background: "none", color: "var(--muted)" },
  ".cm-activeLine": { background: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 24%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { background: "color-mix(in srgb, var(--accent) 20%, transparent)" },
  ".cm-tooltip": {
    maxWidth: "min(480px, 80vw)",
    border: "1px solid var(--strong-rule)",
    borderRadius: "8px",
    background: "var(--paper)",
    color: "var(--ink)",
  },
  ".cm-field": { padding: "6px 10px", font: "13px/1.5 system-ui, sans-serif" },
  ".cm-diagnostic": { font: "13px/1.5 system-ui, sans-serif", whiteSpace: "pre-wrap" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--accent)",
    color: "var(--paper)",
  },
});

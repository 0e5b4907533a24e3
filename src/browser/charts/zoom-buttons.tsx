import type { JSX } from "preact";
import { zoomByKey, type Zoom, type ZoomFrame } from "./zoom.ts";

const BUTTONS = [
  { key: "+", text: "Zoom in" },
  { key: "-", text: "Zoom out" },
  { key: "ArrowLeft", text: "Earlier" },
  { key: "ArrowRight", text: "Later" },
  { key: "0", text: "Show everything" },
] as const;

/** What dragging and keys do, for those who use neither. All but the first have an effect only after a zoom. */
export function ZoomButtons({
  frame,
  zoom,
  onZoom,
}: {
  frame: ZoomFrame;
  zoom: Zoom | undefined;
  onZoom: (zoom: Zoom | undefined) => void;
}): JSX.Element {
  return (
    <div class="zoom" role="group" aria-label="Zoom">
      {BUTTONS.filter(({ key }) => zoom || key === "+").map(({ key, text }) => (
        <button
          key={key}
          type="button"
          class="quiet"
          onClick={() => {
            const next = zoomByKey(key, frame, zoom);
            if (next !== "unknown") onZoom(next);
          }}
        >
          {text}
        </button>
      ))}
      <span class="muted">{zoom ? "" : "or drag over the curves"}</span>
    </div>
  );
}

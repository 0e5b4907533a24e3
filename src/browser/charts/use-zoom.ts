import { useRef, useState } from "preact/hooks";
import type { CurveFrame } from "./curve-frame.ts";
import { zoomByKey, zoomKey, zoomTo, type Shares, type Zoom } from "./zoom.ts";

/** A shorter drag is a click; in a lower box, the values fit the epochs. */
const [SHORTEST, LOWEST] = [6, 16];

/** A place in a chart, in pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** What lets a reader zoom a chart. */
interface Zooming {
  /** Absent while nothing is dragged. */
  readonly box: (Place & { readonly width: number; readonly height: number }) | undefined;
  /** Whether the click that has just come ends a drag. */
  readonly wasDragged: () => boolean;
  readonly handlers: Readonly<
    Record<
      "onPointerDown" | "onPointerMoveCapture" | "onPointerUp" | "onPointerCancel",
      (event: PointerEvent) => void
    >
  >;
  /** Of the element around the chart, which takes the keys; nothing where the chart cannot be zoomed. */
  readonly reach: {
    readonly tabIndex?: 0;
    readonly role?: "group";
    readonly "aria-label"?: string;
    readonly onKeyDown?: (event: KeyboardEvent) => void;
  };
}

const LABEL = "Chart. Plus and minus zoom, arrows move, 0 shows everything";

/**
 * Lets a mouse or pen drag a box over a chart, which then shows that part; keys zoom and move, too. Fingers scroll the page:
 * they have buttons.
 */
export function useZoom(
  frame: CurveFrame,
  zoom: Zoom | undefined,
  onZoom: ((zoom: Zoom | undefined) => void) | undefined,
): Zooming {
  const [drag, setDrag] = useState<readonly [from: Place, to: Place]>();
  const isLong = useRef(false);
  const begin = (event: PointerEvent): void => {
    isLong.current = false;
    if (!onZoom || event.button !== 0 || event.pointerType === "touch") return;
    const place = placeOf(event, frame);
    setDrag([place, place]);
  };
  const move = (event: PointerEvent): void => {
    if (!drag) return;
    const place = placeOf(event, frame);
    if (!isLong.current && isFar(drag[0], place)) {
      isLong.current = true;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
    }
    setDrag([drag[0], place]);
  };
  const end = (): void => {
    if (drag && isLong.current) onZoom?.(zoomOf(drag, frame));
    setDrag(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = zoomByKey(zoomKey(event), frame, zoom);
    if (next === "unknown") return;
    event.preventDefault();
    onZoom?.(next);
  };
  return {
    box: drag && isLong.current ? boxOf(drag) : undefined,
    wasDragged: () => isLong.current,
    handlers: {
      onPointerDown: begin,
      onPointerMoveCapture: move,
      onPointerUp: end,
      onPointerCancel: () => setDrag(undefined),
    },
    reach: onZoom ? { tabIndex: 0, role: "group", "aria-label": LABEL, onKeyDown } : {},
  };
}

/** Returns the place of the pointer between the axes of a chart. */
function placeOf(event: PointerEvent, { left, right, top, bottom }: CurveFrame): Place {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const x = Math.max(left, Math.min(right, event.clientX - box.left));
  return { x, y: Math.max(top, Math.min(bottom, event.clientY - box.top)) };
}

function isFar(a: Place, b: Place): boolean {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= SHORTEST;
}

function boxOf([a, b]: readonly [Place, Place]): NonNullable<Zooming["box"]> {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) };
}

function zoomOf(drag: readonly [Place, Place], frame: CurveFrame): Zoom | undefined {
  const { x, y, width, height } = boxOf(drag);
  const { left, right, top, bottom } = frame;
  const across: Shares =
    width < SHORTEST ? [0, 1] : [(x - left) / (right - left), (x + width - left) / (right - left)];
  const up: Shares = [(bottom - y - height) / (bottom - top), (bottom - y) / (bottom - top)];
  return zoomTo(frame, across, height < LOWEST ? undefined : up);
}

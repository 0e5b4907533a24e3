import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";

const NARROWEST = 240;

/** Returns the width that an element has room for, in CSS pixels, and the reference to give it. */
export function useWidth<Element extends HTMLElement>(): [number, RefObject<Element | null>] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => setWidth(Math.max(NARROWEST, element.current!.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return [width, element];
}

import { useEffect, useState } from "preact/hooks";
import type { Files, SpecText } from "../messages.ts";
import { addressed, showInAddress } from "./address.ts";
import { readOwn } from "./own-files.tsx";

/** What the reader has opened. */
export interface Shown {
  readonly spec: SpecText;
  /** Grows with every spec that was not typed. */
  readonly edition: number;
  /** The id of a lesson, "" for the list of lessons, undefined for none. */
  readonly lesson: string | undefined;
  readonly files: Files;
  /** What was done, or what is wrong with a link; "" for nothing. */
  readonly notice: string;
  /** Shows another spec, and leaves the lesson unless it is of one. */
  readonly show: (spec: SpecText, lesson?: string) => void;
  /** Takes what the reader has typed. */
  readonly type: (text: string) => void;
  readonly openLesson: (id: string) => void;
  readonly openFiles: (list: Iterable<File>) => void;
  readonly notify: (notice: string) => void;
}

/** Returns what is opened: at first what the address names, or else an example. */
export function useShown(example: SpecText): Shown {
  const [asked] = useState(() => addressed(location.hash));
  const [{ spec, edition }, setOpened] = useState({ spec: asked.spec ?? example, edition: 0 });
  const [lesson, setLesson] = useState(asked.lesson);
  const [notice, notify] = useState(asked.trouble ?? "");
  const [files, setFiles] = useState<Files>(new Map());
  const open = (next: SpecText): void => setOpened((before) => ({ spec: next, edition: before.edition + 1 }));
  useEffect(() => {
    const follow = (): void => {
      const next = addressed(location.hash);
      notify(next.trouble ?? "");
      if (next.spec) open(next.spec);
      setLesson(next.lesson);
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const openLesson = (id: string | undefined): void => {
    setLesson(id);
    showInAddress(id);
  };
  const show = (next: SpecText, of?: string): void => {
    open(next);
    notify("");
    openLesson(of);
  };
  const type = (text: string): void => {
    if (text === spec.text) return; // the editor repeats what it was given
    setOpened((before) => ({ ...before, spec: { ...before.spec, text } }));
    showInAddress(lesson);
  };
  const openAll = async (list: Iterable<File>): Promise<void> => {
    const opened = await readOwn(list);
    setFiles((before) => new Map([...before, ...opened.files]));
    if (opened.spec) show(opened.spec);
  };
  const openFiles = (list: Iterable<File>): void => void openAll(list);
  return { spec, edition, lesson, files, notice, show, type, openLesson, openFiles, notify };
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";

const SHOWN = 1500;

/** A command with a button that copies it. */
export function CopyButton({ text, label }: { text: string; label: string }): JSX.Element {
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), SHOWN);
  };
  return (
    <div class="command">
      <code tabIndex={0}>{text}</code>
      <button type="button" class="quiet" aria-label={label} onClick={() => void copy()}>
        {isCopied ? "Copied" : "Copy"}
      </button>
    </div>
  );
}

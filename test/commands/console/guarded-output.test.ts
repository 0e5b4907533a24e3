import { describe, expect, it } from "vitest";
import { guardedIo } from "../../../src/commands/console/guarded-output.ts";
import { paintFor, sendCommand, type Io, type Output } from "../../../src/commands/console/io.ts";

/** Returns what a guarded stream lets through of a text. */
function shown(text: string, options: { isTTY?: boolean; env?: Io["env"] } = {}): string {
  let written = "";
  const { isTTY = false, env = {} } = options;
  const output: Output = { write: (chunk) => (written += chunk), isTTY };
  const io = { stdout: output, stderr: output, env, now: () => 0, onInterrupt: () => () => {} };
  guardedIo(io).stdout.write(text);
  return written;
}

describe("guardedIo()", () => {
  it("writes plain lines as they are", () => {
    expect(shown("a é 漢 ±\n  b\n\n")).toBe("a é 漢 ±\n  b\n\n");
  });

  it("shows a mark in place of what would steer a terminal", () => {
    expect(shown("a\u001b[2Jb\rc\u009bd\u202ee\u0007\n")).toBe("a\ufffd[2Jb\ufffdc\ufffdd\ufffde\ufffd\n");
    expect(shown("a\u001b[1Ab", { isTTY: true })).toBe("a\ufffd[1Ab");
  });

  it("keeps an argument of the command line that has line breaks in one line", () => {
    let written = "";
    const output: Output = { write: (text) => (written += text) };
    const io = { stdout: output, stderr: output, env: {}, now: () => 0, onInterrupt: () => () => {} };
    guardedIo(io, ["sweep", "a\n::warning::b", "--out=c\n::error::d"]).stderr.write(
      "error: a\n::warning::b\nin c\n::error::d/e\n",
    );
    expect(written).toBe("error: a\ufffd::warning::b\nin c\ufffd::error::d/e\n");
  });

  it("takes a dumb terminal for a log", () => {
    const output: Output = { write: () => {}, isTTY: true };
    const io = {
      stdout: output,
      stderr: output,
      env: { TERM: "dumb" },
      now: () => 0,
      onInterrupt: () => () => {},
    };
    expect(guardedIo(io).stderr.isTTY).toBe(false);
  });

  it("lets colours through to a terminal, and to nothing else", () => {
    const paint = paintFor({ write: () => {}, isTTY: true }, {});
    for (const color of [paint.bold, paint.dim, paint.red, paint.green, paint.yellow]) {
      expect(shown(color("text"), { isTTY: true })).toBe(color("text"));
      expect(shown(color("text"))).not.toContain("\u001b");
    }
  });

  it("makes mere words of a workflow's commands, but sends our own", () => {
    const env = { GITHUB_ACTIONS: "true" };
    expect(shown("::error::x\n  ::add-mask::y\n##[group]z\n", { env })).toBe(
      ": :error::x\n  : :add-mask::y\n## [group]z\n",
    );
    expect(shown("::error::x\n")).toBe("::error::x\n");
    let written = "";
    const output: Output = { write: (text) => (written += text) };
    const io = { stdout: output, stderr: output, env, now: () => 0, onInterrupt: () => () => {} };
    sendCommand(guardedIo(io).stderr, "::error::ours\n");
    expect(written).toBe("::error::ours\n");
  });
});

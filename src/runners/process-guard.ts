import { spawn, type ChildProcess } from "node:child_process";

/** How long the shell may not know that a group has ended. */
const PAUSE_MS = 100;

/** Reads which process groups run, and ends those that are left when the process that writes to it has died. */
const SCRIPT = `
trap '' INT TERM HUP
running=' '
while read -r sign group; do
  case $sign in
    +) running="$running$group " ;;
    -) running="\${running%% $group *} \${running#* $group }" ;;
  esac
done
for group in $running; do kill -s KILL -- "-$group"; done`;

/**
 * Ends process groups that this process leaves behind, however it dies: a small shell waits for the end of its input. It
 * has a group of its own, so that what is sent to this process and its group does not reach it.
 */
export class ProcessGuard {
  #shell: ChildProcess | undefined;
  /** What the shell is to be sent with the next group: each line that it reads wakes it up. */
  #ended = "";
  #timer: NodeJS.Timeout | undefined;

  /** @param group The process group that runs from now on. */
  add(group: number): void {
    this.#write(`+ ${group}\n`);
  }

  /** @param group A process group of which nothing is left. */
  remove(group: number): void {
    this.#ended += `- ${group}\n`;
    this.#timer ??= setTimeout(() => this.#write(""), PAUSE_MS).unref();
  }

  close(): void {
    this.#write("");
    this.#shell?.stdin?.end();
    this.#shell = undefined;
  }

  #write(line: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#ended + line;
    this.#ended = "";
    if (lines === "") return;
    this.#shell ??= startShell();
    this.#shell.stdin?.write(lines);
  }
}

/** Without a shell nothing is guarded: then only a killed sweep leaves processes behind. */
function startShell(): ChildProcess {
  const shell = spawn("sh", ["-c", SCRIPT], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.unref();
  return shell;
}

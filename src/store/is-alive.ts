import { kill } from "node:process";

/** Whether a process of that number runs on this machine; itself counts, and so does one that it may not signal. */
export function isAlive(pid: number): boolean {
  try {
    return kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

import { spawnSync } from "node:child_process";
import { execa } from "execa";

/** Whether this process may make networks of its own: root, on Linux with iproute2. */
export const HAS_NAMESPACES: boolean = findNamespaces();

/** A network of its own with one machine in it, and a cable to this one: a network namespace of Linux. */
export class NetworkNamespace {
  /** This machine, as that one sees it. */
  readonly address: string;
  readonly #net: string;
  readonly #name: string;
  readonly #cable: string;

  private constructor(number: number) {
    this.#net = `10.${64 + (process.pid % 128)}.${number}`; // a run that was killed may have left its own
    this.address = `${this.#net}.1`;
    this.#name = `gridient-${process.pid}-${number}`;
    this.#cable = `gri${process.pid}.${number}`;
  }

  /** Makes one. @param number Unlike that of any other, 0..255. */
  static async make(number: number): Promise<NetworkNamespace> {
    const made = new NetworkNamespace(number);
    const [name, near, far] = [made.#name, made.#cable, `${made.#cable}f`];
    await ip("netns", "add", name);
    await ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name);
    await ip("addr", "add", `${made.address}/30`, "dev", near);
    await ip("link", "set", near, "up");
    await ip("-n", name, "addr", "add", `${made.#net}.2/30`, "dev", far);
    await ip("-n", name, "link", "set", far, "up");
    return made;
  }

  /** What a command line begins with that is to run there. */
  get prefix(): string[] {
    return ["ip", "netns", "exec", this.#name];
  }

  /** Pulls the cable: whatever is sent is lost, and nobody is told. */
  async cut(): Promise<void> {
    await ip("-n", this.#name, "link", "set", `${this.#cable}f`, "down");
  }

  async mend(): Promise<void> {
    await ip("-n", this.#name, "link", "set", `${this.#cable}f`, "up");
  }

  /** Takes it away. */
  async remove(): Promise<void> {
    await ip("link", "del", this.#cable);
    await ip("netns", "del", this.#name);
  }
}

async function ip(...args: readonly string[]): Promise<void> {
  await execa("ip", args);
}

function findNamespaces(): boolean {
  const name = `gridient-probe-${process.pid}`;
  if (spawnSync("ip", ["netns", "add", name]).status !== 0) return false;
  return spawnSync("ip", ["netns", "del", name]).status === 0;
}

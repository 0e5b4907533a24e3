import { BlockList, isIPv6 } from "node:net";
import type { ListenOptions } from "../../live/local-server.ts";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8);
LOOPBACK.addAddress("::1", "ipv6");

/** Says plainly that a server is open to the network; empty where it is not. */
export function openText({ host }: Pick<ListenOptions, "host">): string {
  const family = isIPv6(host) ? "ipv6" : "ipv4";
  if (host === "localhost" || LOOPBACK.check(host, family)) return "";
  return `warning: --host ${host} lets the network in: whoever has this address sees and steers the page, and nothing is encrypted\n`;
}

import { checkNetwork } from "../check-network.ts";
import type { Kernel } from "../kernel.ts";
import { ReferenceSession } from "./session.ts";

/** Plain loops, float32 by rounding after every operation: slow, short, and the definition of what is right. */
export const reference: Kernel = {
  name: "reference",
  regionBytes: () => 0,
  open(data, _region, network) {
    checkNetwork(data, network);
    return new ReferenceSession(data, network);
  },
};

import { createContext, type Context } from "preact";

/** What the trials of the page count. */
export const LengthUnit: Context<"epoch" | "step"> = createContext<"epoch" | "step">("epoch");

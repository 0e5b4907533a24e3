import type { FunctionConfiguration } from "../../fields/configuration.ts";
import { valueText } from "../value-text.ts";
import type { ResultKind } from "./result-kind.ts";

/** The function and the start are given. */
export const descent: ResultKind<FunctionConfiguration> = {
  givenTo: (configuration) => ({ ...configuration.function, start: configuration.start }),
  isGiven: (path) => path === "function" || path === "start" || path.startsWith("function."),
  givenText: (configuration) =>
    `function = ${valueText({ ...configuration.function })}, start = ${JSON.stringify(configuration.start)}`,
  trialText: (configuration) =>
    `${valueText({ ...configuration.function })} from [${configuration.start.join(", ")}], eta ${configuration.eta}`,
};

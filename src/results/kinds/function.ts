import type { FunctionConfiguration } from "../../fields/configuration.ts";
import { shownText } from "../setting-text.ts";
import type { ResultKind } from "./result-kind.ts";

/** The function and the start are given. */
export const descent: ResultKind<FunctionConfiguration> = {
  mayDiffer: false,
  pictures: ["descents"],
  givenTo: (configuration) => ({ ...configuration.function, start: configuration.start }),
  isGiven: (path) => path === "function" || path === "start" || path.startsWith("function."),
  givenText: (configuration) =>
    `function = ${shownText({ ...configuration.function })}, start = ${JSON.stringify(configuration.start)}`,
  trialText: (configuration) =>
    `${shownText({ ...configuration.function })} from [${configuration.start.join(", ")}], eta ${configuration.eta}`,
};

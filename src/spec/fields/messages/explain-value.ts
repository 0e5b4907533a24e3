import { describeSchema } from "../../../fields/schema/describe-schema.ts";
import { mapTitle } from "../../../fields/field-path.ts";
import type { Finding } from "./finding.ts";
import { valueSchema } from "../../../fields/experiment-schema.ts";
import type { Schema } from "../../../fields/schema/schema.ts";
import { hintForValue } from "./hint-for-value.ts";
import { wordsOfKind } from "./meant-word.ts";
import { errorAt } from "../../source-text.ts";
import type { KeyScope } from "./suggest-key.ts";
import { quoteNode, type SpecNode } from "../../spec-node.ts";

/** Returns that a value does not fit a schema as a whole: what must hold, what was found, what to write instead. */
export function explainValue(
  node: SpecNode,
  schema: Schema,
  { path, kind }: Pick<KeyScope, "path" | "kind">,
): Finding {
  const narrow = (words: readonly string[]) => wordsOfKind(words, kind);
  const isEmpty = node.kind === "list" && node.items.length === 0;
  const rule = isEmpty
    ? "have at least one value in its list"
    : `be ${describeSchema(valueSchema(schema), { narrow })}`;
  const message = `${mapTitle(path)} must ${rule} (got ${quoteNode(node)})`;
  return {
    path,
    problem: errorAt(node.place, {
      code: "wrong-value",
      message,
      hint: hintForValue(node, schema, { path, kind }),
    }),
  };
}

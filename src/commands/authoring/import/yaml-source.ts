import { isNode, LineCounter, parseDocument, type Document, type ScalarTag, type Tags } from "yaml";
import { GridientError } from "../../../errors.ts";

/** A file of another system in YAML 1.1, as Python reads it, with the place of each value. */
export class YamlSource {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  /** @throws {GridientError} E_USAGE if it is no map in YAML. */
  constructor(text: string, file: string) {
    this.file = file;
    const refuse = (reason: string): GridientError => new GridientError("E_USAGE", `${file} ${reason}`);
    try {
      this.#document = parseDocument(text, {
        version: "1.1",
        merge: true,
        customTags,
        lineCounter: this.#lines,
      });
      const data: unknown = this.#document.errors.length > 0 ? undefined : this.#document.toJS();
      this.data = isMap(data) ? data : {};
      if (data !== undefined && !isMap(data)) throw refuse("must be a map of YAML");
    } catch (error) {
      if (error instanceof GridientError) throw error;
      throw refuse(`cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`);
    }
    const [error] = this.#document.errors;
    if (error)
      throw refuse(
        `is not YAML: line ${this.#lines.linePos(error.pos[0]).line}: ${error.message.split("\n")[0]}`,
      );
  }

  /** Returns the text of a number: 1.0 is a fraction in Python, and 1 is not. */
  textAt(path: readonly string[]): string {
    const node: unknown = this.#document.getIn(path, true);
    return isNode(node) && "source" in node ? node.source : "";
  }

  /** Returns a text at the top; undefined where there is none, or something else. */
  word(key: string): string | undefined {
    const value = this.data[key];
    return typeof value === "string" ? value : undefined;
  }

  /** Returns an error about a value: `sweep.yaml:7: parameters.lr must ...`. */
  refusal(path: readonly string[], rule: string, hint: string): GridientError {
    return new GridientError("E_USAGE", `${this.file}${this.#lineOf(path)}: ${path.join(".")} ${rule}`, {
      hint,
    });
  }

  /** Of a path that is missing, the line of the map that should have it. */
  #lineOf(path: readonly string[]): string {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return `:${this.#lines.linePos(node.range[0]).line}`;
    }
    return "";
  }
}

/** Python reads y and n as words, unlike YAML 1.1: they are names of parameters. */
function customTags(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag !== "object" || tag.tag !== "tag:yaml.org,2002:bool" || !("test" in tag) || !tag.test)
      return tag;
    const test = new RegExp(tag.test.source.replace(/\b[YN]\|[yn]\|/, ""));
    return { ...tag, test } satisfies ScalarTag;
  });
}

export function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

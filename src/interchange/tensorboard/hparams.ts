/**
 * The data of TensorBoard's plugin HParams: which hyperparameters and metrics an experiment has, and which values a trial.
 * Source: https://github.com/tensorflow/tensorboard/tree/master/tensorboard/plugins/hparams, api.proto and plugin_data.proto
 * @module
 */
import { bytesField, doubleField, integerField, joinBytes } from "../../files/protobuf.ts";
import type { Scalar, TypedColumn } from "../typed-column.ts";
import type { SummaryValue } from "./event-file.ts";

/** Numbers of DataType. */
const TYPES = { text: 1, boolean: 2, integer: 3, number: 3 } as const;
/** Numbers of Status. */
const STATUS = { success: 1, failure: 2 } as const;

/** Returns what HParams shows of an experiment: its hyperparameters with their values, and its metrics. */
export function experimentValue(
  { name, description }: { name: string; description: string },
  parameters: readonly TypedColumn[],
  metrics: readonly string[],
): SummaryValue {
  const message = joinBytes([
    ...(description === "" ? [] : [bytesField(1, description)]),
    ...parameters.map((parameter) => bytesField(4, parameterInfo(parameter))),
    ...metrics.map((metric) => bytesField(5, bytesField(1, bytesField(2, metric)))),
    bytesField(6, name),
  ]);
  return valueOf("_hparams_/experiment", bytesField(2, message));
}

/** Returns the hyperparameters of one trial. @param group What it has in common with its replicates. */
export function sessionStartValue(
  parameters: readonly (readonly [name: string, value: Exclude<Scalar, null>])[],
  group: string,
): SummaryValue {
  const entries = parameters.map(([name, value]) =>
    bytesField(1, joinBytes([bytesField(1, name), bytesField(2, scalarMessage(value))])),
  );
  const message = joinBytes([...entries, bytesField(4, group)]);
  return valueOf("_hparams_/session_start_info", bytesField(3, message));
}

/** Returns how one trial ended. */
export function sessionEndValue(status: keyof typeof STATUS): SummaryValue {
  return valueOf("_hparams_/session_end_info", bytesField(4, integerField(1, STATUS[status])));
}

function valueOf(tag: string, content: Uint8Array): SummaryValue {
  return { tag, plugin: "hparams", content };
}

function parameterInfo({ name, type, values }: TypedColumn): Uint8Array {
  const distinct = [...new Set(values)].filter((value) => value !== null);
  const list = joinBytes(distinct.map((value) => bytesField(1, scalarMessage(value))));
  return joinBytes([bytesField(1, name), integerField(4, TYPES[type]), bytesField(5, list)]);
}

/** A google.protobuf.Value. */
function scalarMessage(value: Exclude<Scalar, null>): Uint8Array {
  if (typeof value === "number") return doubleField(2, value);
  return typeof value === "string" ? bytesField(3, value) : integerField(4, value ? 1 : 0);
}

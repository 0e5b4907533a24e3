/**
 * TensorBoard's event files: messages of event.proto and summary.proto in the frames of TFRecord.
 * Sources: https://github.com/tensorflow/tensorboard/tree/master/tensorboard/compat/proto,
 * https://www.tensorflow.org/tutorials/load_data/tfrecord
 * @module
 */
import { bytesField, floatField, integerField, joinBytes } from "../../files/protobuf.ts";
import { crc32c } from "./crc32c.ts";

/** The version that a reader looks for in the first event. */
const FORMAT = "brain.Event:2";
/** TFRecord stores checksums rotated and shifted, as a checksum of data that contains its own checksum is a weak one. */
const MASK = 0xa2_82_ea_d8;

/** What an event reports: a number of a curve, or data of a plugin. */
export type SummaryValue =
  | { readonly tag: string; readonly scalar: number }
  | { readonly tag: string; readonly plugin: string; readonly content: Uint8Array };

/** Some values at a step. */
export interface SummaryEvent {
  readonly step: number;
  readonly values: readonly SummaryValue[];
}

/** Returns an event file. No event has a time: the same results make the same bytes. */
export function eventFile(events: readonly SummaryEvent[]): Uint8Array {
  const messages = events.map(({ step, values }) =>
    joinBytes([integerField(2, step), bytesField(5, joinBytes(values.map(valueMessage)))]),
  );
  return joinBytes([bytesField(3, FORMAT), ...messages].map(framed));
}

function valueMessage(value: SummaryValue): Uint8Array {
  const content =
    "scalar" in value
      ? floatField(2, value.scalar)
      : bytesField(9, bytesField(1, joinBytes([bytesField(1, value.plugin), bytesField(2, value.content)])));
  return bytesField(1, joinBytes([bytesField(1, value.tag), content]));
}

function framed(message: Uint8Array): Uint8Array {
  const frame = new Uint8Array(message.length + 16);
  const view = new DataView(frame.buffer);
  view.setUint32(0, message.length, true); // the upper half of the length is 0
  view.setUint32(8, masked(crc32c(frame.subarray(0, 8))), true);
  frame.set(message, 12);
  view.setUint32(12 + message.length, masked(crc32c(message)), true);
  return frame;
}

function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + MASK) >>> 0;
}

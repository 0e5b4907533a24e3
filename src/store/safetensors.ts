import type { Tensor, Tensors } from "../training/checkpoint.ts";

/** What a file says beside its tensors: words only, as the format has it. */
export type Metadata = Readonly<Record<string, string>>;

interface TensorHeader {
  readonly dtype: "F32";
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/**
 * Returns tensors as a safetensors file: an 8-byte little-endian header length, a JSON header padded with spaces to
 * 8 bytes, the float32 data. https://huggingface.co/docs/safetensors
 */
export function encodeSafetensors(tensors: Tensors, metadata: Metadata): Uint8Array {
  const header: Record<string, TensorHeader | Metadata> = { __metadata__: metadata };
  let bytes = 0;
  for (const [name, { shape, values }] of tensors) {
    header[name] = { dtype: "F32", shape, data_offsets: [bytes, (bytes += values.byteLength)] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const start = 8 + Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(start + bytes).fill(0x20, 0, start);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  file.set(json, 8);
  let at = start;
  for (const { values } of tensors.values()) for (const value of values) at = setFloat(view, at, value);
  return file;
}

/** Returns the tensors and the metadata of a safetensors file of ours. @throws {Error} If it is none. */
export function decodeSafetensors(file: Uint8Array): { tensors: Tensors; metadata: Metadata } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, start))) as Record<
    string,
    TensorHeader
  >;
  const { __metadata__, ...headers } = header;
  const data = new DataView(file.buffer, file.byteOffset + start, file.byteLength - start);
  const tensors = Object.entries(headers).map(
    ([name, tensor]) => [name, decodeTensor(tensor, data)] as [string, Tensor],
  );
  return { tensors: new Map(tensors), metadata: __metadata__ as unknown as Metadata };
}

/** @throws {RangeError} If its numbers do not lie in the data: nothing is set aside for them before. */
function decodeTensor({ dtype, shape, data_offsets: [from, to] }: TensorHeader, data: DataView): Tensor {
  if (dtype !== "F32" || to > data.byteLength) throw new RangeError("a tensor that is not there");
  const values = Float32Array.from({ length: (to - from) / 4 }, (_, i) =>
    data.getFloat32(from + 4 * i, true),
  );
  return { shape, values };
}

function setFloat(view: DataView, at: number, value: number): number {
  view.setFloat32(at, value, true);
  return at + 4;
}

import type { Tensor, Tensors } from "../../training/checkpoint.ts";

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

/**
 * Returns the tensors and the metadata of a safetensors file of ours. As the format demands, tensors fill the data
 * without gaps or overlaps, so they never take more memory than the file has bytes.
 * @throws {Error} If it is none.
 */
export function decodeSafetensors(file: Uint8Array): { tensors: Tensors; metadata: Metadata } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, start))) as Record<
    string,
    TensorHeader
  >;
  const { __metadata__, ...headers } = header;
  const data = new DataView(file.buffer, file.byteOffset + start, file.byteLength - start);
  checkLayout(Object.values(headers), data.byteLength);
  const tensors = Object.entries(headers).map(
    ([name, tensor]) => [name, decodeTensor(tensor, data)] as [string, Tensor],
  );
  return { tensors: new Map(tensors), metadata: __metadata__ as unknown as Metadata };
}

/** @throws {RangeError} If tensors do not follow each other from the first byte of the data to the last. */
function checkLayout(headers: readonly TensorHeader[], bytes: number): void {
  let end = 0;
  for (const { dtype, shape, data_offsets } of headers.toSorted(
    (a, b) => a.data_offsets[0] - b.data_offsets[0],
  )) {
    const size = shape.reduce((product, length) => product * length, 4);
    if (dtype !== "F32" || !(size >= 0) || data_offsets[0] !== end || data_offsets[1] !== end + size)
      throw new RangeError(
        "a tensor does not begin where the one before it ends, or has another size than its shape",
      );
    end += size;
  }
  if (end !== bytes) throw new RangeError(`the tensors take ${end} of ${bytes} bytes`);
}

function decodeTensor({ shape, data_offsets: [from, to] }: TensorHeader, data: DataView): Tensor {
  const values = Float32Array.from({ length: (to - from) / 4 }, (_, i) =>
    data.getFloat32(from + 4 * i, true),
  );
  return { shape, values };
}

function setFloat(view: DataView, at: number, value: number): number {
  view.setFloat32(at, value, true);
  return at + 4;
}

/** What describe-network.ts and `train` write of dropout: same order, one word a field. */
@unmanaged
export class Dropout {
  /** 1 / (1 - rate). */
  kept: f32;
  /** Random words below it leave a unit out. */
  threshold: u32;
  key0: u32;
  key1: u32;
  /** 1 in training, else 0: all units take part. */
  isOn: u32;
  epoch: u32;
  batch: u32;
  /** Number of the chunk's first example in its batch. */
  first: u32;
}

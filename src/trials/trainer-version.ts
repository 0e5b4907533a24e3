/**
 * Version of the trainer's arithmetic: part of every trial's identity. Raise it with any change that alters a bit
 * of any result; test/training/pinned.test.ts fails where that was forgotten.
 */
export const TRAINER_VERSION = 1;

/**
 * Runs `work` on every item, at most `width` at a time, starting them in the order given. After the first error no
 * new item starts; those under way finish, then the error is thrown.
 */
export async function runTasks<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item, slot: number) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const errors: unknown[] = [];
  const lane = async (slot: number): Promise<void> => {
    for (const item of queue) {
      if (errors.length > 0) return;
      await work(item, slot).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: width }, (_, slot) => lane(slot)));
  if (errors.length > 0) throw errors[0];
}

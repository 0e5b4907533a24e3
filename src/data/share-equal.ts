/**
 * Returns a function that gives the first of equal objects for each of them: what much of a grid has in common is kept
 * once, and may be remembered by identity.
 */
export function shareEqual(): <Data extends object>(data: Data) => Data {
  const firsts = new Map<string, object>();
  const known = new WeakSet();
  return <Data extends object>(data: Data) => {
    if (known.has(data)) return data; // most of them: no text is written
    const text = JSON.stringify(data);
    const first = firsts.get(text) ?? data;
    firsts.set(text, first);
    known.add(first);
    return first as Data;
  };
}

/** Rows sorted at once; between such portions somebody may look in and stop the rest. */
const PORTION = 8192;

/**
 * Sorts rows by their names as people of a language do: `2.txt` before `10.txt`. Yields how much is done, from 0 to 1.
 */
export function* sortByName(
  rows: Int32Array,
  nameOf: (row: number) => string,
  locale: string,
): Generator<number, Int32Array, undefined> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const { length } = rows;
  const names: string[] = [];
  for (const row of rows) names.push(nameOf(row));
  const byName = (a: number, b: number): number => compare(names[a] ?? '', names[b] ?? '') || a - b;
  const rounds = 1 + Math.max(0, Math.ceil(Math.log2(length / PORTION)));

  let order = new Int32Array(length);
  for (let from = 0; from < length; from += PORTION) {
    const places = Array.from({ length: Math.min(PORTION, length - from) }, (_, at) => from + at);
    order.set(places.toSorted(byName), from);
    yield Math.min(1, (from + PORTION) / length) / rounds;
  }
  let spare = new Int32Array(length);
  let round = 1;
  for (let width = PORTION; width < length; width *= 2) {
    for (let from = 0; from < length; from += 2 * width) {
      const middle = Math.min(from + width, length);
      const end = Math.min(from + 2 * width, length);
      let left = from;
      let right = middle;
      for (let to = from; to < end; to += 1) {
        const takesLeft = left < middle && (right >= end || byName(order[left] ?? 0, order[right] ?? 0) <= 0);
        spare[to] = (takesLeft ? order[left] : order[right]) ?? 0;
        if (takesLeft) left += 1;
        else right += 1;
        if (to % PORTION === 0) yield (round + to / length) / rounds;
      }
    }
    [order, spare] = [spare, order];
    round += 1;
  }
  return order.map((place) => rows[place] ?? 0);
}

/** Rows in the order they are shown. `indexOf` is O(1): selection works on 100,000 rows. */
export interface RowOrder {
  readonly ids: readonly string[];
  /** -1 when the row is not shown. */
  indexOf(id: string): number;
}

export function rowOrder(ids: readonly string[]): RowOrder {
  const index = new Map(ids.map((id, at) => [id, at]));
  return { ids, indexOf: (id) => index.get(id) ?? -1 };
}

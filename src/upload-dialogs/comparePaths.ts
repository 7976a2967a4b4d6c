/**
 * Paths in the order of a listing: what is in a folder before the files beside it, each as people count (`2.txt` before
 * `10.txt`).
 *
 * @param locale whose alphabet
 */
export function comparePaths(locale: string): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) => {
    const here = a.split('/');
    const there = b.split('/');
    for (const [depth, name] of here.entries()) {
      const other = there[depth];
      if (other === undefined) return 1;
      const isFolder = depth < here.length - 1;
      const isOtherFolder = depth < there.length - 1;
      if (isFolder !== isOtherFolder) return isFolder ? -1 : 1;
      const order = compare(name, other);
      if (order !== 0) return order;
    }
    // Names that read alike but are not the same have an order, too, or a list would jump.
    return a < b ? -1 : a > b ? 1 : 0;
  };
}

/** Where a key moves the keyboard in `count` rows; undefined when the key does not move it. */
export function moveIndex(key: string, index: number, count: number, rowsPerPage: number): number | undefined {
  if (count === 0) return undefined;
  const clamp = (target: number): number => Math.min(count - 1, Math.max(0, target));
  switch (key) {
    case 'ArrowDown':
      return index < 0 ? 0 : clamp(index + 1);
    case 'ArrowUp':
      return index < 0 ? count - 1 : clamp(index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return clamp(index + Math.max(1, rowsPerPage - 1));
    case 'PageUp':
      return clamp(index - Math.max(1, rowsPerPage - 1));
    default:
      return undefined;
  }
}

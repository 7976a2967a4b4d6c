/** Dark modules of a QR code as one SVG path in module units; rows of neighbours become one rectangle. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  const path: string[] = [];
  for (const [y, row] of modules.entries()) {
    let start = -1;
    for (let x = 0; x <= row.length; x += 1) {
      const isDark = row[x] === true;
      if (isDark && start < 0) start = x;
      if (!isDark && start >= 0) {
        path.push(`M${start} ${y}h${x - start}v1H${start}z`);
        start = -1;
      }
    }
  }
  return path.join('');
}

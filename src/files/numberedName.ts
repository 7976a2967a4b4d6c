/** A name with a number before its extension: `photo.jpg`, 2 → `photo (2).jpg`. */
export function numberedName(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  const stemEnd = dot > 0 ? dot : name.length;
  return `${name.slice(0, stemEnd)} (${number})${name.slice(stemEnd)}`;
}

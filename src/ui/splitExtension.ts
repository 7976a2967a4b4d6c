/** Longest ending that stays visible when a name is cut; longer ones are words, not extensions. */
const LONGEST = 10;

/** Cuts a shown name so that its true last extension can stay visible: `['holiday', '.jpeg']`. */
export function splitExtension(name: string): readonly [stem: string, extension: string] {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.length - dot > LONGEST) return [name, ''];
  return [name.slice(0, dot), name.slice(dot)];
}

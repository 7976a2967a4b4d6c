/** A folder for the trash as it was typed, with its slash: `.trash/`. Undefined when it is none, or leads out of its place. */
export function readTrashFolder(typed: string): string | undefined {
  const path = typed.trim().replace(/\/$/, '');
  return path.split('/').some((name) => name === '' || name === '.' || name === '..') ? undefined : `${path}/`;
}

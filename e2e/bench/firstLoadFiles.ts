/** Vite's `manifest.json`: source file or chunk name to what was built from it. */
export type BuildManifest = Readonly<
  Record<string, { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] }>
>;

/** Scripts a browser must have before the page starts: entries and everything they import statically. */
export function firstLoadFiles(manifest: BuildManifest): string[] {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const [name, { isEntry }] of Object.entries(manifest)) if (isEntry) visit(name);
  return [...files].filter((file) => file.endsWith('.js'));
}

/** What was found in a drop or a picker, one thing at a time, so that sending can start while a folder is walked. */
export type Collected =
  | {
      readonly type: 'file';
      readonly file: File;
      readonly relativePath: string;
      readonly getHandle?: () => Promise<FileSystemFileHandle | undefined>;
    }
  /** Ends with `/`; nothing a person would miss is in it. Becomes a marker object. */
  | { readonly type: 'emptyFolder'; readonly relativePath: string }
  /** Could not be read: gone, no permission, or a placeholder of a cloud drive. */
  | { readonly type: 'unreadable'; readonly relativePath: string }
  /** Left out on purpose: `.DS_Store`, `Thumbs.db`. */
  | { readonly type: 'junk'; readonly relativePath: string };

const JUNK = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/** Files that file managers leave behind and nobody wants in a bucket. */
export function isJunk(name: string): boolean {
  return JUNK.has(name);
}

/** One object to a line, or tiles with thumbnails. */
export type ListView = 'list' | 'grid';

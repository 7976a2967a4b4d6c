import { FileGrid, type FileGridProps } from './FileGrid.tsx';
import { FileTile } from './FileTile.tsx';

/** The objects of a prefix as tiles with thumbnails: the same grid, placed in another way. */
export function GridView(props: Omit<FileGridProps, 'tile'>) {
  return <FileGrid {...props} tile={FileTile} />;
}

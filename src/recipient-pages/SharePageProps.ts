import type { OpenedShare } from '#links/openShare.ts';
import type { ShareEnd } from '#links/shareEnd.ts';
import type { SharedRow } from './SharedRow.ts';

export interface SharePageProps {
  readonly share: OpenedShare;
  readonly end: ShareEnd | undefined;
  /** Milliseconds since 1970 by the bucket's clock. */
  readonly now: () => number;
  /** There is a picker for folders, so that all can be saved as they are. */
  readonly canPickFolder: boolean;
  readonly onDownload: (row: SharedRow) => void;
  readonly onDownloadAll: (way: 'usual' | 'zip') => void;
  readonly onPreview: (row: SharedRow) => void;
}

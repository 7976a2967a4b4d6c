import { access } from './access.ts';
import { archived } from './archived.ts';
import { conflicts } from './conflicts.ts';
import { contentsSummary } from './contentsSummary.ts';
import { folderRequests } from './folderRequests.ts';
import { newFolder } from './newFolder.ts';
import { objectDetails } from './objectDetails.ts';
import { objectEditing } from './objectEditing.ts';
import { objectVersions } from './objectVersions.ts';
import { preview } from './preview.ts';
import { unfinishedRows } from './unfinishedRows.ts';
import { uploadOptionsForm } from './uploadOptionsForm.ts';
import { historyList } from './historyList.ts';
import { transferStates } from './transferStates.ts';
import { settingsMenu } from './settingsMenu.ts';

/** What only screens say that are fetched after the first rows; see `useLateText`. */
export const late = {
  ...access,
  ...preview,
  ...objectDetails,
  ...objectEditing,
  ...objectVersions,
  ...archived,
  ...contentsSummary,
  ...folderRequests,
  ...conflicts,
  ...newFolder,
  ...settingsMenu,
  ...transferStates,
  ...historyList,
  ...uploadOptionsForm,
  ...unfinishedRows,
};

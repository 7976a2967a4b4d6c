import { access } from './access.ts';
import { archived } from './archived.ts';
import { contentsSummary } from './contentsSummary.ts';
import { folderRequests } from './folderRequests.ts';
import { objectDetails } from './objectDetails.ts';
import { objectEditing } from './objectEditing.ts';
import { objectVersions } from './objectVersions.ts';
import { preview } from './preview.ts';

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
};

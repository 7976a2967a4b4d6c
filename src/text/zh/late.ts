import type { LateMessages } from '../LateText.ts';
import { access } from './access.ts';
import { archived } from './archived.ts';
import { contentsSummary } from './contentsSummary.ts';
import { folderRequests } from './folderRequests.ts';
import { objectDetails } from './objectDetails.ts';
import { objectEditing } from './objectEditing.ts';
import { objectVersions } from './objectVersions.ts';
import { preview } from './preview.ts';

/** 首屏之后才加载的界面所用的文字。 */
export const late: LateMessages = {
  ...access,
  ...preview,
  ...objectDetails,
  ...objectEditing,
  ...objectVersions,
  ...archived,
  ...contentsSummary,
  ...folderRequests,
};

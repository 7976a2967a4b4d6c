import { isolate } from '../isolate.ts';
import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** Uploading only what changed. */
export const uploadChanges = {
  uploadChanges: 'Upload only what changed',
  uploadChangesAdvice: (place: string) =>
    `Choose a folder, or drop it here. It is compared with the folder of its name in ${isolate(place)}; you see what is new or changed before anything is sent. Nothing is deleted.`,
  chooseFolder: 'Choose a folder',
  planFinding: (files: string, objects: string) =>
    `Looking around: ${files} files here, ${objects} objects in the bucket`,
  planComparing: (done: string, total: string) => `Comparing contents, ${done} of ${total}`,
  planKinds: 'What the comparison has shown',
  planSummary: (files: number, size: string) =>
    count(files, { one: `# file would be sent, ${size}.`, other: `# files would be sent, ${size} in all.` }),
  planFolders: (folders: number) =>
    count(folders, { one: '# empty folder would be created.', other: '# empty folders would be created.' }),
  nothingToUpload: 'The bucket has everything already.',
  nothingOfThisKind: 'None.',
  changeNew: 'New',
  changeChanged: 'Changed',
  changeSame: 'Same',
  changeExtra: 'Only in the bucket',
  extraStays: 'These stay where they are.',
  judgedBySize: 'different size',
  judgedByChecksum: 'by checksum',
  judgedByTime: 'size and time only',
  judgedByTimeOnly: (files: number) =>
    count(files, {
      one: '# file was judged by size and time only: the bucket shows no checksum.',
      other: '# files were judged by size and time only: the bucket shows no checksums.',
    }),
  makeFolders: (folders: number) => count(folders, { one: 'Create # folder', other: 'Create # folders' }),
  uploadCount: (files: number) => count(files, { one: 'Upload # file', other: 'Upload # files' }),
};

import { pluralize } from '../pluralize.ts';

const count = pluralize('en');

/** How much is in folders and selections, and lists to take away. */
export const contentsSummary = {
  summaryTitle: (name: string) => `Contents of ${name}`,
  summaryManyTitle: (items: number) => count(items, { one: 'Contents of # item', other: 'Contents of # items' }),
  countingSoFar: (objects: string) => `Counting, ${objects} so far`,
  countStopped: 'Stopped: there may be more.',
  countedAll: 'Everything below is counted.',
  stopCounting: 'Stop',
  countAgain: 'Count again',
  totalObjects: 'Objects',
  totalSize: 'Size',
  largestObject: 'Largest',
  newestChange: 'Last change',
  byStorageClass: 'By storage class',
  byKind: 'By kind',
  columnKind: 'Kind',
  columnObjects: 'Objects',
  countImages: 'Images',
  countVideos: 'Videos',
  countAudio: 'Audio',
  countPdfs: 'PDF files',
  countTexts: 'Texts',
  countSheets: 'Tables',
  countData: 'Data and code',
  countPacked: 'Packed files',
  countOther: 'Other',
};

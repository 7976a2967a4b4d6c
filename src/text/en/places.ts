import { isolate } from '../isolate.ts';

/** Where one is and where one may go. */
export const places = {
  goTo: 'Go to',
  addFavourite: 'Add to favourites',
  removeFavourite: 'Remove from favourites',
  placeOtherBucket: (bucket: string) => `The bucket ${isolate(bucket)} is not one of the connections of this page.`,
  placeOutside: (bucket: string) =>
    `That is in the bucket ${isolate(bucket)}, outside the folder this page may show of it.`,
  placeNotRead: 'This is not the address of a bucket.',
};

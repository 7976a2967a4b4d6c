import { useEffect, useRef } from 'react';
import type { Listing } from '#bucket-browser/Listing.ts';
import type { Prefix } from '#cos/objectKey.ts';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { useServices } from '../Services.ts';

export interface ListingSpokenOptions {
  readonly prefix: Prefix;
  /** What the folder is called. */
  readonly name: string;
  readonly failure: Failure | undefined;
  readonly listing: Listing | undefined;
}

/** Tells a screen reader which folder one came to and how much is in it, once; and why it could not be listed. */
export function useListingSpoken({ prefix, name, failure, listing }: ListingSpokenOptions): void {
  const { announcer } = useServices();
  const text = useText();

  const failureTitle = failure === undefined ? undefined : text.failure(failure).title;
  useEffect(() => {
    if (failureTitle !== undefined) announcer.alert(failureTitle);
  }, [announcer, failureTitle]);

  const total = listing?.isComplete === true ? listing.index.count : undefined;
  const announced = useRef<Prefix>(undefined);
  useEffect(() => {
    if (total === undefined || announced.current === prefix) return;
    announced.current = prefix;
    announcer.say(text.t.folderAnnounced(name, total));
  }, [announcer, text, prefix, name, total]);
}

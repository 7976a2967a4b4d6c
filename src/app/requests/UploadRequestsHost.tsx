import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useStore } from 'zustand';
import { callWithRetries } from '#cos/callWithRetries.ts';
import { createRemembered } from '#lib/createRemembered.ts';
import { UploadRequestListDialog } from '#share-dialog/UploadRequestListDialog.tsx';
import { moveTo } from '../place/moveTo.ts';
import { useServices } from '../Services.ts';
import { createRequestMemory } from './createRequestMemory.ts';
import { REQUESTS_KEPT_AS } from './requestsKeptAs.ts';

/** The requests made in this browser, each with a look at what is in its place. */
export function UploadRequestsHost({ onClose }: { readonly onClose: () => void }) {
  const { cosFor, clock } = useServices();
  const router = useRouter();
  const [memory] = useState(() => createRequestMemory(createRemembered(REQUESTS_KEPT_AS)));
  const records = useStore(memory.store);
  return (
    <UploadRequestListDialog
      records={records}
      now={() => clock.now()}
      arrived={async ({ connectionId, prefix }, signal) => {
        const cos = cosFor(connectionId);
        const { objects, nextMarker } = await callWithRetries(() => cos.listObjects({ prefix }, { signal }), {
          signal,
        });
        const times = objects.map(({ lastModified }) => lastModified.getTime());
        return {
          count: objects.length,
          bytes: objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
          isMore: nextMarker !== undefined,
          ...(times.length === 0 ? {} : { latest: new Date(Math.max(...times)) }),
        };
      }}
      onOpen={({ connectionId, prefix }) => {
        onClose();
        void router.navigate({ to: '/', search: moveTo({}, connectionId, prefix) });
      }}
      onForget={({ prefix }) => memory.forget(prefix)}
      onClose={onClose}
    />
  );
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { callWithRetries } from '#cos/callWithRetries.ts';
import type { ObjectHead } from '#cos/CosObject.ts';
import { baseName, type ObjectKey } from '#cos/objectKey.ts';
import { startBrowserDownload } from '#files/startBrowserDownload.ts';
import { downloadLifeSeconds } from '#links/presignDownloadUrl.ts';
import { versionsOf } from '#listing/versionsOf.ts';
import type { ReadableVersion, VersionActions } from '#object-preview/VersionActions.ts';
import { makeVersionCurrent } from '#operations/makeVersionCurrent.ts';
import { useServices } from '../Services.ts';
import { useKeepsVersions } from '../uploads/useKeepsVersions.ts';

/**
 * The versions of the object that is looked at; undefined where the bucket keeps none, as far as is known: it says so
 * itself where the keys may ask, and otherwise an object that has a version id does.
 *
 * @param sourceId of the object that is shown, whose HEAD may have told its version
 */
export function useVersions(
  connection: Connection,
  key: ObjectKey,
  sourceId: string,
  onView: (version: ReadableVersion | undefined) => void,
): VersionActions | undefined {
  const { cosFor, shareLink, losses, queryClient } = useServices();
  const isKept = useKeepsVersions(connection.id);
  const { data: head } = useQuery<ObjectHead>({ queryKey: ['object details', sourceId], enabled: false });
  const hasVersions = isKept || head?.versionId !== undefined;
  return useMemo(() => {
    if (!hasVersions) return undefined;
    const cos = cosFor(connection.id);
    /** The object is another now, in its details and in every list. */
    async function refresh(): Promise<void> {
      onView(undefined);
      await Promise.all(
        [['object versions'], ['object details'], ['preview'], ['listing', connection.id]].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    }
    return {
      page: (after, signal) => versionsOf(cos, key, after, { signal }),
      view: onView,
      download: async ({ versionId, sizeBytes }) => {
        const { url } = await shareLink(
          connection,
          {
            key,
            versionId,
            fileName: baseName(key),
            lifeSeconds: downloadLifeSeconds(sizeBytes),
            disposition: 'attachment',
          },
          new AbortController().signal,
        );
        startBrowserDownload(url);
      },
      makeCurrent: async (version) => {
        await makeVersionCurrent(cos, version, { readsAcl: !losses(connection, connection.id).includes('acl') });
        await refresh();
      },
      remove: async ({ versionId }) => {
        await callWithRetries(() => cos.deleteObject({ key, versionId }));
        await refresh();
      },
    };
  }, [hasVersions, cosFor, connection, key, onView, shareLink, losses, queryClient]);
}

import type { Connection } from '#config/DeploymentConfig.ts';
import type { Prefix } from '#cos/objectKey.ts';
import { useText } from '#text/useText.ts';
import type { UploadPlan } from '#upload-dialogs/UploadPlan.ts';
import type { CollectedFile } from './createUploadPlanner.ts';
import { requestFor } from './requestFor.ts';
import { useServices } from '../Services.ts';

/** Sends what a plan found new or changed. What is new still never overwrites: it may have appeared meanwhile. */
export function useUploadPlan({ id: connectionId }: Connection, prefix: Prefix) {
  const { engine, announcer, uploadSettings } = useServices();
  const { t } = useText();
  return (plan: UploadPlan<CollectedFile>): void => {
    const { options } = uploadSettings.store.getState().settings;
    const requests = plan.changes.flatMap(({ kind, source }) => {
      if (source === undefined || (kind !== 'new' && kind !== 'changed')) return [];
      return [requestFor({ connectionId, prefix }, source, kind === 'new' ? 'ask' : 'replace', options)];
    });
    engine.addUploads(requests);
    announcer.say(t.filesAdded(requests.length));
  };
}

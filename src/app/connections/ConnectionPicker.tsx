import { useRouter } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { ConnectionSwitcher } from '#connect-form/ConnectionSwitcher.tsx';
import type { Connection } from '#config/DeploymentConfig.ts';
import { ConnectionMenu, OpenBucketDialog } from '../lazyParts.ts';
import { useServices } from '../Services.ts';

/** Says which bucket this is where there is a choice; the menu behind it switches, opens another, forgets one. */
export function ConnectionPicker({ current }: { readonly current: Connection | undefined }) {
  const { config, connections } = useServices();
  const router = useRouter();
  const all = useStore(connections.store);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [isAsking, setIsAsking] = useState(false);
  const { otherBuckets } = config;
  if (all.length < 2 && otherBuckets === undefined && current !== undefined) return null;

  const open = (id: string): void => void router.navigate({ to: '/', search: { c: id } });
  return (
    <>
      <ConnectionSwitcher current={current} isOpen={anchor !== undefined} onOpen={setAnchor} />
      <Suspense>
        {anchor !== undefined && (
          <ConnectionMenu
            anchor={anchor}
            connections={all}
            currentId={current?.id}
            isOwn={connections.isOwn}
            onSwitch={open}
            onRemove={(id) => {
              void router.navigate({ to: '/', search: {} }).then(() => connections.remove(id));
            }}
            onOpenOther={otherBuckets && (() => setIsAsking(true))}
            onClose={() => setAnchor(undefined)}
          />
        )}
        {isAsking && otherBuckets !== undefined && (
          <OpenBucketDialog
            regions={otherBuckets.regions}
            hasKeys={config.endpoint !== undefined}
            onOpen={(wanted) => {
              setIsAsking(false);
              const connection = connections.add(wanted);
              if (connection !== undefined) open(connection.id);
            }}
            onClose={() => setIsAsking(false)}
          />
        )}
      </Suspense>
    </>
  );
}

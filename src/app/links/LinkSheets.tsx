import { useMemo } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import { createHostProbe } from '#lib/createHostProbe.ts';
import { InspectorDialog } from '#link-tools/InspectorDialog.tsx';
import { askLink } from '#links/askLink.ts';
import { inspectLink } from '#links/inspectLink.ts';
import type { OpenSheet } from '../OpenSheet.ts';
import { useServices } from '../Services.ts';
import { MyLinksHost } from './MyLinksHost.tsx';

export interface LinkSheetsProps {
  readonly sheet: Extract<OpenSheet, 'myLinks' | { readonly inspect: string }>;
  /** In view. */
  readonly connection: Connection | undefined;
  readonly onSheet: (sheet: OpenSheet) => void;
  readonly onClose: () => void;
}

/** The links that were made here, and the inspector of any. */
export function LinkSheets({ sheet, connection, onSheet, onClose }: LinkSheetsProps) {
  const { connections, clock } = useServices();
  const probe = useMemo(() => createHostProbe(), []);
  if (sheet === 'myLinks')
    return <MyLinksHost connection={connection} onArrived={() => onSheet('myRequests')} onClose={onClose} />;
  const known = connections.store.getState();
  return (
    <InspectorDialog
      key={sheet.inspect}
      initial={sheet.inspect}
      inspect={(text) => inspectLink(text, known)}
      ask={(facts, signal) => askLink(facts, { connections: known, now: () => clock.now(), probe, signal })}
      onClose={onClose}
    />
  );
}

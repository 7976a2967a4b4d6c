import type { QueryClient } from '@tanstack/react-query';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import type { CosClient } from '#cos/CosClient.ts';
import type { JournalStore } from '#lib/JournalStore.ts';
import { createNameLookup } from '#listing/createNameLookup.ts';
import { createOperationEngine } from '#operations/createOperationEngine.ts';
import { createOperationJournal } from '#operations/createOperationJournal.ts';
import type { OperationEngine, OperationEvent } from '#operations/OperationEngine.ts';
import { DEFAULT_OPERATION_POLICY, type OutageDoor } from '#operations/OperationRun.ts';
import { isOver } from '#operations/OperationState.ts';
import type { Text } from '#text/Text.ts';
import { createOutageGate } from '#transfers/createOutageGate.ts';
import { createWebLocks } from '#transfers/createWebLocks.ts';
import { scalePolicy } from '#transfers/scalePolicy.ts';
import { DEFAULT_TRANSFER_POLICY } from '#transfers/TransferPolicy.ts';
import { browserNetwork } from '../browserNetwork.ts';
import { browserTimers } from '../browserTimers.ts';
import type { ListingUpdater } from '../createListingUpdater.ts';
import { createOperationReporter } from '../operations/createOperationReporter.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';
import type { ConflictQuestions } from '../uploads/createConflictQuestions.ts';
import { later } from '../later.ts';

export interface OperationParts {
  readonly config: DeploymentConfig;
  readonly cosFor: (connectionId: string) => CosClient;
  readonly mayRead: (connectionId: string, what: 'acl' | 'tags') => boolean;
  readonly journal: JournalStore;
  readonly listingUpdater: ListingUpdater;
  readonly queryClient: QueryClient;
  readonly hear: (event: OperationEvent) => void;
  readonly questions: Pick<ConflictQuestions, 'begin'>;
  readonly announcer: Announcer;
  readonly notices: Notices;
  readonly text: () => Text | undefined;
}

/** The engine for what the server does, with the page's locks, clock and lists around it. */
export function runOperations(parts: OperationParts): OperationEngine {
  const { listingUpdater, queryClient } = parts;
  const policy = scalePolicy(DEFAULT_TRANSFER_POLICY, parts.config.patience);
  const locks = createWebLocks();
  const doors = new Map<string, OutageDoor>();
  const engine = createOperationEngine({
    cosFor: parts.cosFor,
    doorFor: (connectionId) => {
      const door =
        doors.get(connectionId) ??
        createOutageGate({ network: browserNetwork(), timers: browserTimers, probeEveryMs: policy.probeEveryMs });
      doors.set(connectionId, door);
      return door;
    },
    mayRead: parts.mayRead,
    journal: createOperationJournal(parts.journal),
    lock: (id, signal, onWait) => locks.acquire(lockName(id), { signal, steal: false, onWait }),
    isWorkedOn: async (id) => (await locks.heldNames()).has(lockName(id)),
    lookUp: createNameLookup,
    questions: {
      begin: (connectionId, onAnswer) => {
        const { ask, end, withdraw } = parts.questions.begin(connectionId, onAnswer, 'objects');
        return { ask: ({ to, ...conflict }) => ask([{ id: to, ...conflict }]), end, withdraw };
      },
    },
    policy: { ...DEFAULT_OPERATION_POLICY, retry: policy.retry },
    newId: () => crypto.randomUUID(),
    now: Date.now,
    random: Math.random,
    setTimeout: later,
  });
  engine.subscribe(parts.hear);
  engine.subscribe(createOperationReporter({ ...parts, undo: (id) => void engine.undo(id) }));
  engine.subscribe((event) => {
    if (event.type === 'made') {
      const { key } = event;
      const { sizeBytes, storageClass, etag } = event.source;
      const object = { key, sizeBytes, storageClass, etag, lastModified: new Date() };
      listingUpdater.written(event.connectionId, [{ type: 'put', object }]);
    } else if (event.type === 'gone') listingUpdater.deleted(event.connectionId, event.keys, event.folders);
    else if (event.type === 'changed') {
      const { connectionId, kind, isUndo, state } = event.operation;
      if (!isOver(state) && state.status !== 'paused') return;
      // What was done by itself is in the lists already. Of a lost answer, and of what came back, only the bucket knows.
      const isKnown = state.status === 'completed' && kind !== 'restore' && !isUndo;
      const refetchType = isKnown ? 'none' : 'active';
      void queryClient.invalidateQueries({ queryKey: ['listing', connectionId], refetchType });
      for (const part of ['object details', 'object tags', 'object acl', 'object versions'])
        void queryClient.invalidateQueries({ queryKey: [part] });
    }
  });
  return engine;
}

function lockName(id: string): string {
  return `beeline-operation-${id}`;
}

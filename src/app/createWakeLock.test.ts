import { beforeEach, expect, test } from 'vitest';
import { createTransferStore } from '#transfers/createTransferStore.ts';
import type { TransferEvent } from '#transfers/TransferEngine.ts';
import type { Transfer, TransferState } from '#transfers/TransferState.ts';
import { createWakeLock } from './createWakeLock.ts';

let tell: (events: readonly TransferEvent[]) => void;
let onVisibility: () => void;
let page: { visibilityState: DocumentVisibilityState; addEventListener: Document['addEventListener'] };
/** Locks that are held now. */
let held: (() => void)[];
let requests: number;
let refuses: boolean;

beforeEach(() => {
  held = [];
  requests = 0;
  refuses = false;
  page = {
    visibilityState: 'visible',
    addEventListener: (_type: string, listener: unknown) => {
      onVisibility = listener as () => void;
    },
  };
});

function start(hasWakeLock = true): void {
  const store = createTransferStore({
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
  });
  const source = {
    request: async () => {
      requests += 1;
      if (refuses) throw new DOMException('', 'NotAllowedError');
      const listeners: (() => void)[] = [];
      const end = (): void => {
        held = held.filter((one) => one !== end);
        for (const listener of listeners) listener();
      };
      held.push(end);
      return {
        release: async () => end(),
        addEventListener: (_: 'release', listener: () => void) => void listeners.push(listener),
      };
    },
  };
  createWakeLock({ store, source: hasWakeLock ? source : undefined, page });
}

const progress = { transferredBytes: 0, totalBytes: 1 };
const RUNNING: TransferState = { status: 'running', phase: 'transferring', progress };
const what = { direction: 'upload', connectionId: 'c', key: 'k', name: 'n', sizeBytes: 1 } as const;
const transfer = (state: TransferState): Transfer => ({ id: 't', ...what, addedAt: new Date(0), state });
const begin = () => tell([{ type: 'added', transfers: [transfer(RUNNING)] }]);
const become = (state: TransferState) => tell([{ type: 'changed', transfer: transfer(state) }]);
const settled = () => new Promise((resolve) => setImmediate(resolve));

function seen(visibilityState: DocumentVisibilityState): void {
  page.visibilityState = visibilityState;
  // The browser takes all locks of a page that is hidden.
  if (visibilityState === 'hidden') for (const end of held) end();
  onVisibility();
}

test('the machine stays awake while something is under way, and no longer', async () => {
  start();
  begin();
  await settled();
  expect(held).toHaveLength(1);
  become({ status: 'waiting', reason: 'offline', progress });
  become(RUNNING);
  await settled();
  expect(requests).toBe(1);
  become({ status: 'completed', etag: '', verified: true, completedAt: new Date(0) });
  await settled();
  expect(held).toHaveLength(0);
});

test('a paused transfer keeps nobody awake', async () => {
  start();
  begin();
  await settled();
  become({ status: 'paused', by: 'person', progress });
  await settled();
  expect(held).toHaveLength(0);
});

test('the lock the browser took from a hidden page is taken again when it is seen', async () => {
  start();
  begin();
  await settled();
  seen('hidden');
  await settled();
  expect(held).toHaveLength(0);
  seen('visible');
  await settled();
  expect(held).toHaveLength(1);
  expect(requests).toBe(2);
});

test('a lock that comes after the end is given back at once', async () => {
  start();
  begin();
  become({ status: 'cancelled' });
  await settled();
  expect(held).toHaveLength(0);
});

test('a refusal is borne, and asked again when the page is seen', async () => {
  start();
  refuses = true;
  begin();
  await settled();
  refuses = false;
  seen('visible');
  await settled();
  expect(held).toHaveLength(1);
});

test('a browser without wake locks transfers all the same', async () => {
  start(false);
  begin();
  await settled();
  expect(requests).toBe(0);
});

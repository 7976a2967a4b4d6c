import { Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '#text/useText.ts';
import { AllTransfersButtons } from '#transfer-panel/AllTransfersButtons.tsx';
import { FailureGroupList } from '#transfer-panel/FailureGroupList.tsx';
import { summarize } from '#transfer-panel/summarize.ts';
import { TransferList } from '#transfer-panel/TransferList.tsx';
import styles from './RequestTransfers.module.css';
import type { UploadRequestServices } from './serveUploadRequest.ts';

/** A single failure is told by its row; from two on, causes are gathered. */
const GROUPS_FROM = 2;

/** Every file that is sent: how far it is, what stopped it, and the buttons that go on. */
export function RequestTransfers({ store, speed, engine }: Pick<UploadRequestServices, 'store' | 'speed' | 'engine'>) {
  const text = useText();
  const { t } = text;
  const revision = useStore(store, (state) => state.idsRevision);
  const groups = useStore(store, (state) => state.failureGroups);
  const totals = useStore(store, (state) => state.totals);
  const speedNow = useStore(speed);
  const [shownCause, setShownCause] = useState<string>();
  const { ids } = store.getState();
  if (ids.length === 0) return null;
  const shownGroup = groups.find(({ cause }) => cause === shownCause);
  const stopped = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={styles.panel} aria-label={t.transfers}>
      <div className={styles.head}>
        <h2>{t.transfers}</h2>
        <p className={styles.summary}>{summarize(totals, speedNow, text)}</p>
        <AllTransfersButtons store={store} commands={engine} />
      </div>
      <Suspense>
        {stopped >= GROUPS_FROM && (
          <FailureGroupList {...{ groups, shownCause }} commands={engine} onShow={setShownCause} />
        )}
        <TransferList
          ids={shownGroup?.ids ?? ids}
          revision={shownGroup?.revision ?? revision}
          wanted={undefined}
          store={store}
          commands={engine}
        />
      </Suspense>
    </section>
  );
}

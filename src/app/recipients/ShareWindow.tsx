import { Suspense, useCallback, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { canPickFolder } from '#files/pickFolder.ts';
import { isAbortError, toFailure } from '#lib/Failure.ts';
import type { SharedObject } from '#links/SharePackage.ts';
import { RecipientFrame } from '#recipient-pages/RecipientFrame.tsx';
import { ShareClosed } from '#recipient-pages/ShareClosed.tsx';
import type { SharedRow } from '#recipient-pages/SharedRow.ts';
import { SharePage } from '#recipient-pages/SharePage.tsx';
import { sharePage as en } from '#text/en/sharePage.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { sharePage as zh } from '#text/zh/sharePage.ts';
import { lazyPart } from '#ui/lazyPart.tsx';
import { BrandMark } from '../frame/BrandMark.tsx';
import { LanguageContext } from '../frame/LanguageContext.ts';
import type { Announcer } from '../speaking/createAnnouncer.ts';
import type { Notices } from '../speaking/createNotices.ts';
import { NoticeList } from '../speaking/NoticeList.tsx';
import { useLeaveGuard } from '../useLeaveGuard.ts';
import type { ShareServices } from './createShareServices.ts';
import { sharedEntry } from './sharedEntry.ts';
import styles from './ShareWindow.module.css';
import { useShare } from './useShare.ts';

const DownloadPanel = lazyPart(async () => (await import('#transfer-panel/DownloadPanel.tsx')).DownloadPanel);
const SharedPreview = lazyPart(async () => (await import('./SharedPreview.tsx')).SharedPreview);

export interface ShareWindowProps {
  readonly config: DeploymentConfig;
  readonly fragment: string;
  readonly services: ShareServices;
  readonly announcer: Announcer;
  readonly notices: Notices;
}

/** The one window of a recipient: what was shared, what is on its way, and a look inside. */
export function ShareWindow({ config, fragment, services, announcer, notices }: ShareWindowProps) {
  const text = useText();
  const words = useTopic({ en, zh });
  const onLanguage = useContext(LanguageContext);
  const { clock, engine, transferStore, transferSpeed } = services;
  const { state, endsAt, onRetry } = useShare({ config, fragment, clock, onOpened: services.serve });
  const [previewKey, setPreviewKey] = useState<string>();
  const hasTransfers = useStore(transferStore, ({ ids }) => ids.length > 0);
  useLeaveGuard(transferStore);
  const share = state.status === 'open' || state.status === 'ended' ? state.share : undefined;
  const title = share === undefined ? words.untitled : share.terms.title || words.untitled;
  useEffect(() => {
    document.title = `${title} · Beeline`;
  }, [title]);
  const isOver = state.status === 'ended';
  useEffect(() => {
    if (isOver) announcer.alert(words.endedNow);
  }, [isOver, announcer, words]);

  const download = useCallback(
    async (objects: readonly SharedObject[], way: 'usual' | 'zip'): Promise<void> => {
      if (share === undefined) return;
      const { connection, terms } = share;
      try {
        const entries = objects.map((object) => sharedEntry(object, terms.prefix));
        const outcome = await services.downloadFrom(connection, terms.prefix, entries, way);
        if (outcome === undefined) return;
        const { tellTree } = await import('../downloads/tellTree.ts');
        tellTree(outcome, { text, notices, announcer });
      } catch (error) {
        if (isAbortError(error)) return;
        const failure = toFailure(error);
        notices.add('', failure);
        announcer.alert(text.failure(failure).title);
      }
    },
    [share, services, text, notices, announcer],
  );
  const onDownload = useCallback(
    ({ key }: Pick<SharedRow, 'key'>): void => {
      void download(share?.objects.filter((object) => object.key === key) ?? [], 'usual');
    },
    [download, share],
  );
  const onPreview = useCallback(({ key }: SharedRow) => setPreviewKey(key), []);
  const now = useCallback(() => clock.now(), [clock]);

  return (
    <RecipientFrame
      brand={<BrandMark />}
      onLanguage={onLanguage}
      dock={
        hasTransfers && (
          <Suspense>
            <DownloadPanel store={transferStore} speed={transferSpeed} commands={engine} />
          </Suspense>
        )
      }
    >
      {state.status === 'opening' && (
        <>
          <h1 className="visually-hidden">{words.untitled}</h1>
          <p className={styles.opening} aria-busy>
            {words.opening}…
          </p>
        </>
      )}
      {state.status === 'closed' && (
        <ShareClosed failure={state.failure} end={state.end} endsAt={endsAt} onRetry={onRetry} />
      )}
      {share !== undefined && (
        <SharePage
          share={share}
          end={state.status === 'ended' ? state.end : undefined}
          now={now}
          canPickFolder={canPickFolder()}
          onDownload={onDownload}
          onDownloadAll={(way) => void download(share.objects, way)}
          onPreview={onPreview}
        />
      )}
      <Suspense>
        {share !== undefined && previewKey !== undefined && (
          <SharedPreview
            share={share}
            objectKey={previewKey}
            isOver={isOver}
            onWalk={setPreviewKey}
            onDownload={onDownload}
            onClose={() => setPreviewKey(undefined)}
          />
        )}
      </Suspense>
      <NoticeList notices={notices} />
    </RecipientFrame>
  );
}

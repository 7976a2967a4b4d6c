import { getRouteApi, useRouter, useRouterState } from '@tanstack/react-router';
import { Suspense, useContext, useState } from 'react';
import { useText } from '#text/useText.ts';
import { FailureNotice } from '#ui/FailureNotice.tsx';
import { SET_UP_CHECK } from '#ui/setUpCheckHref.ts';
import styles from './BrowsePage.module.css';
import {
  ForgetHost,
  HistoryDialog,
  KeyboardHelp,
  LinkSheets,
  SettingsDialog,
  SetUpCheckPage,
  UploadRequestsHost,
} from './lazyParts.ts';
import { LanguageContext } from './frame/LanguageContext.ts';
import { useHelpKey } from './help/useHelpKey.ts';
import type { OpenSheet } from './OpenSheet.ts';
import { NoticeList } from './speaking/NoticeList.tsx';
import { useServices } from './Services.ts';
import { TransferDock } from './TransferDock.tsx';
import { OfflineNote } from './frame/OfflineNote.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useUndoKey } from './operations/useUndoKey.ts';
import { focusFilesIfLost } from './useDialog.ts';
import { useLeaveGuard } from './useLeaveGuard.ts';
import { BrowsedPrefix } from './BrowsedPrefix.tsx';

const route = getRouteApi('/');

/** The one window: where I am, what is here, what moves. */
export function BrowsePage() {
  const setLanguage = useContext(LanguageContext);
  const services = useServices();
  const router = useRouter();
  const place = route.useSearch();
  const connection = services.connectionAt(place);
  const isChecking = useRouterState({ select: ({ location }) => location.hash === SET_UP_CHECK });
  const { t } = useText();
  const [sheet, setSheet] = useState<OpenSheet>();
  const homeHref = router.buildLocation({ to: '/', search: {} }).href;
  useLeaveGuard(services.transferStore);
  useUndoKey();
  useHelpKey(() => setSheet('keys'));
  const closeSheet = (): void => {
    setSheet(undefined);
    focusFilesIfLost();
  };

  return (
    <div className={styles.page}>
      <header>
        <TopBar connection={connection} homeHref={homeHref} onLanguage={setLanguage} onSheet={setSheet} />
        <OfflineNote />
      </header>
      <main id="files" tabIndex={-1} className={styles.main}>
        {connection === undefined ? (
          <>
            <h1 className="visually-hidden">Beeline</h1>
            <FailureNotice layout="page" failure={{ kind: 'local', code: 'ConnectionUnknown', message: place.c ?? '' }}>
              <a href={homeHref}>{t.goHome}</a>
            </FailureNotice>
          </>
        ) : isChecking ? (
          <Suspense>
            <SetUpCheckPage connection={connection} place={place} />
          </Suspense>
        ) : (
          <BrowsedPrefix connection={connection} place={place} onSheet={setSheet} />
        )}
      </main>
      <TransferDock onHistory={() => setSheet('history')} />
      <NoticeList notices={services.notices} />
      <Suspense>
        {sheet === 'history' && <HistoryDialog history={services.history} onClose={closeSheet} />}
        {sheet === 'keys' && <KeyboardHelp onClose={closeSheet} />}
        {(sheet === 'myLinks' || typeof sheet === 'object') && (
          <LinkSheets sheet={sheet} connection={connection} onSheet={setSheet} onClose={closeSheet} />
        )}
        {sheet === 'myRequests' && <UploadRequestsHost onClose={closeSheet} />}
        {sheet === 'settings' && (
          <SettingsDialog
            connection={connection}
            onLanguage={setLanguage}
            onForget={() => setSheet('forget')}
            onClose={closeSheet}
          />
        )}
        {sheet === 'forget' && <ForgetHost homeHref={homeHref} onClose={closeSheet} />}
      </Suspense>
    </div>
  );
}

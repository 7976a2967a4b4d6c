import { Settings } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { Language } from '#text/pickLanguage.ts';
import { useText } from '#text/useText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { BrandMark } from './BrandMark.tsx';
import { ConnectionPicker } from '../connections/ConnectionPicker.tsx';
import { focusFiles } from '../focusFiles.ts';
import type { OpenSheet } from '../OpenSheet.ts';
import { SettingsMenu } from '../lazyParts.ts';
import styles from './TopBar.module.css';

export interface TopBarProps {
  readonly connection: Connection | undefined;
  readonly homeHref: string;
  readonly onLanguage: (language: Language) => void;
  readonly onSheet: (sheet: OpenSheet) => void;
}

/** Whose window this is, which bucket, and settings. */
export function TopBar({ connection, homeHref, onLanguage, onSheet }: TopBarProps) {
  const { t } = useText();
  const [settingsAnchor, setSettingsAnchor] = useState<HTMLElement>();
  return (
    <div className={styles.bar}>
      <a
        className={styles.skip}
        href="#files"
        onClick={(event) => {
          event.preventDefault();
          focusFiles();
        }}
      >
        {t.skipToFiles}
      </a>
      <a className={styles.brand} href={homeHref}>
        <BrandMark />
        Beeline
      </a>
      <ConnectionPicker current={connection} />
      <IconButton
        label={t.settings}
        icon={<Settings size={18} />}
        aria-haspopup="menu"
        aria-expanded={settingsAnchor !== undefined}
        onClick={(event) => setSettingsAnchor(event.currentTarget)}
      />
      {settingsAnchor !== undefined && (
        <Suspense>
          <SettingsMenu
            anchor={settingsAnchor}
            onLanguage={onLanguage}
            connection={connection}
            onSheet={onSheet}
            onClose={() => setSettingsAnchor(undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}

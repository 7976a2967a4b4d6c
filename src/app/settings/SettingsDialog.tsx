import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Connection } from '#config/DeploymentConfig.ts';
import { connections as enConnections } from '#text/en/connections.ts';
import { keyboard as enKeys } from '#text/en/keyboard.ts';
import { settings as en } from '#text/en/settings.ts';
import type { Language } from '#text/pickLanguage.ts';
import { useLateText } from '#text/useLateText.ts';
import { useTopic } from '#text/useTopic.ts';
import { connections as zhConnections } from '#text/zh/connections.ts';
import { keyboard as zhKeys } from '#text/zh/keyboard.ts';
import { settings as zh } from '#text/zh/settings.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { areSingleKeysOn, turnSingleKeys } from '#ui/singleKeys.ts';
import { applyTheme, rememberedTheme, type Theme } from '#ui/theme.ts';
import { deletingIn } from '../operations/createTrashWish.ts';
import { trashPrefix } from '../operations/trashPaths.ts';
import { useServices } from '../Services.ts';
import { Choice } from './Choice.tsx';
import styles from './SettingsDialog.module.css';
import { Switch } from './Switch.tsx';
import { TransferSettings } from './TransferSettings.tsx';
import { TrashField } from './TrashField.tsx';

export interface SettingsDialogProps {
  readonly connection: Connection | undefined;
  readonly onLanguage: (language: Language) => void;
  readonly onForget: () => void;
  readonly onClose: () => void;
}

/** Everything a person can set. Each change holds at once; there is nothing to confirm. */
export function SettingsDialog({ connection, onLanguage, onForget, onClose }: SettingsDialogProps) {
  const { preferences, trashWish, endNotifier } = useServices();
  const { t, language } = useLateText();
  const words = useTopic({ en, zh });
  const keys = useTopic({ en: enKeys, zh: zhKeys });
  const own = useTopic({ en: enConnections, zh: zhConnections });
  const { isCompact, trash } = useStore(preferences.store);
  const chosen = useStore(trashWish.store, (state) => state.chosen);
  const notify = useStore(endNotifier.store);
  const [theme, setTheme] = useState<Theme>(rememberedTheme);
  const [areKeysOn, setKeysOn] = useState(areSingleKeysOn);

  return (
    <Dialog title={t.settings} width="wide" onClose={onClose}>
      <div className={styles.sections}>
        <section className={styles.section}>
          <h3 className={styles.title}>{words.look}</h3>
          <Choice
            label={t.language}
            value={language}
            options={[
              ['en', 'English'],
              ['zh-CN', '简体中文'],
            ]}
            onChoose={(value) => onLanguage(value === 'en' ? 'en' : 'zh-CN')}
          />
          <div className={styles.pair}>
            <Choice
              label={words.theme}
              value={theme}
              options={[
                ['system', t.themeSystem],
                ['light', t.themeLight],
                ['dark', t.themeDark],
              ]}
              onChoose={(value) => {
                const next = value === 'light' || value === 'dark' ? value : 'system';
                applyTheme(next);
                setTheme(next);
              }}
            />
            <Choice
              label={words.density}
              value={isCompact === true ? 'compact' : ''}
              options={[
                ['', words.roomy],
                ['compact', words.compact],
              ]}
              onChoose={(value) => preferences.change({ isCompact: value === 'compact' ? true : undefined })}
            />
          </div>
        </section>
        <TransferSettings />
        <section className={styles.section}>
          <h3 className={styles.title}>{words.deleting}</h3>
          <Choice
            label={t.deletedObjects}
            value={deletingIn(connection ?? {}, chosen)}
            options={[
              ['final', t.deletedForGood],
              ['trash', t.deletedToTrash],
            ]}
            onChoose={(value) => trashWish.choose(value === 'trash' ? 'trash' : 'final')}
          />
          <TrashField
            folder={trash}
            usual={trashPrefix({ ...connection, prefix: '' })}
            onFolder={(folder) => preferences.change({ trash: folder })}
          />
        </section>
        <section className={styles.section}>
          <h3 className={styles.title}>{words.attention}</h3>
          {notify !== 'missing' && (
            <Switch
              label={t.notifyAtEnd}
              hint={notify === 'blocked' ? t.notifyBlocked : undefined}
              isOn={notify === 'on'}
              isOff={notify === 'blocked'}
              onTurn={() => void endNotifier.toggle()}
            />
          )}
          <Switch
            label={keys.singleKeys}
            hint={keys.singleKeysWhy}
            isOn={areKeysOn}
            onTurn={(isOn) => {
              turnSingleKeys(isOn);
              setKeysOn(isOn);
            }}
          />
        </section>
        <section className={styles.section}>
          <h3 className={styles.title}>{words.device}</h3>
          <p className={styles.hint}>{words.deviceHint}</p>
          <Button icon={<Eraser size={16} />} className={styles.forget} onClick={onForget}>
            {own.forgetDevice}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}

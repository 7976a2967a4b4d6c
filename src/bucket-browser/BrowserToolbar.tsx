import { clsx } from 'clsx';
import { ChevronDown, FolderPlus, FolderTree, FolderUp, RefreshCw, Search, Upload } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { lazyPart } from '#ui/lazyPart.tsx';
import { ownsKeys } from '#ui/ownsKeys.ts';
import { areSingleKeysOn } from '#ui/singleKeys.ts';
import styles from './BucketBrowser.module.css';

const UploadMenu = lazyPart(async () => (await import('./UploadMenu.tsx')).UploadMenu);

export interface BrowserToolbarProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly isDeep: boolean;
  readonly onDeep: (isDeep: boolean) => void;
  /** Why nothing can be added here. */
  readonly uploadDenied: string | undefined;
  readonly newFolderDenied: string | undefined;
  readonly onUploadFiles: () => void;
  readonly onUploadFolder: () => void;
  /** Options for uploads are chosen, in a few words. */
  readonly uploadNote: string | undefined;
  readonly onUploadChanges: () => void;
  readonly onUploadOptions: () => void;
  readonly onUploadLink: () => void;
  readonly onRequestFiles: () => void;
  readonly onUploadRequests: () => void;
  readonly onNewFolder: () => void;
  readonly onRefresh: () => void;
}

/** Search and what adds to a folder. `/` goes to the search box. */
export function BrowserToolbar(props: BrowserToolbarProps) {
  const { t } = useText();
  const off = { disabled: props.uploadDenied !== undefined, title: props.uploadDenied };
  const searchRef = useRef<HTMLInputElement>(null);
  const [menuAnchor, setMenuAnchor] = useState<HTMLElement>();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (ownsKeys(event.target) || !areSingleKeysOn()) return;
      event.preventDefault();
      searchRef.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <div className={styles.search}>
        <Search size={16} aria-hidden />
        <input
          ref={searchRef}
          type="text"
          aria-label={t.search}
          placeholder={props.isDeep ? t.searchDeepPlaceholder : t.searchPlaceholder}
          autoComplete="off"
          spellCheck={false}
          value={props.search}
          onChange={(event) => props.onSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && props.onSearch('')}
        />
        <IconButton
          size="small"
          label={t.searchSubfolders}
          icon={<FolderTree size={16} />}
          className={styles.deep}
          aria-pressed={props.isDeep}
          onClick={() => props.onDeep(!props.isDeep)}
        />
      </div>
      <div className={styles.tools}>
        <Button look="primary" icon={<Upload size={16} />} {...off} onClick={props.onUploadFiles}>
          {t.uploadFiles}
        </Button>
        <Button icon={<FolderUp size={16} />} {...off} onClick={props.onUploadFolder}>
          {t.uploadFolder}
        </Button>
        <IconButton
          label={t.uploadMenu}
          icon={<ChevronDown size={17} />}
          disabled={off.disabled}
          hint={off.title ?? (props.uploadNote === undefined ? undefined : `${t.uploadMenu} (${props.uploadNote})`)}
          className={clsx(props.uploadNote !== undefined && styles.marked)}
          aria-haspopup="menu"
          aria-expanded={menuAnchor !== undefined}
          onClick={(event) => setMenuAnchor(event.currentTarget)}
        />
        {menuAnchor !== undefined && (
          <Suspense>
            <UploadMenu
              anchor={menuAnchor}
              onUploadChanges={props.onUploadChanges}
              onUploadOptions={props.onUploadOptions}
              onUploadLink={props.onUploadLink}
              onRequestFiles={props.onRequestFiles}
              onUploadRequests={props.onUploadRequests}
              onClose={() => setMenuAnchor(undefined)}
            />
          </Suspense>
        )}
        <IconButton
          label={t.newFolder}
          icon={<FolderPlus size={18} />}
          disabled={props.newFolderDenied !== undefined}
          hint={props.newFolderDenied}
          onClick={props.onNewFolder}
        />
        <IconButton label={t.refresh} icon={<RefreshCw size={17} />} onClick={props.onRefresh} />
      </div>
    </>
  );
}

import { useState } from 'react';
import { settings as en } from '#text/en/settings.ts';
import { useTopic } from '#text/useTopic.ts';
import { settings as zh } from '#text/zh/settings.ts';
import { Field } from '#ui/Field.tsx';
import { readTrashFolder } from './readTrashFolder.ts';

/** Where the trash is. What is no folder is said and not used; nothing typed goes back to the deployment's. */
export function TrashField({
  folder,
  usual,
  onFolder,
}: {
  readonly folder: string | undefined;
  readonly usual: string;
  readonly onFolder: (folder: string | undefined) => void;
}) {
  const words = useTopic({ en, zh });
  const [typed, setTyped] = useState(folder ?? '');
  const isWrong = typed.trim() !== '' && readTrashFolder(typed) === undefined;
  return (
    <Field label={words.trashFolder} hint={words.trashHint} problem={isWrong ? words.trashWrong : undefined}>
      {(field) => (
        <input
          {...field}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder={usual}
          value={typed}
          onChange={({ target: { value } }) => {
            setTyped(value);
            onFolder(value.trim() === '' ? undefined : readTrashFolder(value));
          }}
        />
      )}
    </Field>
  );
}

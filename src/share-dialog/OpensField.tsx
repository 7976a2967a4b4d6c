import type { ShareLinkRequest } from '#links/ShareLink.ts';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useTopic } from '#text/useTopic.ts';
import { ChoicePills } from '#ui/ChoicePills.tsx';

type Disposition = ShareLinkRequest['disposition'];

export interface OpensFieldProps {
  readonly value: Disposition;
  readonly onChange: (value: Disposition) => void;
}

/** Saved or shown. COS's default domains always save; a domain of one's own may show. */
export function OpensField({ value, onChange }: OpensFieldProps) {
  const words = useTopic({ en, zh });
  const choices: readonly (readonly [Disposition, string])[] = [
    ['attachment', words.shareAttachment],
    ['inline', words.shareInline],
  ];
  return <ChoicePills legend={words.shareOpens} value={value} choices={choices} onChoose={onChange} />;
}

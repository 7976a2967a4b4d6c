/* oxlint-disable jsx-a11y/prefer-tag-over-role -- drawn as elements, because an <img> would need a data: URL */
import { useMemo } from 'react';
import { encode } from 'uqr';
import { sharing as en } from '#text/en/sharing.ts';
import { sharing as zh } from '#text/zh/sharing.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import styles from './QrCode.module.css';
import { qrPath } from './qrPath.ts';

/** Quiet zone of four modules, as the standard asks. */
const BORDER = 4;
/** Pixels a code may be wide before its modules shrink; each is a whole number of them, for what is blurred is not read. */
const WIDE = 400;
const MODULE_PIXELS = { least: 2, most: 6 };

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

/** A QR code as SVG elements. Text that does not fit in the largest code is said, not cut. */
export function QrCode({ text, label }: QrCodeProps) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const code = useMemo(() => encodeOrUndefined(text), [text]);
  if (code === undefined) return <p>{words.qrTooLong(formats.number(text.length))}</p>;
  const width = code.size * moduleSize(code.size);
  return (
    <svg
      width={width}
      height={width}
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shapeRendering="crispEdges"
    >
      <path d={qrPath(code.data)} fill="currentColor" />
    </svg>
  );
}

function moduleSize(modules: number): number {
  return Math.min(MODULE_PIXELS.most, Math.max(MODULE_PIXELS.least, Math.floor(WIDE / modules)));
}

function encodeOrUndefined(text: string) {
  try {
    return encode(text, { ecc: 'L', border: BORDER });
  } catch {
    return undefined;
  }
}

import { Download } from 'lucide-react';
import type { Examination } from '#diagnosis/Examination.ts';
import type { SetUp } from '#diagnosis/SetUp.ts';
import { supportBundle, type BundleFacts } from '#diagnosis/supportBundle.ts';
import { saveBlob } from '#files/saveBlob.ts';
import type { SetUpText } from '#text/SetUpText.ts';
import { Button } from '#ui/Button.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import styles from './ReportButtons.module.css';

export interface ReportButtonsProps {
  readonly words: SetUpText;
  readonly setUp: SetUp;
  readonly examination: Examination;
  readonly facts: BundleFacts;
}

/** The whole examination for somebody who helps, to copy or to keep. */
export function ReportButtons({ words, setUp, examination, facts }: ReportButtonsProps) {
  const { t } = words;
  const report = supportBundle(setUp, examination, facts);
  return (
    <div className={styles.report}>
      <p>{t.reportNote}</p>
      <div className={styles.buttons}>
        <CopyButton text={report} label={t.copyReport} />
        <Button
          icon={<Download size={16} />}
          onClick={() => saveBlob(new Blob([report]), `beeline-set-up-${facts.at.slice(0, 10)}.json`)}
        >
          {t.saveReport}
        </Button>
      </div>
    </div>
  );
}

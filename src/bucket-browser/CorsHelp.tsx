import { corsRuleFor } from '#diagnosis/corsRuleFor.ts';
import { useText } from '#text/useText.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import styles from './CorsHelp.module.css';

/** The rule that lets this very page in, ready to paste. */
export function CorsHelp() {
  const { t } = useText();
  const { xml } = corsRuleFor(location.origin);
  return (
    <details className={styles.help}>
      <summary>{t.corsRule}</summary>
      <pre className={styles.rule}>{xml}</pre>
      <CopyButton size="small" text={xml} label={t.copyRule} />
    </details>
  );
}

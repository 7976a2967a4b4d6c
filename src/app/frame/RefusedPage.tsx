import { BrandMark } from './BrandMark.tsx';
import styles from './RefusedPage.module.css';

export interface RefusedPageProps {
  readonly title: string;
  readonly advice: string;
  /** The same page where it runs. */
  readonly wayOut: { readonly label: string; readonly url: string };
}

/** Nothing is started here, and a link leads to where it would be. */
export function RefusedPage({ title, advice, wayOut }: RefusedPageProps) {
  return (
    <main className={styles.page}>
      <span className={styles.mark}>
        <BrandMark />
      </span>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.advice}>{advice}</p>
      <a className={styles.wayOut} href={wayOut.url} target="_blank" rel="noopener noreferrer">
        {wayOut.label}
      </a>
    </main>
  );
}

import { toFailure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import { Button } from '#ui/Button.tsx';
import { FailureNotice } from '#ui/FailureNotice.tsx';

/** Instead of a blank page after a mistake of ours. */
export function BrokenPage({ error }: { readonly error: unknown }) {
  const { t } = useText();
  return (
    <main>
      <h1 className="visually-hidden">Beeline</h1>
      <FailureNotice layout="page" failure={toFailure(error)}>
        <p>{t.pageBrokenAdvice}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      </FailureNotice>
    </main>
  );
}

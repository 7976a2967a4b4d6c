import { CircleCheck, Download } from 'lucide-react';
import { useStore, type StoreApi } from 'zustand';
import { saveBlob } from '#files/saveBlob.ts';
import { uploadRequest as en } from '#text/en/uploadRequest.ts';
import { useText } from '#text/useText.ts';
import { useTopic } from '#text/useTopic.ts';
import { uploadRequest as zh } from '#text/zh/uploadRequest.ts';
import type { TransferStoreState } from '#transfers/createTransferStore.ts';
import { Button } from '#ui/Button.tsx';
import styles from './UploadRequestPage.module.css';
import { arrivedOf, uploadReceipt } from './uploadReceipt.ts';

/** Once nothing is under way: what has arrived, whether it was compared, and a receipt to keep. */
export function UploadReceiptCard({ store }: { readonly store: StoreApi<TransferStoreState> }) {
  const { formats } = useText();
  const words = useTopic({ en, zh });
  const { byId, totals } = useStore(store);
  const { counts } = totals;
  const isBusy = counts.queued + counts.running + counts.waiting > 0;
  if (isBusy || counts.completed === 0) return null;
  const arrived = arrivedOf(byId.values());

  function save(): void {
    const day = new Date().toISOString().slice(0, 10);
    saveBlob(new Blob([uploadReceipt(byId.values(), words)]), `${words.receiptFile} ${day}.csv`);
  }

  return (
    <section className={styles.receipt}>
      <CircleCheck size={22} aria-hidden />
      <p>
        <strong>{words.arrived(arrived.count, formats.bytes(arrived.bytes))}</strong>{' '}
        {arrived.unverifiedCount === 0 ? words.allVerified : words.someNotVerified(arrived.unverifiedCount)}
      </p>
      <Button size="small" icon={<Download size={15} />} onClick={save}>
        {words.saveReceipt}
      </Button>
    </section>
  );
}

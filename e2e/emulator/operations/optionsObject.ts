import { answerPreflight } from '../cors.ts';
import type { OperationHandler } from '../OperationContext.ts';

/** OPTIONS Object, the browser's preflight (COS documentation 8288). */
export const optionsObject: OperationHandler = async ({ request }) =>
  answerPreflight(request.bucket.cors ?? [], request.headers);

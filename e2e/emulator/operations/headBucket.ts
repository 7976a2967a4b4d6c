import type { OperationHandler } from '../OperationContext.ts';

/** HEAD Bucket (COS documentation 7735): it exists and the caller may ask; where it lives. */
export const headBucket: OperationHandler = async ({ request }) => ({
  status: 200,
  headers: { 'x-cos-bucket-region': request.bucket.region },
});

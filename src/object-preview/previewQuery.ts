import { queryOptions } from '@tanstack/react-query';
import { loadPreview } from './loadPreview.ts';
import type { ObjectSource } from './ObjectSource.ts';

/** An object's contents, kept for half a minute after they were looked at: walking back is instant, memory is not hoarded. */
export function previewQuery(source: ObjectSource) {
  return queryOptions({
    queryKey: ['preview', source.id],
    queryFn: ({ signal }) => loadPreview(source.cos, { ...source, sizeBytes: source.listed?.sizeBytes }, signal),
    gcTime: 30_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  });
}

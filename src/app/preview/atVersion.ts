import type { CosClient } from '#cos/CosClient.ts';
import type { ObjectVersionName } from '#cos/CosObject.ts';
import type { ObjectSource } from '#object-preview/ObjectSource.ts';

/** The same calls about one version of an object; about the latest where none is named. */
export function atVersion(cos: CosClient, versionId: string | undefined): ObjectSource['cos'] {
  if (versionId === undefined) return cos;
  const named = <Input extends ObjectVersionName>(input: Input): Input => ({ ...input, versionId });
  return {
    getObject: (input, call) => cos.getObject(named(input), call),
    headObject: (input, call) => cos.headObject(named(input), call),
    getObjectTagging: (input, call) => cos.getObjectTagging(named(input), call),
    getObjectAcl: (input, call) => cos.getObjectAcl(named(input), call),
  };
}

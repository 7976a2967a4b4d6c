import type { CopySource } from '#cos/CosCalls.ts';
import type { CosClient } from '#cos/CosClient.ts';

/**
 * The same bucket, seen from a prefix: every key begins there, and nothing outside is listed. The contract can so run in a
 * corner of a bucket that holds other things. Keys that are to be refused (empty, or with a slash before them) go as they
 * are, so that they are refused.
 */
export function underPrefix(cos: CosClient, prefix: string): CosClient {
  const inside = (key: string): string => (key === '' || key.startsWith('/') ? key : prefix + key);
  const outside = (key: string): string => key.slice(prefix.length);
  const at = <Input extends { readonly key: string }>(input: Input): Input => ({ ...input, key: inside(input.key) });
  const from = (source: CopySource): CopySource => at(source);
  return {
    location: cos.location,
    connections: cos.connections,
    listObjects: async ({ marker, ...input }, options) => {
      const page = await cos.listObjects(
        { ...input, prefix: prefix + input.prefix, ...(marker === undefined ? {} : { marker: prefix + marker }) },
        options,
      );
      return {
        ...page,
        objects: page.objects.map((object) => Object.assign({}, object, { key: outside(object.key) })),
        commonPrefixes: page.commonPrefixes.map(outside),
        ...(page.nextMarker === undefined ? {} : { nextMarker: outside(page.nextMarker) }),
      };
    },
    // Columns are for millions of keys; the contract does not ask for them.
    listObjectColumns: (input, options) => cos.listObjectColumns(input, options),
    headObject: (input, options) => cos.headObject(at(input), options),
    getObject: (input, options) => cos.getObject(at(input), options),
    getThumbnail: (input, options) => cos.getThumbnail(at(input), options),
    putObject: (input, options) => cos.putObject(at(input), options),
    postObject: (input, options) => cos.postObject(at(input), options),
    deleteObject: (input, options) => cos.deleteObject(at(input), options),
    deleteObjects: async ({ keys }, options) => {
      const { deleted, errors } = await cos.deleteObjects({ keys: keys.map(inside) }, options);
      return {
        deleted: deleted.map(outside),
        errors: errors.map(({ key, code, message }) => ({ key: outside(key), code, message })),
      };
    },
    copyObject: (input, options) => cos.copyObject({ ...at(input), source: from(input.source) }, options),
    initiateMultipartUpload: (input, options) => cos.initiateMultipartUpload(at(input), options),
    uploadPartCopy: (input, options) => cos.uploadPartCopy({ ...at(input), source: from(input.source) }, options),
    getObjectAcl: (input, options) => cos.getObjectAcl(at(input), options),
    putObjectAcl: (input, options) => cos.putObjectAcl(at(input), options),
    getObjectTagging: (input, options) => cos.getObjectTagging(at(input), options),
    putObjectTagging: (input, options) => cos.putObjectTagging(at(input), options),
    restoreObject: (input, options) => cos.restoreObject(at(input), options),
    listObjectVersions: async ({ keyMarker, ...input }, options) => {
      const marker = keyMarker === undefined ? {} : { keyMarker: prefix + keyMarker };
      const page = await cos.listObjectVersions({ ...input, prefix: prefix + input.prefix, ...marker }, options);
      return {
        ...page,
        versions: page.versions.map((version) => Object.assign({}, version, { key: outside(version.key) })),
        ...(page.nextKeyMarker === undefined ? {} : { nextKeyMarker: outside(page.nextKeyMarker) }),
      };
    },
    uploadPart: (input, options) => cos.uploadPart(at(input), options),
    listParts: (input, options) => cos.listParts(at(input), options),
    completeMultipartUpload: (input, options) => cos.completeMultipartUpload(at(input), options),
    abortMultipartUpload: (input, options) => cos.abortMultipartUpload(at(input), options),
    listMultipartUploads: async (input, options) => {
      const page = await cos.listMultipartUploads({ ...input, prefix: prefix + input.prefix }, options);
      return {
        ...page,
        uploads: page.uploads.map((upload) => Object.assign({}, upload, { key: outside(upload.key) })),
      };
    },
    getBucketVersioning: (options) => cos.getBucketVersioning(options),
  };
}

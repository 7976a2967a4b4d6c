declare module 'qcloud-cos-sts' {
  interface GetCredentialOptions {
    secretId: string;
    secretKey: string;
    policy: unknown;
    durationSeconds: number;
    region: string;
  }
  interface GetCredentialAnswer {
    credentials: { tmpSecretId: string; tmpSecretKey: string; sessionToken: string };
    startTime: number;
    expiredTime: number;
  }
  const sts: { getCredential(options: GetCredentialOptions): Promise<GetCredentialAnswer> };
  export default sts;
}

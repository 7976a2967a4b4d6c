/** A documented refusal: the pipeline turns it into status, headers and `<Error>` XML (COS documentation 7730). */
export class CosServiceError extends Error {
  readonly status: number;
  readonly code: string;
  /** Extra elements of the body, such as `StringToSign`, `ServerTime`. */
  readonly elements: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    extra: { elements?: Record<string, string>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.elements = extra.elements ?? {};
    this.headers = extra.headers ?? {};
  }
}

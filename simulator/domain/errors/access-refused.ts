/** Someone may not use the control API, or pages that show the same. */
export class AccessRefused extends Error {
  readonly kind: 'token-wrong' | 'forbidden' | 'misdirected';

  constructor(kind: AccessRefused['kind'], detail: string) {
    super(detail);
    this.name = 'AccessRefused';
    this.kind = kind;
  }
}

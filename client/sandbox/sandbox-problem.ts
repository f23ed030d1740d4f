/** A refusal of the sandbox. Source: RFC 9457. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  /** HTTP status. */
  readonly status: number;
  readonly detail: string;
  /** The field that is wrong, as a path with dots. */
  readonly field?: string;
  /** The gateway's own reason. */
  readonly reason?: string;
}

/** The sandbox refused the call. */
export class SandboxProblem extends Error implements ProblemDocument {
  override readonly name = 'SandboxProblem';
  /** The call: `POST /merchants`. */
  readonly call: string;
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
  readonly reason?: string;

  constructor(call: string, { type, title, status, detail, field, reason }: ProblemDocument) {
    super(`${call}: ${title}: ${field === undefined ? '' : `${field}: `}${detail} (HTTP ${status})`);
    this.call = call;
    this.type = type;
    this.title = title;
    this.status = status;
    this.detail = detail;
    if (field !== undefined) this.field = field;
    if (reason !== undefined) this.reason = reason;
  }
}

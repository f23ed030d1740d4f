/** What orders are registered from by link. Never changed in place. */
export interface OrderTemplate {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
  readonly name: string;
  readonly type: string;
  /** ISO 4217 numeric. */
  readonly currency: string;
  /** Absent: whoever registers names it. */
  readonly amountMinor?: number;
  readonly description?: string;
  readonly returnUrl?: string;
  readonly startsAtMs?: number;
  readonly endsAtMs?: number;
  readonly isActive: boolean;
  readonly createdAtMs: number;
}

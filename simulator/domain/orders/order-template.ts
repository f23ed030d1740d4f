/** A parameter of the orders of a template. Source: Alfa's Swagger, EcomTemplateAdditionParam. */
export interface TemplateParam {
  readonly name: string;
  /** The default. */
  readonly value?: string;
  readonly required?: boolean;
  readonly [shown: string]: unknown;
}

/** The template of orders that are registered by link. Never changed in place. */
export interface OrderTemplate {
  readonly id: string;
  readonly version: number;
  readonly merchant: string;
  readonly name: string;
  readonly type: string;
  /** ISO 4217 numeric. */
  readonly currency: string;
  readonly isPreAuth: boolean;
  readonly isForOneOrder: boolean;
  readonly additionalParams: readonly TemplateParam[];
  readonly isActive: boolean;
  readonly createdAtMs: number;
  /** Absent: the registration has it. */
  readonly amountMinor?: number;
  readonly nameForClient?: string;
  readonly description?: string;
  readonly descriptionForClient?: string;
  readonly distributionChannel?: string;
  readonly returnUrl?: string;
  readonly startsAtMs?: number;
  /** Absent: for ever. */
  readonly endsAtMs?: number;
  /** When an order was last registered with it. */
  readonly usedAtMs?: number;
  readonly isDeleted?: true;
}

/** Source: Alfa's Swagger, for templates of one kind; for the others a guess. */
export const templateStatuses = ['WAITING', 'ACTIVE', 'INACTIVE', 'EXPIRED'] as const;

export type TemplateStatus = (typeof templateStatuses)[number];

export const templateStatus = (template: OrderTemplate, nowMs: number): TemplateStatus => {
  const { isActive, startsAtMs = 0, endsAtMs = Number.POSITIVE_INFINITY, isForOneOrder, usedAtMs } = template;
  if (!isActive || (isForOneOrder && usedAtMs !== undefined)) return 'INACTIVE';
  if (nowMs < startsAtMs) return 'WAITING';
  return nowMs >= endsAtMs ? 'EXPIRED' : 'ACTIVE';
};

import type { Bank } from '../../banks/bank.ts';
import type { Context, MerchantContext } from '../../context.ts';
import type { AnswerShape } from '../../data/answer-table.ts';
import type { EndpointFacts } from '../../data/endpoint-facts.ts';
import type { ParameterTable, Values } from '../../data/parameter-table.ts';
import type { RefusalReason, Refused } from '../../domain/errors/refused.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Parameters } from '../read/parameters.ts';

/** One call as an endpoint sees it. */
export interface Call {
  readonly context: Context;
  /** Checked against the endpoint's table; a parameter that was not sent is absent. */
  readonly values: Values;
  /** As sent, for parameters that may be repeated. */
  readonly parameters: Parameters;
  readonly language: PageLanguage;
  /** Address of the caller. */
  readonly ip: string;
  /** The beginning of links to this gateway, without a slash at the end. */
  readonly origin: string;
}

/** A call with a login. */
export interface MerchantCall extends Call {
  readonly context: MerchantContext;
  readonly merchant: Merchant;
  /** An order that was read on the way to the endpoint, if any. */
  readonly read?: Order | undefined;
}

/** A call without a login, about an order that it names. */
export interface OrderCall extends Call {
  readonly context: MerchantContext;
  /** As it is at this moment. */
  readonly order: Order;
}

interface AnyEndpoint extends EndpointFacts {
  readonly parameters: ParameterTable;
  /** Reads a JSON body, as the newer calls do; nested values come as JSON text. Absent: form fields. */
  readonly body?: 'json';
  /** Reasons for which its own work refuses, beside those of its access and its parameters. */
  readonly refuses: readonly RefusalReason[];
  /** Answers about an unknown order by the HTTP status that the bank has for it, if it has one. */
  readonly isAcknowledgement?: true;
  /** How this endpoint refuses. */
  readonly renderRefusal: RefusalRenderer;
  /** The shape of its other answers, for the document; undefined if it always refuses. */
  readonly shape: ((bank: Bank) => AnswerShape) | undefined;
}

export type RefusalRenderer = (refusal: Refused, context: Context, language: PageLanguage) => object;

/** A call of a merchant: with login and password, or `named` by its login alone, in `merchant`. */
export interface MerchantEndpoint extends AnyEndpoint {
  readonly access: 'merchant' | 'named-merchant';
  /** The permission that it needs, if any. */
  readonly permission?: Permission;
  /** The merchant's public token will do, too. */
  readonly acceptsToken?: true;
  readonly answer: (call: MerchantCall) => Promise<object>;
}

/** A call that anyone may make who knows the id of an order, such as those of the card page. Refused for an unknown order. */
export interface OrderEndpoint extends AnyEndpoint {
  readonly access: 'order';
  readonly answer: (call: OrderCall) => Promise<object>;
}

/** A call that anyone may make. */
export interface OpenEndpoint extends AnyEndpoint {
  readonly access: 'anyone';
  readonly answer: (call: Call) => Promise<object>;
}

export type Endpoint = MerchantEndpoint | OrderEndpoint | OpenEndpoint;

export const isOfMerchant = (endpoint: Endpoint): endpoint is MerchantEndpoint =>
  endpoint.access === 'merchant' || endpoint.access === 'named-merchant';

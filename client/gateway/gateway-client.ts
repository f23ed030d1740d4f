import { type CallGateway, type CallOptions, gatewayCaller } from './call-gateway.ts';
import type { MakeMethod } from './call-method.ts';
import { type BindingCalls, bindingCalls } from './calls/bindings.ts';
import { type DirectCalls, directCalls } from './calls/direct.ts';
import { type RecurringTaskCalls, recurringTaskCalls } from './calls/recurring-tasks.ts';
import { type TemplateCalls, templateCalls } from './calls/templates.ts';
import { type WalletCalls, walletCalls } from './calls/wallets.ts';
import { checkUse } from './check-use.ts';
import { clientOptions, type GatewayClientOptions, realWait, type Wait } from './client-options.ts';
import type { Endpoint } from './endpoint.ts';
import { type Deposit, deposit } from './endpoints/money/deposit.ts';
import { processRawPositionRefund, type RawPositionRefund } from './endpoints/money/process-raw-position-refund.ts';
import { processRawSumRefund, type RawSumRefund } from './endpoints/money/process-raw-sum-refund.ts';
import { type Refund, refund } from './endpoints/money/refund.ts';
import { type Reversal, reverse } from './endpoints/money/reverse.ts';
import { type AddedParams, addParams } from './endpoints/orders/add-params.ts';
import { decline } from './endpoints/orders/decline.ts';
import { type RegisteredOrder, register, registerPreAuth } from './endpoints/orders/register.ts';
import {
  type Acknowledgement,
  acknowledgeTransaction,
  confirmOrder,
} from './endpoints/status/acknowledge-transaction.ts';
import {
  getLastOrdersForMerchants,
  type LastOrders,
  type LastOrdersQuery,
} from './endpoints/status/get-last-orders-for-merchants.ts';
import { getOrderStatus, type LegacyOrderStatusAnswer } from './endpoints/status/get-order-status.ts';
import { getOrderStatusExtended } from './endpoints/status/get-order-status-extended.ts';
import type { OperationAnswer, OrderQuery } from './order-operation.ts';
import type { OrderRequest, PreAuthOrderRequest } from './order-request.ts';
import type { OrderStatusAnswer } from './order-status-answer.ts';
import { type FinishedPayment, type WaitForPaymentOptions, waitForPayment } from './wait-for-payment.ts';

/**
 * The gateway's merchant API, for a shop's server. Every method rejects with a `GatewayError`; its `kind` says what
 * happened. A call that is safe to repeat is repeated after a failure. The calls of an order are here, the others
 * in groups.
 */
export class GatewayClient {
  /** Stored cards: to list and change them, and to pay with them. */
  readonly bindings: BindingCalls;
  /** Payments with a card number, for shops that may take one. */
  readonly direct: DirectCalls;
  /** Apple Pay, Google Pay, Samsung Pay and tokens of card schemes. */
  readonly wallets: WalletCalls;
  /** Payments that the gateway makes by a schedule. */
  readonly recurringTasks: RecurringTaskCalls;
  /** Templates of orders. */
  readonly templates: TemplateCalls;
  readonly #call: CallGateway;
  readonly #wait: Wait;

  constructor(options: GatewayClientOptions) {
    checkUse('GatewayClient', clientOptions, options);
    this.#call = gatewayCaller(options);
    this.#wait = options.wait ?? realWait;
    const method: MakeMethod = (endpoint) => (input, options) => this.#call(endpoint, input, options);
    this.bindings = bindingCalls(method);
    this.direct = directCalls(method);
    this.wallets = walletCalls(method);
    this.recurringTasks = recurringTaskCalls(method);
    this.templates = templateCalls(method);
  }

  /** Any endpoint described as data, with or without a method of this class. */
  call<Input, Answer>(endpoint: Endpoint<Input, Answer>, input: Input, options?: CallOptions): Promise<Answer> {
    return this.#call(endpoint, input, options);
  }

  /** register.do: an order to be charged at once. */
  register(order: OrderRequest, options?: CallOptions): Promise<RegisteredOrder> {
    return this.#call(register, order, options);
  }

  /** registerPreAuth.do: an order whose amount is held first. */
  registerPreAuth(order: PreAuthOrderRequest, options?: CallOptions): Promise<RegisteredOrder> {
    return this.#call(registerPreAuth, order, options);
  }

  /** getOrderStatusExtended.do. */
  getOrderStatus(query: OrderQuery, options?: CallOptions): Promise<OrderStatusAnswer> {
    return this.#call(getOrderStatusExtended, query, options);
  }

  /** getOrderStatus.do, for installs and shops that still use it. */
  getOrderStatusLegacy(
    query: { readonly orderId: string; readonly language?: string },
    options?: CallOptions,
  ): Promise<LegacyOrderStatusAnswer> {
    return this.#call(getOrderStatus, query, options);
  }

  /** public/acknowledgeTransaction.do, after the payer came back to a shop of SATIM: the result, and the confirmation that keeps the payment. */
  acknowledgeTransaction(
    query: { readonly orderId: string; readonly language?: string },
    options?: CallOptions,
  ): Promise<Acknowledgement> {
    return this.#call(acknowledgeTransaction, query, options);
  }

  /** confirmOrder.do, the older name of acknowledgeTransaction.do. */
  confirmOrder(
    query: { readonly orderId: string; readonly language?: string },
    options?: CallOptions,
  ): Promise<Acknowledgement> {
    return this.#call(confirmOrder, query, options);
  }

  /** deposit.do: captures held money; by default all of it. */
  deposit(asked: Deposit, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(deposit, asked, options);
  }

  /** reverse.do: releases held money; by default all of it. */
  reverse(asked: Reversal, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(reverse, asked, options);
  }

  /** refund.do: refunds captured money; by default all that is left. */
  refund(asked: Refund, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(refund, asked, options);
  }

  /** processRawSumRefund.do: refunds any sum, regardless of the cart. */
  refundRawSum(asked: RawSumRefund, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(processRawSumRefund, asked, options);
  }

  /** processRawPositionRefund.do: refunds any part of one position of the cart. */
  refundRawPosition(asked: RawPositionRefund, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(processRawPositionRefund, asked, options);
  }

  /** decline.do: closes an unpaid order. */
  decline(query: OrderQuery, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(decline, query, options);
  }

  /** addParams.do: adds parameters to an order. */
  addParams(asked: AddedParams, options?: CallOptions): Promise<OperationAnswer> {
    return this.#call(addParams, asked, options);
  }

  /** getLastOrdersForMerchants.do: a page of orders, for comparing books. */
  getLastOrders(query: LastOrdersQuery, options?: CallOptions): Promise<LastOrders> {
    return this.#call(getLastOrdersForMerchants, query, options);
  }

  /** Asks until the order is paid, held, declined, reversed or refunded; rejects with `GatewayTimeout` otherwise. */
  waitForPayment(options: WaitForPaymentOptions): Promise<FinishedPayment> {
    const ask = (orderId: string, signal: AbortSignal) => this.getOrderStatus({ orderId }, { signal });
    return waitForPayment(ask, this.#wait, options);
  }
}

import type { Endpoint } from '../http/call/endpoint.ts';
import { bindCard, unBindCard, unbindCard } from './bindings/bind-card.ts';
import { createBindingNoPayment } from './bindings/create-binding-no-payment.ts';
import { extendBinding } from './bindings/extend-binding.ts';
import { getAllBindings, getBindings } from './bindings/get-bindings.ts';
import { getBindingsByCardOrId } from './bindings/get-bindings-by-card-or-id.ts';
import { installmentPayment } from './bindings/installment-payment.ts';
import { paymentOrderBinding } from './bindings/payment-order-binding.ts';
import { recurrentPayment } from './bindings/recurrent-payment.ts';
import { continue3ds } from './direct/continue-3ds.ts';
import { finish3dsPayment, finish3dsVer2Payment } from './direct/finish-3ds-payment.ts';
import { industryPracticePayment } from './direct/industry-practice-payment.ts';
import { instantPayment } from './direct/instant-payment.ts';
import { motoPayment } from './direct/moto-payment.ts';
import { paymentOrder, paymentorder } from './direct/payment-order.ts';
import { seKeys } from './direct/se-keys.ts';
import { verifyCard } from './direct/verify-card.ts';
import { verifyEnrollment } from './direct/verify-enrollment.ts';
import { deposit } from './money/deposit.ts';
import { instantRefund } from './money/instant-refund.ts';
import {
  processRawPositionOrderRefund,
  processRawPositionRefund,
  processRawSumRefund,
} from './money/process-raw-refund.ts';
import { refund } from './money/refund.ts';
import { reverse } from './money/reverse.ts';
import { addParams } from './orders/add-params.ts';
import { decline } from './orders/decline.ts';
import { register } from './orders/register.ts';
import { registerPreAuth } from './orders/register-pre-auth.ts';
import { updateSSLCardList } from './orders/update-ssl-card-list.ts';
import { skipPayment } from './recurring/recurring-payment-skip.ts';
import { activateTask } from './recurring/recurring-task-activate.ts';
import { createTask } from './recurring/recurring-task-create.ts';
import { getTask } from './recurring/recurring-task-get.ts';
import { modifyTask } from './recurring/recurring-task-modify.ts';
import { batchTerminateTasks, terminateTask } from './recurring/recurring-task-terminate.ts';
import { refusedEndpoints } from './refused-endpoints.ts';
import { acknowledgeTransaction, confirmOrder } from './status/acknowledge-transaction.ts';
import { getLastOrdersForMerchants } from './status/get-last-orders-for-merchants.ts';
import { getOrderStatus } from './status/get-order-status.ts';
import { getOrderStatusExtended } from './status/get-order-status-extended.ts';
import { createFlatTemplate, getFlatTemplate, updateFlatTemplate } from './templates/flat-templates.ts';
import { registerByTemplate } from './templates/register-by-template.ts';
import { createTemplate, getTemplate, getTemplateList, updateTemplate } from './templates/templates.ts';
import { tokenPayment } from './wallets/token-payment.ts';
import {
  applePayDirect,
  applePayPayment,
  googlePayDirect,
  googlePayPayment,
  samsungPayDirect,
  samsungPayPayment,
} from './wallets/wallet-endpoints.ts';

/** Every call of the merchant API, also those that are not imitated. */
export const gatewayEndpoints: readonly Endpoint[] = [
  register,
  registerPreAuth,
  getOrderStatusExtended,
  getOrderStatus,
  acknowledgeTransaction,
  confirmOrder,
  deposit,
  reverse,
  refund,
  decline,
  addParams,
  getLastOrdersForMerchants,
  getBindings,
  getAllBindings,
  getBindingsByCardOrId,
  bindCard,
  unBindCard,
  unbindCard,
  extendBinding,
  createBindingNoPayment,
  paymentOrderBinding,
  industryPracticePayment,
  paymentorder,
  paymentOrder,
  continue3ds,
  finish3dsPayment,
  finish3dsVer2Payment,
  verifyEnrollment,
  updateSSLCardList,
  recurrentPayment,
  installmentPayment,
  createTask,
  modifyTask,
  getTask,
  terminateTask,
  batchTerminateTasks,
  activateTask,
  skipPayment,
  registerByTemplate,
  createTemplate,
  getTemplate,
  getTemplateList,
  updateTemplate,
  createFlatTemplate,
  getFlatTemplate,
  updateFlatTemplate,
  instantPayment,
  motoPayment,
  verifyCard,
  instantRefund,
  processRawSumRefund,
  processRawPositionRefund,
  processRawPositionOrderRefund,
  applePayPayment,
  applePayDirect,
  googlePayPayment,
  googlePayDirect,
  samsungPayPayment,
  samsungPayDirect,
  tokenPayment,
  seKeys,
  ...refusedEndpoints,
];

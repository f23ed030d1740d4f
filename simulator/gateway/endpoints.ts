import type { Endpoint } from '../http/endpoint.ts';
import { addParams } from './add-params.ts';
import { applePayPayment } from './applepay-payment.ts';
import { applePayDirect } from './applepay-payment-direct.ts';
import { bindCard, unBindCard, unbindCard } from './bind-card.ts';
import { continue3ds } from './continue-3ds.ts';
import { createBindingNoPayment } from './create-binding-no-payment.ts';
import { decline } from './decline.ts';
import { deposit } from './deposit.ts';
import { extendBinding } from './extend-binding.ts';
import { finish3dsPayment, finish3dsVer2Payment } from './finish-3ds-payment.ts';
import { createFlatTemplate, getFlatTemplate, updateFlatTemplate } from './flat-templates.ts';
import { getAllBindings, getBindings } from './get-bindings.ts';
import { getBindingsByCardOrId } from './get-bindings-by-card-or-id.ts';
import { getLastOrdersForMerchants } from './get-last-orders-for-merchants.ts';
import { getOrderStatus } from './get-order-status.ts';
import { getOrderStatusExtended } from './get-order-status-extended.ts';
import { googlePayPayment } from './google-payment.ts';
import { googlePayDirect } from './google-payment-direct.ts';
import { industryPracticePayment } from './industry-practice-payment.ts';
import { installmentPayment } from './installment-payment.ts';
import { instantPayment } from './instant-payment.ts';
import { instantRefund } from './instant-refund.ts';
import { motoPayment } from './moto-payment.ts';
import { paymentOrder, paymentorder } from './payment-order.ts';
import { paymentOrderBinding } from './payment-order-binding.ts';
import { processRawPositionOrderRefund, processRawPositionRefund, processRawSumRefund } from './process-raw-refund.ts';
import { recurrentPayment } from './recurrent-payment.ts';
import { skipPayment } from './recurring-payment-skip.ts';
import { activateTask } from './recurring-task-activate.ts';
import { createTask } from './recurring-task-create.ts';
import { getTask } from './recurring-task-get.ts';
import { modifyTask } from './recurring-task-modify.ts';
import { batchTerminateTasks, terminateTask } from './recurring-task-terminate.ts';
import { refund } from './refund.ts';
import { refuseUnimitated } from './refuse-unimitated.ts';
import { register } from './register.ts';
import { registerByTemplate } from './register-by-template.ts';
import { registerPreAuth } from './register-pre-auth.ts';
import { reverse } from './reverse.ts';
import { samsungPayPayment } from './samsung-payment.ts';
import { samsungPayDirect } from './samsung-payment-direct.ts';
import { seKeys } from './se-keys.ts';
import { createTemplate, getTemplate, getTemplateList, updateTemplate } from './templates.ts';
import { tokenPayment } from './token-payment.ts';
import { updateSSLCardList } from './update-ssl-card-list.ts';
import { verifyCard } from './verify-card.ts';
import { verifyEnrollment } from './verify-enrollment.ts';

/** Every call of the merchant API. What is not imitated says so. */
export const gatewayEndpoints: readonly Endpoint[] = [
  register,
  registerPreAuth,
  getOrderStatusExtended,
  getOrderStatus,
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
  ...refuseUnimitated,
];

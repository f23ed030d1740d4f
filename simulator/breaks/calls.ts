import { callsWithLogin } from '../data/endpoint-names.ts';

/** Names of calls for the tables, as they are documented. */

export const register = ['rest/register.do'];
export const registerPreAuth = ['rest/registerPreAuth.do'];
export const registrations = [...register, ...registerPreAuth];
export const status = ['rest/getOrderStatusExtended.do'];
export const oldStatus = ['rest/getOrderStatus.do'];
export const deposit = ['rest/deposit.do'];
export const reverse = ['rest/reverse.do'];
export const refund = ['rest/refund.do'];
export const decline = ['rest/decline.do'];
export const operations = [...deposit, ...reverse, ...refund, ...decline];
export const addParams = ['rest/addParams.do'];
export const lastOrders = ['rest/getLastOrdersForMerchants.do'];

export const getBindings = ['rest/getBindings.do'];
export const getAllBindings = ['rest/getAllBindings.do'];
export const bindingOwners = ['rest/getBindingsByCardOrId.do'];
export const bindingLists = [...getBindings, ...getAllBindings, ...bindingOwners];
export const switchesOff = ['rest/unBindCard.do', 'rest/unbindCard.do'];
export const switches = ['rest/bindCard.do', ...switchesOff, 'rest/extendBinding.do'];
export const storeCard = ['rest/createBindingNoPayment.do'];
export const payBinding = ['rest/paymentOrderBinding.do'];

export const payCard = ['rest/paymentorder.do', 'rest/paymentOrder.do'];
const industry = ['industryPractice/paymentOrder.do'];
export const continue3ds = ['rest/3ds/continue.do'];
export const finish3ds = ['rest/finish3dsVer2Payment.do', 'rest/finish3dsPayment.do'];
export const paysOrder = [...payCard, ...payBinding, ...industry, ...continue3ds, ...finish3ds];
export const enrolment = ['rest/verifyEnrollment.do'];
export const verifyCard = ['rest/verifyCard.do'];
export const instantPayment = ['rest/instantPayment.do'];
export const motoPayment = ['rest/motoPayment.do'];
export const instantRefund = ['rest/instantRefund.do'];
export const rawRefunds = [
  'rest/processRawSumRefund.do',
  'rest/processRawPositionRefund.do',
  'rest/processRawPositionOrderRefund.do',
];
export const cardList = ['rest/updateSSLCardList.do'];
export const keys = ['se/keys.do'];

export const recurrent = ['recurrentPayment.do'];
export const instalment = ['installmentPayment.do'];
const task = '/recurrent/v1/task';
export const createTask = [`${task}/create`];
export const getTask = [`${task}/get`];
export const modifyTask = [`${task}/modify`];
export const terminateTask = [`${task}/terminate`];
export const terminateTasks = [`${task}/batchTerminate`];
export const activateTask = [`${task}/activate`];
export const skipPayment = ['/recurrent/v1/payment/skip'];
export const tasks = [
  ...createTask,
  ...getTask,
  ...modifyTask,
  ...terminateTask,
  ...terminateTasks,
  ...activateTask,
  ...skipPayment,
];

export const byTemplate = ['rest/registerByTemplate.do'];
export const createTemplate = ['rest/templates/create.do'];
export const getTemplate = ['rest/templates/get.do'];
export const templateList = ['rest/templates/getList.do'];
export const updateTemplate = ['rest/templates/update.do'];
export const templates = [...createTemplate, ...getTemplate, ...templateList, ...updateTemplate];
export const createFlatTemplate = ['rest/templates/createTemplate.do'];
export const getFlatTemplate = ['rest/templates/getTemplateDetails.do'];
export const updateFlatTemplate = ['rest/templates/updateTemplate.do'];
export const flatTemplates = [...createFlatTemplate, ...getFlatTemplate, ...updateFlatTemplate];

export const apple = ['applepay/payment.do'];
export const google = ['google/payment.do'];
export const samsung = ['samsung/payment.do'];
export const appleDirect = ['applepay/paymentDirect.do'];
const googleDirect = ['google/paymentDirect.do'];
export const samsungDirect = ['samsung/paymentDirect.do'];
export const token = ['token/payment.do'];
export const googles = [...google, ...googleDirect];
export const wallets = [...apple, ...google, ...samsung, ...appleDirect, ...googleDirect, ...samsungDirect, ...token];

export const session = ['rest/getSessionStatus.do'];
export const submit = ['rest/processform.do'];
export const giveUp = ['rest/declineByClient.do'];

/** Every call of a shop that has a login, also one that stands in no list above. */
export const shopCalls = callsWithLogin;

/** The calls that almost every shop makes. */
export const everydayCalls = [...register, ...status, ...refund];

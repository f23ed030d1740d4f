import { breaksSince, type Json } from './break.ts';
import {
  activateTask,
  createTask,
  getTask,
  instalment,
  modifyTask,
  recurrent,
  skipPayment,
  tasks,
  terminateTask,
  terminateTasks,
} from './calls.ts';
import { at, put, replace, toNumber, toText, when, without } from './edit.ts';
import { confirmAnyway, succeedAnyway } from './parts.ts';

const isDone = (body: Json) => body.success === true || body.status === 'SUCCESS';
const nested = (name: string) => `orderStatus.${name}`;

/** What is wrong with further payments of a customer: subscriptions and instalments. */
const charges = breaksSince('0.1.0', {
  'rc-01': {
    calls: [...recurrent, ...instalment],
    does: 'leaves the stored card out of a status in the answer',
    harm: 'The shop cannot tell which card was charged, and asks for another one.',
    answer: without(nested('bindingInfo')),
  },
  'rc-02': {
    calls: recurrent,
    does: 'answers a recurrent payment with errorCode at the top',
    harm: 'A shop that reads `success` takes every charge for failed, and charges again.',
    answer: when(
      isDone,
      replace(({ data, orderStatus }) => ({ errorCode: '0', ...data, orderStatus })),
    ),
  },
  'rc-03': {
    calls: recurrent,
    does: 'refuses a recurrent payment with a numeric code',
    harm: 'A shop that compares the code with a text charges a card again that the customer has deleted.',
    answer: at('error.code', toNumber),
  },
  'rc-04': {
    calls: instalment,
    does: 'calls a declined instalment paid',
    harm: 'The shop books an instalment that was not paid.',
    answer: at(nested('orderStatus'), () => 2),
  },
  'rc-05': {
    calls: recurrent,
    does: 'says that a refused recurrent payment has succeeded',
    harm: 'A subscription goes on that nobody pays for.',
    answer: when((body) => body.error, put('success', true)),
  },
  'rc-06': {
    calls: recurrent,
    does: 'charges a card that is switched off or does not exist',
    harm: 'A customer who has cancelled is charged again.',
    answer: succeedAnyway(['1']),
  },
  'rc-07': {
    calls: recurrent,
    does: 'charges a subscription twice under one number',
    harm: 'A charge that the shop repeats after a lost answer is made twice.',
    answer: succeedAnyway(['10']),
  },
  'rc-08': {
    calls: recurrent,
    does: 'leaves the id of the order out of a recurrent payment',
    harm: 'The shop cannot refund the charge later.',
    answer: without('data.orderId'),
  },
  'rc-09': {
    calls: [...recurrent, ...instalment],
    does: 'gives the sum of a further payment in tenge',
    harm: 'The shop finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at([nested('amount'), nested('paymentAmountInfo.depositedAmount')], (amount) => amount / 100),
  },
  'rc-10': {
    calls: [...recurrent, ...instalment],
    does: 'leaves the status out of the answer to a further payment',
    harm: 'The shop cannot tell whether the card was charged.',
    answer: without('orderStatus'),
  },
  'rc-11': {
    calls: [...recurrent, ...instalment],
    does: 'gives the card of a further payment as a new one (paymentWay CARD)',
    harm: 'The shop counts charges of stored cards as payments on its page.',
    answer: at(nested('paymentWay'), () => 'CARD'),
  },
  'rc-12': {
    calls: instalment,
    does: 'takes an instalment twice under one number',
    harm: 'An instalment that the shop repeats after a lost answer is taken twice.',
    answer: confirmAnyway(['1']),
  },
  'rc-13': {
    calls: instalment,
    does: 'takes an instalment from a card that is switched off or does not exist',
    harm: 'A customer who has deleted the card is charged again.',
    answer: confirmAnyway(['2']),
  },
  'rc-14': {
    calls: instalment,
    does: 'gives errorCode of an instalment as text',
    harm: 'A shop with a strict number for errorCode takes the instalment for failed, and charges again.',
    answer: at('errorCode', toText),
  },
  'rc-15': {
    calls: recurrent,
    does: 'says by text whether a recurrent payment has succeeded',
    harm: 'A shop takes the text "false" for true, and a subscription goes on that nobody pays for.',
    answer: at('success', toText),
  },
});

/** What is wrong with tasks that charge by themselves. */
const ofTasks = breaksSince('0.1.0', {
  'tk-01': {
    calls: getTask,
    does: 'calls a task active that was stopped',
    harm: 'The shop tells a customer who has cancelled that the subscription goes on.',
    answer: when((body) => body.task?.state === 'TERMINATED', put('task.state', 'ACTIVE')),
  },
  'tk-02': {
    calls: getTask,
    does: 'finds a task that does not exist',
    harm: 'The shop believes in a subscription that is never charged.',
    answer: succeedAnyway(['6']),
  },
  'tk-03': {
    calls: createTask,
    does: 'gives a date of the next payment that is a month late',
    harm: 'The shop tells the customer of a charge a month after it was made.',
    answer: at(['task.nextPaymentDate'], (date) => nextMonth(date)),
  },
  'tk-04': {
    calls: createTask,
    does: 'makes a task and gives no id',
    harm: 'The shop cannot stop the subscription when the customer cancels.',
    answer: without('task.taskUuid', 'task.merchantTaskUuid'),
  },
  'tk-05': {
    calls: createTask,
    does: 'makes a task twice under one id',
    harm: 'A customer is charged twice every month.',
    answer: succeedAnyway(['1']),
  },
  'tk-06': {
    calls: getTask,
    does: 'gives the amount of a task as text',
    harm: 'A shop that adds up subscriptions joins digits, and its totals are wrong.',
    answer: at('task.amount', toText),
  },
  'tk-07': {
    calls: getTask,
    does: 'gives the amount of a task in tenge',
    harm: 'The shop shows a hundredth of the price of a subscription.',
    answer: at('task.amount', (amount) => amount / 100),
  },
  'tk-08': {
    calls: getTask,
    does: 'answers with the task of another id',
    harm: 'The shop shows and stops the subscription of somebody else.',
    answer: at('task.merchantTaskUuid', () => 'task-9999'),
  },
  'tk-09': {
    calls: getTask,
    does: 'leaves the schedule of a task out',
    harm: 'The shop cannot show when a subscription is charged.',
    answer: without('task.scheduleData'),
  },
  'tk-10': {
    calls: getTask,
    does: 'gives the currency of a task as text',
    harm: 'A shop with a strict number for the currency of a task cannot read it.',
    answer: at('task.currency', toText),
  },
  'tk-11': {
    calls: terminateTask,
    does: 'stops a task and calls it active',
    harm: 'The shop tells a customer who has cancelled that the subscription goes on.',
    answer: at('task.state', () => 'ACTIVE'),
  },
  'tk-12': {
    calls: tasks,
    does: 'says by true whether a call about a task has succeeded, not by SUCCESS',
    harm: 'A shop that compares with "SUCCESS" takes every call for failed.',
    answer: at('status', (value) => value === 'SUCCESS'),
  },
  'tk-13': {
    calls: tasks,
    does: 'refuses a call about a task with a numeric code',
    harm: 'A shop that compares the code with a text does not see that the task is gone.',
    answer: at('error.code', toNumber),
  },
  'tk-14': {
    calls: tasks,
    does: 'answers about tasks with errorCode at the top',
    harm: 'A shop that reads `status` takes every call for failed.',
    answer: when(isDone, without('status'), put('errorCode', '0')),
  },
  'tk-15': {
    calls: [...terminateTask, ...terminateTasks],
    does: 'confirms that a task was stopped that does not exist',
    harm: 'The shop tells a customer of a cancellation, and the charges go on.',
    answer: succeedAnyway(['6']),
  },
  'tk-16': {
    calls: [...activateTask, ...modifyTask],
    does: 'confirms a change of a task that does not exist',
    harm: 'The shop believes in a subscription that is never charged.',
    answer: succeedAnyway(['6']),
  },
  'tk-17': {
    calls: activateTask,
    does: 'goes on with a task and calls it stopped',
    harm: 'The shop tells a customer that the subscription is over, and the card is charged.',
    answer: at('task.state', () => 'TERMINATED'),
  },
  'tk-18': {
    calls: skipPayment,
    does: 'leaves out a payment that a task does not have',
    harm: 'The shop tells the customer of a month without a charge, and the card is charged.',
    answer: succeedAnyway(['5']),
  },
  'tk-19': {
    calls: getTask,
    does: 'shows the whole number of the card of a task',
    harm: 'The shop stores card numbers, and breaks the rules of the card industry.',
    answer: at('task.maskedPan', () => '4444555511113333'),
  },
  'tk-20': {
    calls: getTask,
    does: 'leaves the date of the next payment out',
    harm: 'The shop cannot warn the customer before a charge.',
    answer: without('task.nextPaymentDate'),
  },
});

const nextMonth = (date: string): string => {
  const later = new Date(Date.parse(date));
  later.setUTCMonth(later.getUTCMonth() + 1);
  return later.toISOString().replace('Z', '+00:00');
};

export const recurringBreaks = [...charges, ...ofTasks];

import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import type { Json, TestSimulator } from '../../../helpers/simulator/simulator.ts';

export const hour = 3_600_000;
export const day = 24 * hour;

/** A call about tasks, such as `task/get`. */
export const ask = (simulator: TestSimulator, call: string, fields: object) =>
  simulator.json(`/recurrent/v1/${call}`, fields);

/** Creates the task M-1, which pays once a day, four times. */
export const create = async (simulator: TestSimulator, task: object = {}, schedule: object = {}): Promise<Json> =>
  ask(simulator, 'task/create', {
    locale: 'en',
    task: {
      merchantTaskUuid: 'M-1',
      clientId: 'aida',
      bindingId: await storedCard(simulator, plainCard),
      amount: 100,
      currency: 398,
      params: { description: 'Gold plan', phone: '7010000000' },
      scheduleData: {
        value: '1',
        timeUnit: 'DAYS',
        scheduledSince: '2026-01-02T00:00:00.000+0500',
        scheduledTill: '2026-01-06T00:00:00.000+0500',
        ...schedule,
      },
      ...task,
    },
  });

/** What the gateway says of a task. */
export const get = async (simulator: TestSimulator, merchantTaskUuid = 'M-1'): Promise<Json> =>
  (await ask(simulator, 'task/get', { taskIdentifier: { merchantTaskUuid } }))['task'];

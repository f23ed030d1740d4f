import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { anOrder } from '../../../helpers/stores/an-order.ts';
import { aTask } from '../../../helpers/stores/kept-things.ts';
import { storeDrivers } from '../../../helpers/stores/stores.ts';

for (const [kind, open] of Object.entries(storeDrivers)) {
  testsOnEach(kind)(`${kind}: a check of writes changes nothing, however many ask`, async (t) => {
    const store = await open(t);

    await Promise.all(Array.from({ length: 200 }, () => store.checkWrites()));
    await store.checkWrites();

    t.deepEqual(await store.merchants.all(), []);
    t.deepEqual(await store.clocks.all(), []);
  });

  testsOnEach(kind)(`${kind}: thousands of things of one merchant are forgotten, those of another stay`, async (t) => {
    const { orders, counters } = await open(t);
    const indexes = Array.from({ length: 1_100 }, (_, index) => index);
    for (const merchant of ['one', 'other']) {
      await Promise.all(
        indexes.map((index) =>
          orders.insert(anOrder({ merchant, id: `${merchant}-${index}`, orderNumber: `${index}` })),
        ),
      );
      await Promise.all(indexes.map((index) => counters.set(merchant, `${index % 2 ? 'a' : 'b'} ${index}`, 1)));
    }

    await orders.forget('one');
    await counters.forget('one', 'a ');

    t.is((await orders.ofMerchant('one')).length, 0);
    t.is((await orders.ofMerchant('other')).length, 1_100);
    t.is(Object.keys(await counters.ofMerchant('one')).length, 550);
    t.is(Object.keys(await counters.ofMerchant('other')).length, 1_100);
  });

  testsOnEach(kind)(`${kind}: a task's own id is taken for its merchant only`, async (t) => {
    const { tasks } = await open(t);
    const own = { merchantTaskId: 'own "id" \\ ключ' };
    await tasks.insert(aTask({ ...own, id: 'first', merchant: 'one' }));

    t.false(await tasks.insert(aTask({ ...own, id: 'second', merchant: 'one' })));
    t.true(await tasks.insert(aTask({ ...own, id: 'third', merchant: 'other' })));
    t.true(await tasks.insert(aTask({ merchantTaskId: 'own', id: 'fourth', merchant: 'one' })));
    await tasks.forget('one');
    t.true(await tasks.insert(aTask({ ...own, id: 'fifth', merchant: 'one' })));
  });
}

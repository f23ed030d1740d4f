import { openStore } from '../../../../simulator/store/open-store.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { payWith } from '../../../helpers/payments/paid-order.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { type LastingStore, lastingStores } from '../../../helpers/stores/stores.ts';

for (const kind of Object.keys(lastingStores) as LastingStore[])
  testsOnEach(kind)(
    `${kind}: callbacks that were paused still wait after a restart, until the pause ends`,
    async (t) => {
      const name = await lastingStores[kind](t);
      const shop = await receiverFor(t, 200);
      const start = async () => simulatorFor(t, { store: await openStore(name), callbacks: { url: shop.url } });
      const first = await start();
      await first.pauseCallbacks('test_user');
      await payWith(first, plainCard.pan);
      await first.stop();

      const second = await start();
      await second.settled();
      t.is(shop.received.length, 0);
      t.like(await second.runCallbacks('test_user'), { delivered: 1 });

      t.is(shop.received.length, 1);
    },
  );

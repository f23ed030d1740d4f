import { importSlowTests, importTests } from '../helpers/ava/import-tests.ts';

importTests(
  'simulator/payments/each-store',
  'simulator/sharing/each-store',
  'simulator/store/each-store',
  'journeys/each-store',
);
importSlowTests('simulator/callbacks', 'simulator/sharing', 'simulator/store');

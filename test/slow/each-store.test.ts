import { importTests } from '../helpers/ava/import-tests.ts';

importTests(
  'simulator/payments/each-store',
  'simulator/sharing/each-store',
  'simulator/store/each-store',
  'journeys/each-store',
);

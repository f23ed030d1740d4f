import { importTests } from '../helpers/ava/import-tests.ts';

importTests('simulator/sharing/each-store', 'simulator/store/each-store', 'journeys/each-store');

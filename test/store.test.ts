import { importTests } from './helpers/import-tests.ts';

importTests('simulator/store', 'simulator/sharing');

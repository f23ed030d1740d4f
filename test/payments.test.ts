import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/payments', 'simulator/merchants');

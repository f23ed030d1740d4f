import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/card-page', 'simulator/dashboard');

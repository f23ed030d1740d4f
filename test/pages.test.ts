import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/acs', 'simulator/card-page', 'simulator/dashboard');

import { importTests } from './helpers/import-tests.ts';

importTests('simulator/http', 'simulator/server');

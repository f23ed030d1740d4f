import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/http', 'simulator/server', 'simulator/tls');

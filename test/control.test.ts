import { importTests } from './helpers/ava/import-tests.ts';

importTests(
  'simulator/control',
  'simulator/http',
  'simulator/inspection',
  'simulator/provider-states',
  'simulator/recording',
  'simulator/server',
  'simulator/tls',
  'torture',
);

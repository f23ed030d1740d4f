import { importSlowTests } from '../helpers/ava/import-tests.ts';

importSlowTests(
  'client',
  'docs',
  'journeys',
  'simulator/banks',
  'simulator/commands',
  'simulator/control',
  'simulator/dashboard',
  'simulator/gateway',
  'simulator/http',
  'simulator/masking',
  'simulator/payments',
  'simulator/scenario-engine',
  'torture',
);

import './many-merchants.test.ts';

import '../journeys/many-merchants.test.ts';

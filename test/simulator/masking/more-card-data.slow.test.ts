import './hide-card-data.test.ts';

import './read-pages.test.ts';

/** What differs from bank to bank, and the page on which customers of all of them pay. */
import '../journeys/banks.test.ts';
import '../journeys/documented-answers.test.ts';
import '../simulator/banks/banks.test.ts';
import '../simulator/card-page/card-page.test.ts';

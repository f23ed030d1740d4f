import { listenToClock } from './clock.js';
import { listenToCopies } from './copy.js';
import { listenToKeys } from './keys.js';
import { listenToEvents } from './live.js';

listenToCopies();
listenToKeys();
listenToClock();
listenToEvents();

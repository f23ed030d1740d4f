import { listenToClock } from './clock.js';
import { listenToCopies } from './copy.js';
import { listenToForms } from './follow.js';
import { listenToKeys } from './keys.js';
import { listenToEvents } from './live.js';

listenToCopies();
listenToKeys();
listenToClock();
listenToEvents();
listenToForms();
if (document.getElementById('editor')) await import('./editor.js');

/** Callbacks, and what can go wrong with calls and callbacks. */
import '../simulator/callback-checksums.test.ts';
import '../simulator/callback-faults.test.ts';
import '../simulator/callback-parameters.test.ts';
import '../simulator/callbacks.test.ts';
import '../simulator/gateway-faults.test.ts';

/** Callbacks, and what can go wrong with calls and callbacks. */
import '../simulator/callbacks/callback-checksums.test.ts';
import '../simulator/callbacks/callback-faults.test.ts';
import '../simulator/callbacks/callback-parameters.test.ts';
import '../simulator/callbacks/callbacks.test.ts';
import '../simulator/http/gateway-faults.test.ts';

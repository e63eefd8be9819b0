/** Where a thread begins: what it is made of is compiled once for all threads and builds, which is more than half of its start. */
import { enableCompileCache, flushCompileCache } from 'node:module';

enableCompileCache('.cache/node');
await import('./program-thread.ts');
// A thread is ended from outside, and then writes nothing.
flushCompileCache();

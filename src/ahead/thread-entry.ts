/** Where the thread begins that goes ahead of a build (go-ahead.ts): what it is made of is compiled once for all builds. */
import { enableCompileCache, flushCompileCache } from 'node:module';

enableCompileCache('.cache/node');
const { workAhead } = await import('./work-ahead.ts');
flushCompileCache();
await workAhead();

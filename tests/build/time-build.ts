/** Builds the book of the folder in which it is run, and prints what that took as JSON. */
import { build } from 'astro';

const start = performance.now();
await build({ root: process.cwd(), logLevel: 'error' });
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);

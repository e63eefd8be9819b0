import { supports } from '../kernel/index.ts';
import { EngineJob } from './engine-job.ts';
import { KernelJob } from './kernel-job.ts';
import type { Job } from './protocol.ts';
import type { RunningJob } from './running-job.ts';

/** On the kernel where there is one and it supports the spec, else on the engine. */
export function startJob(job: Job, kernel: WebAssembly.Module | undefined): RunningJob {
  return kernel && supports(job.spec).kind === 'supported' ? new KernelJob(job, kernel) : new EngineJob(job);
}

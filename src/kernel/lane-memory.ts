/** Numbers of one lane in the kernel's memory: every `lanes`-th double from an address. */
import type { KernelExports } from './assembly-exports.ts';

/** Writes the numbers of a lane and returns the address behind their slots. */
export function writeLane(
  { memory }: KernelExports,
  at: number,
  lanes: number,
  lane: number,
  numbers: Float64Array,
): number {
  const slots = new Float64Array(memory.buffer, at);
  for (let k = 0; k < numbers.length; k++) slots[k * lanes + lane] = numbers[k]!;
  return at + numbers.length * lanes * Float64Array.BYTES_PER_ELEMENT;
}

/** Reads as many numbers of a lane as `into` has room for. */
export function readLane(
  { memory }: KernelExports,
  at: number,
  lanes: number,
  lane: number,
  into: Float64Array,
): void {
  const slots = new Float64Array(memory.buffer, at);
  for (let k = 0; k < into.length; k++) into[k] = slots[k * lanes + lane]!;
}

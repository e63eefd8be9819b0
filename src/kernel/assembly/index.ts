/** The kernel's door: what the binding in src/kernel calls. */
import { generators, inputs, order, parameters, targets, velocity } from './network';

export { arrange, describeLayer } from './network';
export {
  arrangeShallow,
  rowsAt,
  setHidden,
  setOutput,
  setShallowTraining,
  trainLeakyLinear,
  trainLeakyPaired,
  trainLeakySigmoid,
  trainReluLinear,
  trainReluPaired,
  trainReluSigmoid,
} from './shallow';
export { setArithmetic } from './propagate';
export { finiteLanes, takeSnapshot, unchangedLanes } from './settled';
export { restart, setTraining, train } from './train';

/** Addresses after `arrange`, in bytes. */
export function parametersAt(): usize {
  return parameters;
}

export function velocityAt(): usize {
  return velocity;
}

export function inputsAt(): usize {
  return inputs;
}

export function targetsAt(): usize {
  return targets;
}

export function orderAt(): usize {
  return order;
}

export function generatorsAt(): usize {
  return generators;
}

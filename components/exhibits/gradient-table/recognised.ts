/** The mistake that the engine's check recognises in the whole gradient, in words. */
import { checkGradient, type Run, type Signature } from '../../../src/engine/index.ts';

const inWords: Record<string, string> = {
  'derivative-of-activation': 'the derivative taken at the activation instead of at z',
  'derivative-at-least-zero': 'a test x ≥ 0 where x > 0 was meant',
  'derivative-threshold-at-slope': 'a threshold at the slope instead of at 0',
  'derivative-collapsed': 'one derivative for the whole layer',
  'derivative-is-function': 'the function used as its own derivative',
  'derivative-omitted': 'a derivative that is always 1',
};

/** One sentence, or nothing where the gradient is right or the mistake is not known. */
export function recognisedIn(run: Run): string | undefined {
  const { signatures } = checkGradient(run);
  const named = signatures
    .map((signature) => textOf(signature, run.spec.layers.length))
    .filter((text) => text !== '');
  return named.length > 0 ? `The whole gradient is exactly that of ${named.join(', and ')}.` : undefined;
}

function textOf(signature: Signature, depth: number): string {
  switch (signature.kind) {
    case 'factor':
      return `the true one times ${Number(signature.factor.toPrecision(4))}`;
    case 'sign':
      return `a step uphill${placeOf(signature.layers, depth)}`;
    case 'biases-frozen':
      return `biases that are never updated${placeOf(signature.layers, depth)}`;
    case 'bias-gradient-summed':
      return `bias gradients summed over the units${placeOf(signature.layers, depth)}`;
    case 'derivative': {
      const mistakes = signature.faults.map(({ name }) => inWords[name] ?? name).join(' with ');
      return mistakes + placeOf(signature.faults[0]?.layers ?? [], depth);
    }
    case 'forward':
      return 'a network that goes forward in another way than it goes back';
  }
}

function placeOf(layers: number[], depth: number): string {
  if (layers.length === 0 || depth === 1) return '';
  const isOutput = layers.includes(depth - 1);
  if (layers.length === depth) return ', in every layer';
  if (isOutput && layers.length === 1) return ', in the output layer';
  return isOutput ? ', in the output layer and before it' : ', in the hidden layers';
}

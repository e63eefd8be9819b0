/** Each way to break a network, in words: what it is called, what it is, how it is mended, and what finding explains it. */
import type { Place } from '../../../src/clinic/index.ts';

export interface SuspectWords {
  /** At the head of a line. */
  name: string;
  /** One line: what the program does. */
  is: string;
  mend: string;
  /** A code of content/findings.yaml, whose sections explain it. */
  finding?: string;
}

const at: Record<Place, string> = {
  all: 'in all layers',
  hidden: 'in the hidden layers',
  output: 'at the output',
};

/** Where it stands, after a name: "at the output". */
export const placeText = (place: Place): string => at[place];

const byId: Record<string, SuspectWords> = {
  'output-relu': {
    name: 'ReLU at the output',
    is: 'The last layer’s activation is ReLU, not the one you named: nothing below 0, and no slope there.',
    mend: 'Give the last layer the activation you meant. Libraries whose activation option sets every layer do this by themselves.',
    finding: 'output-can-die',
  },
  'output-sigmoid': {
    name: 'Sigmoid at the output',
    is: 'The last layer’s activation is the sigmoid, not the one you named: all outputs lie between 0 and 1.',
    mend: 'Give the last layer the activation you meant, or scale the targets into 0 to 1.',
    finding: 'target-out-of-range',
  },
  'output-tanh': {
    name: 'Tanh at the output',
    is: 'The last layer’s activation is tanh, not the one you named: all outputs lie between −1 and 1.',
    mend: 'Give the last layer the activation you meant.',
    finding: 'target-out-of-range',
  },
  'output-identity': {
    name: 'No activation at the output',
    is: 'The last layer hands on its sums as they are, without the activation you named.',
    mend: 'Apply the activation to the last layer too.',
    finding: 'output-not-shown',
  },
  'targets-minus-one': {
    name: 'Targets from −1 to 1',
    is: 'The targets were scaled to −1 and 1, which the output’s activation cannot reach.',
    mend: 'Scale the targets into the range of the output, or give the output one that reaches them.',
    finding: 'target-out-of-range',
  },
  'targets-times-10': {
    name: 'Targets ten times too large',
    is: 'The targets lie far outside what the output’s activation can give.',
    mend: 'Scale the targets into the range of the output, or make the output linear.',
    finding: 'target-out-of-range',
  },
  'sum-for-mean': {
    name: 'Gradients summed, not averaged',
    is: 'The gradients of all samples are added up, so that every step is as many times longer as there are samples.',
    mend: 'Divide by the number of samples, or divide the rate by it.',
    finding: 'factor-in-layer',
  },
  'mean-for-sum': {
    name: 'Gradients averaged, not summed',
    is: 'The gradients are divided by the number of samples, so that every step is as many times shorter.',
    mend: 'Leave the division out, or multiply the rate by the number of samples.',
    finding: 'factor-in-layer',
  },
};

const byFamily: Record<string, SuspectWords> = {
  none: {
    name: 'Nothing is wrong',
    is: 'The program does what you say, and such networks can end like this: bad luck at the start, too few epochs, a rate that does not suit, or a task that they cannot do.',
    mend: 'Train longer, from another start, or at a tenth of the rate; add hidden units if one start in two fails, and a hidden layer if there is none.',
  },
  'init-zero': {
    name: 'All first weights zero',
    is: 'Every weight and bias starts at 0, so that all units of a hidden layer stay alike.',
    mend: 'Draw the first weights at random.',
    finding: 'twin-units',
  },
  'init-equal': {
    name: 'All first weights equal',
    is: 'Every weight starts at the same number, and so do the biases: all units of a hidden layer stay alike.',
    mend: 'Draw each weight for itself: one call for the whole array, not one number for all of it.',
    finding: 'twin-units',
  },
  'init-large': {
    name: 'First weights far too large',
    is: 'The first weights are some ten times as large as you say.',
    mend: 'Draw them as you say, or from a range near one over the square root of the number of inputs.',
    finding: 'start-too-large',
  },
  'init-small': {
    name: 'First weights far too small',
    is: 'The first weights are ten or a hundred times as small as you say.',
    mend: 'Draw them from a range near one over the square root of the number of inputs.',
    finding: 'start-too-small',
  },
  'no-biases': {
    name: 'No biases',
    is: 'No layer has biases, so that on an input of zeros every sum of the first layer is 0, whatever its weights.',
    mend: 'Add a bias to every unit, and update it.',
    finding: 'no-bias',
  },
  'no-hidden-activation': {
    name: 'No activation in the hidden layers',
    is: 'The hidden layers hand on their sums, so that all layers together are one linear layer.',
    mend: 'Apply the activation to the hidden sums.',
    finding: 'nothing-bends',
  },
  'one-unit': {
    name: 'One hidden unit',
    is: 'Every hidden layer has a single unit, whatever the number in the program is meant to be.',
    mend: 'Look at the shapes of the weights: print them.',
  },
  'rate-large': {
    name: 'Learning rate far too large',
    is: 'The steps are some thirty times as long as you say.',
    mend: 'Divide the rate by ten until the loss falls steadily.',
    finding: 'rate-above-curvature',
  },
  'rate-small': {
    name: 'Learning rate far too small',
    is: 'The steps are some thousand times as short as you say; hardly anything has moved yet.',
    mend: 'Multiply the rate by ten until the loss falls visibly from epoch to epoch.',
    finding: 'never-moves',
  },
  'rate-undefined': {
    name: 'A rate that was never set',
    is: 'The step is multiplied by something undefined, and every parameter is not a number after the first update.',
    mend: 'Print the rate just before it is used. In JavaScript an option of another name is undefined, without a word.',
    finding: 'number-missing',
  },
  'updates-for-epochs': {
    name: 'Updates counted as epochs',
    is: 'The loop runs over so many single updates, not over so many passes through the data.',
    mend: 'Put the loop over the samples inside the loop over the epochs.',
    finding: 'short-epoch',
  },
  'decay-large': {
    name: 'Weight decay too strong',
    is: 'Every update pulls the weights towards 0, harder than the data pull them away.',
    mend: 'Set the decay to 0 first; then to a hundredth of what it was.',
    finding: 'weight-decay',
  },
  'inputs-unscaled': {
    name: 'Inputs not scaled',
    is: 'The inputs are some fifty times as large as you say.',
    mend: 'Divide the inputs by the largest of them, its sign left out.',
    finding: 'large-inputs',
  },
  'targets-shifted': {
    name: 'Targets out of step with the inputs',
    is: 'Every sample is trained with its neighbour’s target.',
    mend: 'Print inputs and targets side by side, as the loop sees them.',
  },
  'targets-broadcast': {
    name: 'Outputs and targets of different shapes',
    is: 'A column minus a row is a square table: every output is pulled to every target, so to their mean.',
    mend: 'Give both the same shape, (N, 1); print the shape of the difference.',
    finding: 'targets-averaged',
  },
  order: {
    name: 'One sample after the other, each to its end',
    is: 'Each sample is trained for all epochs before the next one begins; the last one wins.',
    mend: 'Swap the two loops: for each epoch, for each sample.',
    finding: 'one-sample-to-its-end',
  },
  'sample-dropped': {
    name: 'The last sample is never trained',
    is: 'The loop ends one sample too early.',
    mend: 'Print the index of every sample that is trained in one epoch.',
    finding: 'short-epoch',
  },
  'step-uphill': {
    name: 'Steps uphill',
    is: 'The step is added where it should be subtracted: the loss rises.',
    mend: 'Turn the sign round, of the step or of the error, not of both.',
    finding: 'ascent',
  },
  'derivative-of-activation': {
    name: 'Derivative of the wrong number',
    is: 'The derivative’s formula wants the sum z, and is given the activation a.',
    mend: 'Hand it z, or use the formula written of a: a (1 − a) for the sigmoid, 1 − a² for tanh.',
    finding: 'slope-of-activation',
  },
  'gate-open': {
    name: 'A ReLU derivative that is always 1',
    is: 'The test is a >= 0, which always holds, since ReLU’s activation is never negative.',
    mend: 'Test z > 0.',
    finding: 'slope-always-one',
  },
  'derivative-threshold-at-slope': {
    name: 'Derivative compared with the slope',
    is: 'The test compares with the leak’s slope, as x > 0.01, where x > 0 was meant: a slope used as a position.',
    mend: 'Compare with 0.',
    finding: 'threshold-at-slope',
  },
  'derivative-collapsed': {
    name: 'One derivative for a whole layer',
    is: 'The test is made on the array as a whole, so that one negative unit turns all others down.',
    mend: 'Test each unit for itself: np.where(z > 0, 1, leak), with a leak of 0 for ReLU.',
    finding: 'one-slope-for-layer',
  },
  'derivative-is-function': {
    name: 'The function used as its derivative',
    is: 'The backward pass multiplies by f(z) where f′(z) belongs.',
    mend: 'Write the derivative as a function of its own: 1 or 0 for ReLU, 1 or the leak for leaky ReLU, 1 without an activation.',
    finding: 'function-as-derivative',
  },
  'derivative-omitted': {
    name: 'Derivative left out',
    is: 'The error is handed on without the activation’s derivative.',
    mend: 'Multiply the error by f′(z) of its layer.',
    finding: 'slope-left-out',
  },
  'pre-activation-passed-on': {
    name: 'The sum handed on, not the activation',
    is: 'The layer hands on z, while the gradient is taken as if it had been a.',
    mend: 'Hand on a.',
    finding: 'sum-handed-on',
  },
  'activation-applied-twice': {
    name: 'Activation applied twice',
    is: 'The layer gives f(f(z)), and its derivative is taken as f′(z).',
    mend: 'Apply it once: in the layer, or where the output is read.',
    finding: 'activation-twice',
  },
  'mask-product': {
    name: 'ReLU as a product with a mask',
    is: 'z times (z > 0) gives −0 for negative sums, and NaN for −∞. The −0 does no harm.',
    mend: 'max(0, z), if the −0 disturbs you.',
    finding: 'minus-zeros',
  },
  'bias-gradient-summed': {
    name: 'Bias gradients summed over the units',
    is: 'Every bias of a layer takes the same step: a sum without an axis.',
    mend: 'Sum over the samples only: np.sum(delta, axis=0).',
    finding: 'biases-summed-over-units',
  },
  'biases-frozen': {
    name: 'Biases never updated',
    is: 'The biases keep their first values.',
    mend: 'Subtract rate times delta from them, as from the weights.',
    finding: 'biases-never-updated',
  },
  'bias-added-to-weights': {
    name: 'Biases added to the weights',
    is: 'The bias has the shape of the weights, and is a second copy of them, not a bias.',
    mend: 'One bias a unit, added after the product.',
    finding: 'weights-of-two-numbers',
  },
  'layer-frozen': {
    name: 'Hidden layers never updated',
    is: 'Only the last layer learns; the hidden weights stay where they were drawn.',
    mend: 'Update them too, and the arrays that the forward pass reads.',
    finding: 'layer-never-updated',
  },
  'updated-before-passed-back': {
    name: 'Weights updated before the error went through them',
    is: 'A layer takes its step before its error is passed to the layer below.',
    mend: 'Work out all deltas first, then update.',
    finding: 'passed-through-changed-weights',
  },
  'gradients-kept': {
    name: 'Gradients never set to zero',
    is: 'Every step adds its gradient to all the earlier ones.',
    mend: 'Set the gradients to zero before each backward pass: optimizer.zero_grad() in PyTorch.',
    finding: 'steps-add-up',
  },
  'parameters-truncated': {
    name: 'Weights kept in an array of integers',
    is: 'Every weight loses its fraction whenever it is stored.',
    mend: 'Make the arrays of floating-point numbers: 0.0, or dtype=float.',
    finding: 'integer-storage',
  },
};

/** `id` and `family` as the clinic has them. Of two at once, the words of both. */
export function suspectWords(id: string, family: string): SuspectWords {
  if (id.includes(' + ')) {
    const families = family.split(' + ');
    const both = id.split(' + ').map((one, k) => suspectWords(one, families[k]!));
    return {
      name: both.map(({ name }) => name).join(', and: '),
      is: both.map(({ is }) => is).join(' '),
      mend: both.map(({ mend }) => mend).join(' '),
    };
  }
  return byId[id] ?? byFamily[family]!;
}

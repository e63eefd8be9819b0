/** Units that are dead, silent, saturated or twins, and what their layers pass on. */
import type { FindingWords } from './finding-words.ts';

export const unitWords = {
  'all-units-dead': {
    title: 'All {count} units of {layer} are dead.',
    means:
      '{units|Unit|Units} {units} {units|is|are} silent on every sample, so {units|its|their} slope is 0 and no gradient moves {units|it|them}.',
    tries:
      'Weight decay and momentum apart, only a step of a layer below could wake {units|it|them}, and the first layer has none. With a leaky slope no unit dies.',
  },
  'units-dead': {
    title: '{dead} of {count} units of {layer} {units|is|are} dead.',
    means:
      '{units|Unit|Units} {units} {units|is|are} silent on every sample, so {units|its|their} slope is 0 and no gradient moves {units|it|them}.',
    tries:
      'Weight decay and momentum apart, only a step of a layer below could wake {units|it|them}, and the first layer has none. With a leaky slope no unit dies.',
  },
  'output-dead': {
    title: 'The output is dead: it is 0 on every sample, and no gradient passes.',
    means:
      'Its sum is nowhere above zero, and there ReLU’s slope is 0, so no gradient moves a parameter of the network again, whatever the error.',
    tries: 'A linear or sigmoid output can’t die.',
  },
  'outputs-dead': {
    title: 'Outputs {units} are dead: they are 0 on every sample, and no gradient passes through them.',
    means: 'Their sums are nowhere above zero, and there ReLU’s slope is 0, whatever the error.',
    tries: 'A linear or sigmoid output can’t die.',
  },
  'units-pushed': {
    title:
      '{pushed} of {count} units of {layer} {units|is|are} silent on every sample, and the updates still move {units|it|them}.',
    means:
      '{units|Unit|Units} {units}. This looks like dying ReLU and is not: a dead unit stands still. The slope should be 0 here and is taken for something else: the unit is pushed by a gradient that can’t see that it is silent.',
    tries: 'Mend the slope; then look which units are dead.',
  },
  'output-pushed': {
    title: 'The output is 0 on every sample, and the updates still move it.',
    means:
      'This looks like dying ReLU and is not: a dead unit stands still. The slope should be 0 here and is taken for something else: the unit is pushed by a gradient that can’t see that it is silent.',
    tries: 'Mend the slope; then look whether the output is dead.',
  },
  'units-carried': {
    title:
      '{pushed} of {count} units of {layer} {units|is|are} silent on every sample, and the updates still move {units|it|them}.',
    means:
      '{units|Unit|Units} {units}. A silent unit has no gradient of its own; here its bias moves with the sum over all units of the layer, so the others carry it along.',
  },
  'output-deaf': {
    title: 'The output is silent on {samples} and learns nothing from {samples|this sample|these samples}.',
    means:
      'Its sum is not above zero there, where ReLU’s slope is 0: no gradient passes, whatever the error.',
    tries: 'A linear output gets one from every sample.',
  },
  'output-can-die': {
    title: 'The output is a ReLU, and can die.',
    means:
      'A sample that a step takes below zero gives 0, and with the right slope no gradient until others bring it back.',
    tries: 'A linear or sigmoid output can’t die.',
  },
  'minus-zeros': {
    title: 'Where a unit is off it hands on −0.',
    means:
      'A negative sum times a mask of 0 is −0. It equals 0 and harms nothing; but an infinite sum times 0 would be NaN.',
    tries: 'The maximum of 0 and the sum gives 0.',
  },
  'twin-units': {
    title: 'Units {units} of {layer} are twins: equal in every weight, and equal on every sample.',
    means:
      'They began with the same numbers, get the same steps, and stay one unit, however long the training[[?all:: the layer of {count} is worth one unit]].',
    tries: 'Draw the first weights at random, different ones for each unit. Biases may begin at 0.',
  },
  'units-saturated': {
    title: '{saturated} of {count} units of {layer} {units|is|are} saturated on every sample.',
    means:
      '{units|Unit|Units} {units}: the sums are so far from 0, the nearest at {nearest:2}, that the slope is below a thousandth on each sample (at most {slope:2}). The units are not dead, but they hardly move.',
    tries: 'Scale the inputs, begin with smaller weights, or take smaller steps.',
  },
  'output-saturated': {
    title: 'The output is saturated on {samples}, at the wrong end.',
    means:
      'Its slope there is {slope:2} at most, and the squared error’s gradient has it as a factor: the larger the mistake, the smaller the step.',
    tries:
      'Use the cross-entropy, whose gradient at a sigmoid output is y − t; or smaller steps, smaller weights and scaled inputs.',
  },
  'vanishing-gradient': {
    title:
      'The gradient vanishes on its way down: for a parameter of {layer} it is {ratio:2} times what it is for one of the output layer.',
    means:
      'Of all parameters together the true gradients’ lengths are {last:2} at the output and {first:2} here: the layers in between pass on less and less.',
    tries:
      'Use fewer layers, an activation whose slope is near 1, or larger first weights (He’s for ReLU, Glorot’s for tanh).',
  },
  'exploding-gradient': {
    title:
      'The gradient grows on its way down: for a parameter of {layer} it is {ratio:2} times what it is for one of the output layer.',
    means:
      'Of all parameters together the true gradients’ lengths are {last:2} at the output and {first:2} here: one rate hardly suits both.',
    tries: 'Begin with smaller weights (He’s for ReLU, Glorot’s for tanh).',
  },
  'start-too-small': {
    title: 'The network starts so small that the signal dies out.',
    means:
      'Before the first update the inputs differ between samples by {inputs:2} and the sums at the output by {outputs:2}: the layers’ weights shrink the difference until the output sees none.',
    tries:
      'Begin with larger weights: normal with deviation √(2/inputs) for ReLU (He), √(1/inputs) for tanh (LeCun).',
  },
  'start-too-large': {
    title: 'The network starts too large.',
    means:
      'Before the first update [[?saturated:{saturated:percent} of the hidden activations are saturated]][[?outputs:the outputs are {outputs:2} in size, and the targets {targets:2}]].',
    tries:
      'Begin with smaller weights: normal with deviation √(2/inputs) for ReLU (He), √(1/inputs) for tanh (LeCun).',
  },
} as const satisfies Record<string, FindingWords>;

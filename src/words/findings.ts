/**
 * What each finding of the diagnosis says: its title, what it means, and what to try. Templates and nothing else, so that a tool
 * in another language can say the same: see say-finding.ts for the few rules by which they are filled in.
 *
 * `{name}` is a number of the finding, or a list of them, `{name:2}` with so many digits, `{name:whole}` with its thousands
 * parted, `{name:percent}`, `{name:exact}` with every digit, `{name:fraction}` as a small fraction where it is one,
 * `{name:samples}` a list of samples by their inputs, `{name:at-samples}` one number for each of the finding's samples.
 * `{layer}`, `{units}`, `{samples}` and `{parameters}` are named, with a capital where they begin a sentence; `{units|it|them}`
 * chooses by how many there are. `[[?name:text]]` stands only where the finding has that number, `[[!name:text]]` only where
 * it has not.
 */
export interface FindingWords {
  /** One sentence. */
  title: string;
  /** What it means, with the numbers that show it. */
  means: string;
  /** What to try. */
  tries?: string;
  /** Of a wrong gradient: what it looks like, within a sentence. */
  phrase?: string;
}

const unseen = '[[?unseen: In the present state it makes no difference; in others it does.]]';

/** A mistake in the backward pass of one layer. */
const wrong = (phrase: string, tries: string, means = ''): FindingWords => ({
  title: `The gradient of {layer} is wrong: ${phrase}.`,
  means: `${means}${unseen}`.trimStart(),
  tries,
  phrase,
});

/** Constant factors and weight decay are choices, not faults: they are told beside the loss. */
const descends =
  '[[?half:: it descends half the squared error]][[?whole:: it descends the squared error]][[?times:: it descends {times} times half the squared error]]' +
  '[[?crossEntropy:: it descends the cross-entropy]][[?oneSample: of one sample at a time]][[?allSamples: of all samples together]]' +
  '[[?decay:, with weight decay {decay:2}]]';

export const findingWords = {
  // The gradient, where it is right
  'gradient-right': {
    title: 'The gradient is right in every layer.',
    means: `Each update moves the parameters as differences of the loss say it should${descends}.`,
  },
  'gradient-right-in-layer': {
    title: 'The gradient is right in {layer}.',
    means: `It agrees with differences of the loss${descends}.`,
    phrase: 'right',
  },
  'gradient-right-in-parameters': {
    title: 'The gradient of {parameters} is right.',
    means: `It agrees with differences of the loss${descends}.`,
    phrase: 'right',
  },
  'gradient-of-some-loss': {
    title: 'The update is the gradient of some loss.',
    means:
      'Which one can’t be told, but moving one parameter changes the step of another exactly as much as the other way round: so it is with every gradient, and with hardly anything else (they agree to {asymmetry:2}).',
  },
  'step-signs-right': {
    title: 'Every parameter steps the right way.',
    means:
      'All steps are equally long, as Adam’s first ones are, so only their signs can be held against differences of the loss: they agree.',
  },
  'step-signs-wrong': {
    title: 'Some parameters step the wrong way.',
    means:
      'All steps are equally long, as Adam’s first ones are, so only their signs can be held against differences of the loss: some go up where the loss falls.',
    tries: 'Take plain steps, rate times gradient, until the gradient is right.',
  },
  'gradient-along-output': {
    title: 'The update goes along the gradient of the output.',
    means:
      'On one sample at a time, every parameter moves by the same factor times the output’s difference, as it does for every loss of that output. Whether the factor is that of your loss can’t be told.',
  },
  'error-arrives-wrong': {
    title: '{Layer} passes its error on rightly, but the error it is given is wrong.',
    means: '',
    tries: 'Mend the layer above first; this one needs nothing.',
    phrase: 'right by itself, but what arrives from the layer above is wrong',
  },

  // The gradient, where it is wrong: what is taken for the slope
  'slope-always-one': wrong(
    'the slope is 1 on every sample, also where the unit is silent',
    'Where the sum is below zero the slope of ReLU is 0: look at what the derivative is asked about, and at its comparison.',
  ),
  'slope-always-one-leaky': wrong(
    'the slope is 1 on every sample, also left of zero',
    'Where the sum is below zero the slope is {slope}.',
  ),
  'slope-left-out': wrong(
    'the derivative of the activation is left out',
    'Multiply the error by the derivative of the activation.',
  ),
  'slope-of-activation': wrong(
    'the derivative is taken of the activation instead of the sum before it',
    'Keep the sums of the forward pass and hand those to the derivative, or write it for the activation.',
  ),
  'threshold-at-slope': wrong(
    'the slope changes at {slope} instead of at 0',
    'The slope is {slope}; the place where it changes is 0. Compare with 0.',
  ),
  'one-slope-for-layer': wrong(
    'one slope for the whole layer',
    'Each unit has its own slope, 1 or less, by its own sum: decide for each unit alone.',
  ),
  'one-slope-for-layer-at-slope': wrong(
    'one slope for the whole layer, and its threshold at {slope} instead of 0',
    'Each unit has its own slope, 1 or less, by its own sum: decide for each unit alone.',
  ),
  'formula-of-activation-given-sum': wrong(
    'the derivative’s formula is written for the activation and is given the sum',
    'Hand the activation to this formula, not the sum.',
  ),
  'function-as-derivative': wrong(
    'the function is used as its own derivative',
    'The derivative is a slope: for x it is 1, for x/100 it is 1/100.',
  ),
  'activation-counted-once': wrong(
    'the activation is applied twice, and the derivative counts it once',
    'Apply the activation once, in one place.',
  ),
  'skipped-activation-counted': wrong(
    'the slope of an activation is counted that the forward pass skips',
    'Either hand on the activation going forward, or leave its slope out going back.',
  ),
  'nearly-constant-slope': {
    title: 'The slopes that {layer} follows hardly differ: all lie between {least:3} and {most:3}.',
    means:
      'A slope that is nearly the same for every unit and every sample is no slope: the errors of the samples add up as if the layer were straight, and what tells them apart cancels.',
    tries: 'Apply the activation once, and take the derivative at the sum.',
  },

  // What the weights' and the biases' gradient is made of
  'weights-times-activation': wrong(
    'the forward pass hands on the sum, and the gradient of the weights is taken with the activation',
    'Multiply the weights of this layer with the activations of the one before.',
  ),
  'weights-times-sum': wrong(
    'the gradient of the weights is taken with the sums of the layer before instead of its activations',
    'Multiply the deltas with what the layer before handed on.',
  ),
  'weights-times-own-output': wrong(
    'the delta is multiplied with the unit’s own output instead of its input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'weights-times-weight': wrong(
    'the delta is multiplied with the weight itself instead of the input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'weights-times-nothing': wrong(
    'the gradient of a weight is the bare delta, without the input',
    'A weight’s gradient is the delta of the unit it leads to, times what comes in through it.',
  ),
  'biases-never-updated': wrong('the biases are never updated', 'A bias moves by its unit’s delta.'),
  'biases-summed-over-units': wrong(
    'the bias gradient is the sum over the units',
    'Each bias has the gradient of its own unit: sum over the samples, never over the units.',
  ),

  // What is passed back
  'passed-through-changed-weights': wrong(
    'the error is passed back through weights that this update has already changed',
    'Compute all deltas first, then change weights.',
  ),
  'output-slope-not-passed-back': wrong(
    'the error is passed back without the slope of the layer above',
    'Pass back the delta of the layer above, which has its slope in it, not the bare error.',
    'The layer above is right by itself; from here down each sample’s gradient is off by one factor, the slope that was left out.',
  ),
  'value-passed-back': wrong(
    'the outputs of the layer above are passed back instead of its deltas',
    'What a unit is told is the sum of the next layer’s deltas, each times its weight.',
  ),
  'targets-averaged': {
    title: 'Every output is pulled to the mean of all targets, {mean}.',
    means:
      'The errors are those of every output with every target: of N outputs and N targets N times N differences are made, as arrays of shape (N, 1) and (N) give when one is taken from the other.',
    tries: 'Give outputs and targets the same shape: one error a sample.',
    phrase: 'each output is held against all targets instead of its own',
  },

  // Sign, size, and updates that are no steps
  ascent: {
    title: 'The update climbs the loss: its sign is wrong.',
    means: 'In every layer the step is along the gradient and not against it.',
    tries: 'Change the sign of the error, or of the step.',
    phrase: 'the sign: the update climbs the loss',
  },
  'ascent-in-layer': wrong(
    'the sign: the update climbs the loss',
    'Change the sign of this layer’s error or step; the others go the right way.',
  ),
  'factor-in-layer': wrong(
    'a constant factor of {factor}',
    'Look for a number that multiplies this layer’s error alone.',
  ),
  'layer-never-updated': wrong(
    'the layer is never updated',
    'Look for the line that should change its weights.',
  ),
  'gradient-unknown': wrong(
    'not the gradient, and none of the mistakes this check knows',
    'Compare the lines that compute this layer’s deltas with the formula.',
    'It differs from the differences of the loss by up to {relativeError:percent}.[[?noForward: The way this network works going forward is not one the check knows, so it can’t say more.]][[?noRule: The update follows neither the gradient of one sample nor that of all; momentum or noise would look like this too.]]',
  ),
  'gradient-wrong-in-parameters': {
    title: 'The gradient of {parameters} is wrong.',
    means:
      'It differs from the differences of the loss by up to {relativeError:percent}[[?othersRight:; the gradient of the other parameters agrees with them]].',
    tries:
      'Compare the lines that compute it with the formula. With `layers` exported the check can say more.',
    phrase: 'not the gradient',
  },
  'not-a-gradient': {
    title: 'The update is not the gradient of any loss.',
    means:
      'Moving one parameter does not change the step of another as much as the other way round (they differ by {asymmetry:percent}), and that is so for the gradient of every loss there is.',
    tries:
      'Look at what each layer passes back to the one below. With `layers` exported the check can say more.',
  },
  'gradient-unchecked': {
    title: 'The gradient could not be checked.',
    means:
      'How this network computes its outputs, or which loss it descends, is not among what the check knows.',
    tries:
      'Hold its gradient against differences of your own loss: (L(w + h) − L(w − h)) / 2h for each weight w.',
  },
  'gradient-unchecked-not-finite': {
    title: 'The gradient could not be checked: every update makes numbers that are not finite.',
    means: 'There is nothing to hold against differences of the loss.',
    tries: 'Mend that first.',
  },
  'layers-not-the-network': {
    title: '`layers` shows numbers that are not those of the network.',
    means: 'No number of the network moves the weights and biases that `layers(network)` shows.',
    tries: 'Give the arrays that `predict` computes with.',
  },
  momentum: {
    title: 'Each step carries {beta:3} of the one before.',
    means: 'That is momentum. The gradient is looked at as a first step from rest gives it.',
  },
  'steps-add-up': {
    title: 'Each step holds all the steps before it.',
    means:
      'From the same network the second update moves {ratio:2} times as far as the first, the third {nextRatio:2} times: the gradients are added up and never set back to 0.',
    tries: 'Begin each update with gradients of 0.',
  },

  // Parameters that don't move
  'rate-is-zero': {
    title: 'The learning rate is 0.',
    means: 'No update moves anything.',
    tries: 'Set it, and look whether a division of whole numbers made it 0.',
  },
  'never-moves': {
    title: '{Parameters} never {parameters|moves|move}.',
    means:
      'Predictions depend on {count:whole} {count|number|numbers} there that no update of an epoch changes[[?zeroGradient:; their gradient is 0 on every sample here]].',
    tries:
      '[[!zeroGradient:Look for the line of the update that should change them.]][[?zeroGradient:Look at the start: weights that are all 0, or units that are silent.]]',
  },
  'integer-storage': {
    title: '{Parameters} {parameters|is an array|are arrays} of whole numbers.',
    means: 'A step is cut to a whole number when it is written there: any step shorter than 1 is lost.',
    tries: 'Use an ordinary list, or a `Float64Array`.',
  },
  'cut-to-whole': {
    title: 'Every update cuts {parameters} to whole numbers[[?inLayer: in {layer}]].',
    means:
      'Whatever stood there before, a whole number stands there afterwards: any step shorter than 1 is lost, or made a whole one.',
    tries:
      'Look for a `| 0`, a rounding or an integer division in the line of the update, and keep what is written there as it is.',
  },
  overwritten: {
    title: '{Parameters} {parameters|is|are} set to the step instead of moved by it.',
    means:
      'What stands there after an update does not depend on what stood there before: every update forgets all earlier ones.',
    tries: 'Add the step to the number: `+=` in place of `=`.',
  },
  'weights-of-two-numbers': {
    title: 'Each weight is the sum of two numbers, and both are trained.',
    means:
      'The weight moves twice as far as the learning rate says, and the second number, where it was meant as a bias, is none: it is multiplied with an input.',
    tries: 'Give each unit one bias, added to its sum.',
  },

  // Going forward
  'sum-handed-on': {
    title: '{Layer} computes its activation and hands on the sum before it.',
    means: 'Going forward the activation is skipped, so layers on both sides of it act as one linear layer.',
    tries: 'Multiply the next weights with the activations.',
    phrase: 'the activation is skipped',
  },
  'activation-twice': {
    title: 'The output is not the activation of the output layer: it goes through it twice.',
    means: 'Left of zero its slope is {twice}, not {once}.',
    tries: 'Apply the activation once, in one place.',
  },
  'smooth-activation-twice': {
    title: 'The output is not the activation of the output layer: it goes through it twice.',
    means: 'What comes out is f(f(z)), which reaches less far than f(z).',
    tries: 'Apply the activation once, in one place.',
  },
  'hidden-activation-twice': {
    title: '{Layer} hands on its activation after putting it through the activation once more.',
    means: 'What the next layer is given is f(f(z)), and what the layer shows is f(z).',
    tries: 'Apply the activation once, in one place.',
  },
  'output-not-shown': {
    title: 'The output is not the activation of the output layer.',
    means: '`predict` does something more to it than `layers` shows.',
  },
  'nothing-bends': {
    title: 'Nothing bends: the hidden layers are straight on all samples.',
    means:
      'Each hidden unit is a plane in the inputs[[?oneSide: here, on one side of its kink on every sample]], so the outputs lie on a plane too[[?best:. The best plane there is has a mean squared error of {best:3}; this one has {present:3}]].',
    tries: 'Put an activation that bends, such as tanh or a leaky ReLU, between the layers.',
  },
  'output-fixed': {
    title: 'The output is {value} whatever the network computes.',
    means:
      '[[?softmax:A softmax divides by the sum over its units. With a single unit that is exp(z)/exp(z), which is 1. ]]No parameter can change it, so nothing can be learned.',
    tries:
      '[[?softmax:Use a sigmoid for one output, or give each class a unit.]][[!softmax:Look at the last lines of `predict`.]]',
  },
  'outputs-mix-samples': {
    title: 'The output of one sample changes when another sample does.',
    means:
      'With the inputs of another sample moved, the outputs move by {moved:2}[[?overSamples:. Over the samples each output adds up to {overSamples:3}, and over the outputs of one sample the sum is {overOutputs:3}]].',
    tries:
      'Sum along the outputs of one sample, never along the samples. Print each sample’s sum: of a softmax it is 1.',
  },

  // The outputs
  'constant-output': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means: 'The outputs differ by less than a millionth: nothing of the input reaches them.',
  },
  'constant-zero-of-relu': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'It is the zero of a ReLU output whose sum is not above zero on any sample.[[?minus: Its sign tells that the sum is below zero: a negative number times 0 is −0.]]',
  },
  'constant-of-bias': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'The hidden layer is silent, so only the output’s bias is trained, and a bias alone ends here: with learning rate {rate} and the targets in the order {targets} it returns to [[?isFraction:{settled:fraction} = ]]{value:exact} after every epoch[[?form0110:, which is r/(1 + r²) with r = 1 − {rate}]][[?form1001:, which is (1 − r + r²)/(1 + r²) with r = 1 − {rate}]][[?form0011:, which is 1/(1 + r²) with r = 1 − {rate}]][[?form1100:, which is r²/(1 + r²) with r = 1 − {rate}]][[?form0101:, which is 1/(1 + r) with r = 1 − {rate}]][[?form1010:, which is r/(1 + r) with r = 1 − {rate}]]. The number tells the learning rate and the order of the samples, and nothing else.',
  },
  'constant-mean': {
    title: 'All {count:whole} outputs are {value}, whatever the input.',
    means:
      'It is[[?nearly: nearly]] the mean of the targets, {mean}: the best that an output which can’t see the input is able to do.',
  },
  'target-out-of-range': {
    title: 'Some targets lie outside of what the output can give.',
    means:
      'The targets go from {least} to {most}, and this output is always [[?between:between {low} and {high}]][[?above:at least {low}]][[?below:at most {high}]]: some of the error can never be removed[[?pinned:, and the output is pinned at its end, where it has no slope]].',
    tries: 'Use a linear output, or scale the targets.',
  },
  'target-outside-cross-entropy': {
    title: 'Some targets lie outside of what the cross-entropy is made for.',
    means:
      'The targets go from {least} to {most}. The cross-entropy takes targets from 0 to 1; beyond them it has no least value, so the loss falls for ever while the outputs run to the end of their range.',
    tries: 'Use the squared error with a linear output, or scale the targets to lie between 0 and 1.',
  },
  'log-of-negative': {
    title: 'The cross-entropy takes the logarithm of an output that need not be positive.',
    means:
      'The update divides by y(1 − y), and this output goes from {low} to {high}: outside of 0 to 1 its logarithm does not exist, and at the ends the division is by 0.',
    tries: 'Use a sigmoid output with the cross-entropy, or the squared error with this one.',
  },

  // Steps and scales
  'step-raises-error': {
    title: 'The next update makes the error larger.',
    means:
      'The squared error goes from {before} to {after}.[[?limit: Where it stands the gradient changes so fast that a learning rate below {limit:2} is needed, and this one is {rate}.]]',
    tries:
      'If the gradient is right, the step is too long for the curvature here: take a smaller learning rate, or scale the inputs.',
  },
  'rate-above-curvature': {
    title: 'The learning rate is larger than the curvature allows.',
    means:
      'The next step still lowers the error. Where it stands the gradient changes so fast that a learning rate below {limit:2} is needed, and this one is {rate}. Beyond it every step along the steepest direction leaves a larger error than it found.',
    tries: 'Take a smaller learning rate, or scale the inputs.',
  },
  'step-silences-output': {
    title: 'One update on {samples} is so long that the output goes silent there.',
    means:
      'A step that meant to correct the output threw its sum below zero, where ReLU has no slope to come back by.',
    tries: 'Take smaller steps.',
  },
  'step-overshoots': {
    title: 'One update on {samples} overshoots: the error there changes sign and grows.',
    means: 'The step is more than twice as long as it should be.',
    tries: 'Take a smaller learning rate.',
  },
  'large-inputs': {
    title:
      'The inputs are so large that only tiny steps are stable: their squares [[?allSamples:add up]][[!allSamples:come]] to {size:2}.',
    means:
      'The curvature of the loss grows with that number, and the largest stable learning rate is of the order of 1 divided by it, {limit:2}.',
    tries: 'Scale the inputs to around 1[[?allSamples:, and take the mean over the samples, not the sum]].',
  },
  'weight-decay': {
    title: 'Every update also shrinks the weights: weight decay {decay:2}.',
    means:
      'It pulls them towards zero[[?share:, {share:2} times as hard as the loss moves them]], so they come to rest where the two are equal, and not where the loss is least.',
    tries: 'Take a smaller decay, or divide it by the number of samples as the loss is.',
  },
  'weight-decay-unfelt': {
    title: 'Every update also shrinks the weights: weight decay {decay:2}.',
    means:
      'The gradient of the loss is {times:2} times as strong here, so nobody sees it. On data of another size it will be felt.',
  },
  'decay-diverges': {
    title: 'The weight decay alone blows the weights up.',
    means:
      'With learning rate {rate} and decay {decay} an update multiplies each weight by 1 − rate × decay = {factor}: larger than 1 in size, so weights grow and change their sign at every step whatever the data.',
    tries: 'Make rate times decay far smaller than 1.',
  },

  // Numbers that are not finite
  'non-finite': {
    title: 'Since update {update:whole} the network holds numbers that are not finite.',
    means:
      'It began [[?inLayer:in the weights or biases of {layer}]][[?inParameters:in the parameters]][[?inOutputs:in the outputs, while every weight was still finite]]; just before, the largest weight was {largest:2}.[[?overflowed: The first product was {left:2} × {right:2}.]]',
    tries:
      'The steps grew from one update to the next: look at the learning rate, at sums that should be means, at inputs that are not scaled.',
  },
  'non-finite-at-start': {
    title: 'The outputs on {samples} are not finite before the first update.',
    means: 'No training is to blame: it is the start, the data, or how `predict` computes its outputs.',
    tries:
      'Print the sums: exp of more than 709 is infinite, and infinity divided by infinity is not a number.',
  },
  'number-missing': {
    title: 'The very first update makes {count:whole} of {all:whole} parameters NaN.',
    means:
      'Outputs and targets are finite before it, and a finite error times a finite rate is finite: some number in the update does not exist. A name that was never set is `undefined`, and a number times `undefined` is NaN.',
    tries: 'Print each factor of the step: the rate, the error, the slope, the input.',
  },
  'nan-of-small-numbers': {
    title: 'Update {update:whole} makes NaN of numbers that are all small.',
    means:
      'Just before, the largest weight was {largest:2} and every output was finite: nothing has grown too large. It is 0/0, the root or logarithm of a negative number, or a place beyond the end of a list.',
    tries: 'Print each factor of that update’s step: the rate, the error, the slope, the input.',
  },
  'zero-over-zero': {
    title: 'Since update {update:whole} the network holds NaN, from 0/0 in its own slope.',
    means:
      'Just before, the output on {samples} was exactly {value}: there y(1 − y) is 0, and the slope of the cross-entropy, (y − t)/(y(1 − y)), times it is 0 times infinity.',
    tries: 'Write the two together: for a sigmoid with the cross-entropy the delta is y − t.',
  },
  'nan-hidden-from-outputs': {
    title: 'The outputs do not show it: they are finite, and some weights behind them are NaN.',
    means:
      'Every comparison with NaN is false, so an activation written with one, as `x > 0 ? x : 0`, answers with its other side and hides it. `Math.max(0, x)` lets NaN through.',
  },

  // Units
  'all-units-dead': {
    title: 'All {count} units of {layer} are dead.',
    means:
      '{units|Unit|Units} {units} {units|is|are} silent on every sample, so {units|its|their} slope is 0 and no update moves {units|it|them}.',
    tries: 'Only a step of another layer could wake {units|it|them}; with a leaky slope no unit dies.',
  },
  'units-dead': {
    title: '{dead} of {count} units of {layer} {units|is|are} dead.',
    means:
      '{units|Unit|Units} {units} {units|is|are} silent on every sample, so {units|its|their} slope is 0 and no update moves {units|it|them}.',
    tries: 'Only a step of another layer could wake {units|it|them}; with a leaky slope no unit dies.',
  },
  'output-dead': {
    title: 'The output is dead: it is 0 on every sample, and no gradient passes.',
    means:
      'Its sum is below zero everywhere, where ReLU’s slope is 0, so no parameter of the network moves again, whatever the error.',
    tries: 'A linear or sigmoid output can’t die.',
  },
  'outputs-dead': {
    title: 'Outputs {units} are dead: they are 0 on every sample, and no gradient passes through them.',
    means: 'Their sums are below zero everywhere, where ReLU’s slope is 0, whatever the error.',
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
    means: 'Its sum is below zero there, where ReLU’s slope is 0: the error is large and no gradient passes.',
    tries: 'A linear output gets one from every sample.',
  },
  'output-can-die': {
    title: 'The output is a ReLU, and can die.',
    means:
      'A sample that a step takes below zero gives 0, and with the right slope no gradient from then on.',
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
    tries: 'Scale the inputs, and begin with smaller weights.',
  },
  'output-saturated': {
    title: 'The output is saturated on {samples}, at the wrong end.',
    means:
      'Its slope there is {slope:2} at most, and the squared error’s gradient has it as a factor: the larger the mistake, the smaller the step.',
    tries:
      'Use the cross-entropy, whose gradient at a sigmoid output is y − t; or smaller weights and scaled inputs.',
  },
  'vanishing-gradient': {
    title:
      'The gradient vanishes on its way down: in {layer} it is {ratio:2} times what it is at the output.',
    means:
      'The true gradients’ lengths are {last:2} at the output and {first:2} here: the layers in between pass on less and less.',
    tries:
      'Use fewer layers, an activation whose slope is near 1, or larger first weights (He’s for ReLU, Glorot’s for tanh).',
  },
  'exploding-gradient': {
    title: 'The gradient grows on its way down: in {layer} it is {ratio:2} times what it is at the output.',
    means:
      'The true gradients’ lengths are {last:2} at the output and {first:2} here: one rate can’t suit both.',
    tries: 'Begin with smaller weights (He’s for ReLU, Glorot’s for tanh).',
  },
  'start-too-small': {
    title: 'The network starts so small that the signal dies out.',
    means:
      'Before the first update the inputs differ between samples by {inputs:2} and the sums at the output by {outputs:2}: the layers’ weights shrink the difference, one after another, until the output sees none.',
    tries:
      'Begin with larger weights: normal with deviation √(2/inputs) for ReLU (He), √(1/inputs) for tanh (Glorot).',
  },
  'start-too-large': {
    title: 'The network starts too large.',
    means:
      'Before the first update [[?saturated:{saturated:percent} of the hidden activations are saturated]][[?outputs:the outputs are {outputs:2} in size, and the targets {targets:2}]].',
    tries:
      'Begin with smaller weights: normal with deviation √(2/inputs) for ReLU (He), √(1/inputs) for tanh (Glorot).',
  },

  // What a network or an epoch lacks
  'no-bias': {
    title: '{Layer} has no bias.',
    means:
      'Whatever its units should add on every sample alike has to come through their inputs, and costs the layer before a unit or a part of one.',
  },
  'short-epoch': {
    title:
      'An epoch here is [[?one:one sample]][[!one:{shown:whole} samples]], not a pass over all {count:whole}.',
    means:
      'In {epochs:whole} epochs each sample has its turn about {turns:whole} times. Compare runs by updates, not by epochs.',
  },
  'one-sample-to-its-end': {
    title: 'Each sample is trained to its end before the next begins.',
    means:
      '{run:whole} updates in a row are made of {samples}. What is learned from one sample is overwritten by the next, so the last one always fits and the others don’t.',
    tries: 'Go through all samples again and again, one update each, in a mixed order.',
  },
  'update-fits-its-sample': {
    title: 'One update trains its sample until it fits.',
    means:
      'On {samples} the error falls from {before:2} to {after:2} in a single update. What is learned from one sample is overwritten by the next, so the last one always fits and the others don’t.',
    tries: 'Take one step for each sample, and go through all of them again and again.',
  },
  'classes-in-runs': {
    title: 'The samples come sorted: {run:whole} in a row have the same target.',
    means:
      'By the time the next class begins the network answers with the last one. In a mixed order each class corrects the other.',
    tries: 'Shuffle the samples once, or at every epoch.',
  },
  'not-replayable': {
    title: 'The same update from the same network gives different numbers each time.',
    means:
      'The program draws random numbers, or keeps something, outside of its network, so its run can’t be rewound exactly.',
    tries: 'Keep the generator’s state in the network.',
  },

  // How the run stands
  fate: {
    title: 'Only {samples} {samples|is|are} fitted; on {others:samples} the output is its bare bias.',
    means:
      'There the hidden layer is silent, so nothing but the bias answers, and it goes round: with learning rate {rate} and the targets {targets} in this order it is back at {bias:fraction} after every epoch. A fitted sample is right when its turn comes and moves nothing; read after the epoch it answers its target and what the bias has moved since: {answers:at-samples}. The run has come to rest: no further update leads away from here.',
  },
  stalled: {
    title: 'Nothing is wrong with the program: the run has stalled.',
    means:
      'The gradient is right and the units are alive, but its length has come down to {length:2} with a mean squared error of {error:3}: descent hardly moves here.[[?seeds: Of {seeds:whole} other seeds {solved:whole} had learned after {trained:whole} updates.]]',
    tries: 'Start from other seeds, or give the hidden layer more units.',
  },
  'on-its-way': {
    title: 'Nothing is wrong with the program: it is on its way.',
    means: 'The last epoch took the mean squared error from {before:4} to {after:4}.',
    tries: 'Train on, and judge it then.',
  },

  // What could not be looked at
  'parameters-sampled': {
    title: 'Only some of the parameters were looked at: {looked:whole} of {count:whole} numbers.',
    means:
      'The network and its data are too large for more. Numbers of every list were taken, evenly spread; the units were not looked at.',
    tries: 'Try it with fewer samples or units; a wrong line is wrong there too.',
  },
  'layers-not-exported': {
    title: 'The layers could not be looked at.',
    means:
      'Whether units are dead, saturated or twins, and which slope is wrong, can be told once the program shows them.',
    tries: 'Export `layers(network)`: for each layer its weights, biases and latest activations.',
  },
  'rate-not-exported': {
    title: 'The learning rate could not be looked at.',
    means: 'The direction of the steps is checked, not their length.',
    tries: 'Export `learningRate`.',
  },
  'epoch-not-exported': {
    title: 'An epoch is taken to be [[?allAlike:one update]][[!allAlike:{updates:whole} updates]].',
    means:
      '[[?allAlike:Every update is the same, whatever its number.]][[!allAlike:There are as many samples.]]',
    tries: 'Export `updatesPerEpoch` if that is not so.',
  },
} as const satisfies Record<string, FindingWords>;

export type FindingCode = keyof typeof findingWords;

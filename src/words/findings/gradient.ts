/** The gradient as a whole: where it is right, where nothing more can be said, its sign and size, and updates that are no steps. */
import { wrong } from './finding-words.ts';
import type { FindingWords } from './finding-words.ts';

/** Constant factors and weight decay are choices, not faults: they are told beside the loss. */
const descends =
  '[[?half:: it descends half the squared error]][[?whole:: it descends the squared error]][[?times:: it descends {times} times half the squared error]]' +
  '[[?crossEntropy:: it descends the cross-entropy]][[?oneSample: of one sample at a time]][[?allSamples: of all samples together]][[?someSamples: of some samples at a time]]' +
  '[[?decay:, with weight decay {decay:2}]]';

export const gradientWords = {
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
    title:
      'The update goes along the gradient of the [[?isOfLoss:loss]][[!isOfLoss:output]][[?isAway:, and on some samples the wrong way]].',
    means:
      '[[?isOfLoss:Only how far it goes is another share of it in each state, as clipping or a rate that changes makes it.]][[!isOfLoss:On one sample at a time, every parameter moves by the same factor times the output’s difference, as it does for every loss of that output.]][[?isAway: On some samples it leads towards the target, and on others away from it.]][[?isUntold: Whether the factor is that of your loss can’t be told.]]',
    tries:
      '[[?isAway:Look at the error: output minus target has its sign, and must keep it. A square or a size has lost it.]]',
  },
  'error-arrives-wrong': {
    title: '{Layer} passes its error on rightly, but the error it is given is wrong.',
    means: '',
    tries: 'Mend the layer above first; this one needs nothing.',
    phrase: 'right by itself, but what arrives from the layer above is wrong',
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
  'ascent-of-weights': wrong(
    'the weights climb the loss, while the biases descend it',
    'Change the sign in the line that moves the weights; that of the biases is right.',
  ),
  'ascent-of-biases': wrong(
    'the biases climb the loss, while the weights descend it',
    'Change the sign in the line that moves the biases; that of the weights is right.',
  ),
  'ascent-in-parameters': {
    title: '{Parameters} {parameters|climbs|climb} the loss: the sign is wrong.',
    means:
      'The step there is along the gradient and not against it[[?othersRight:; all other parameters go the right way]].',
    tries: 'Change the sign in the line that moves {parameters|it|them}.',
    phrase: 'the sign: the update climbs the loss',
  },
  'factor-in-layer': wrong(
    'a constant factor of {factor}',
    'Look for a number that multiplies the error or the step of this layer alone, or the step of the one above.',
  ),
  'layer-never-updated': wrong(
    'the layer is never updated',
    'Look for the line that should change its weights.',
  ),
  'gradient-unknown': {
    title: 'The updates of {layer} follow neither the gradient nor a mistake that this check knows.',
    means:
      'They differ from the differences of the loss by up to {relativeError:percent}.[[?noForward: The way this network works going forward is not one the check knows, so it can’t say more.]][[?noRule: The update follows neither the gradient of one sample nor that of all; clipping, a penalty, noise, single precision or an optimizer such as RMSProp would look like this too.]]',
    tries:
      '[[!noRule:Compare the lines that compute this layer’s deltas with the formula.]][[?noRule:Take plain steps, rate times gradient, until the gradient is right.]]',
    phrase: 'not the gradient, and none of the mistakes this check knows',
  },
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
      'Moving one parameter does not change the step of another as much as the other way round (they differ by {asymmetry:percent}), and that is so for the gradient of every loss there is. Clipping each number, or an optimizer such as RMSProp, makes it so as well.',
    tries:
      'Take plain steps, rate times gradient, until it is right. Look at what each layer passes back to the one below. With `layers` exported the check can say more.',
  },
  'gradient-unchecked': {
    title: 'The gradient could not be checked.',
    means:
      'How this network computes its outputs, which loss it descends or of which samples an update is made is not among what the check knows.',
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
} as const satisfies Record<string, FindingWords>;

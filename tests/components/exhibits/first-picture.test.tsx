// What a reader without scripts, a printer and a search engine get of each exhibit: its first state, as markup.
import '../../fixture/in-fixture-content.ts';
import { render } from 'preact-render-to-string';
import type { VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { ActivationSheetView } from '../../../components/exhibits/activation-sheet/view.tsx';
import { ActivationExplorerView } from '../../../components/exhibits/derivatives/explorer-view.tsx';
import { BroadcastView } from '../../../components/exhibits/broadcast/view.tsx';
import { ChanceLevelsView } from '../../../components/exhibits/chance-levels/view.tsx';
import { ClassScoresView } from '../../../components/exhibits/class-scores/view.tsx';
import { CopiesView } from '../../../components/exhibits/copies/view.tsx';
import { DerivativeGalleryView } from '../../../components/exhibits/derivatives/gallery-view.tsx';
import { FixedPointView } from '../../../components/exhibits/fixed-point/view.tsx';
import { settingsOf } from '../../../components/exhibits/gradient-table/settings.ts';
import { GradientTableView } from '../../../components/exhibits/gradient-table/view.tsx';
import { PlateauView } from '../../../components/exhibits/plateau/view.tsx';
import { ReadNumberView } from '../../../components/exhibits/read-number/view.tsx';
import { RangeGapView } from '../../../components/exhibits/range-gap/view.tsx';
import { ShapeTraceView } from '../../../components/exhibits/shape-trace/view.tsx';
import { SampleOrderView } from '../../../components/exhibits/sample-order/view.tsx';
import { SignalDepthView } from '../../../components/exhibits/signal-depth/view.tsx';
import { SignedZeroView } from '../../../components/exhibits/signed-zero/view.tsx';
import { SlopeProfileView } from '../../../components/exhibits/slope-profile/view.tsx';
import { sumOfSquaresTo999 } from '../../../components/exhibits/stability-bound/model.ts';
import { SoftmaxAxisView } from '../../../components/exhibits/softmax-axis/view.tsx';
import { StabilityBoundView } from '../../../components/exhibits/stability-bound/view.tsx';
import { WrongUpdatesView } from '../../../components/exhibits/wrong-updates/view.tsx';
import { trainingMended, variantTraining } from '../../cases/trainings.ts';

const { spec: sigmoids } = variantTraining('xor', 'all-sigmoid');

const gradientSettings = settingsOf(['derivative-always-one'], (mended) => {
  return trainingMended('xor', mended).spec;
});

const exhibits: [name: string, view: VNode, says: string[]][] = [
  [
    'FixedPoint',
    <FixedPointView targets={[0, 1, 1, 0]} learningRate={0.2} start={0} />,
    [
      'A silent network prints 20/41 = 0.487805',
      '0.48780487804878037',
      '25/41 = 0.609756',
      '(1 − r + r²) / (1 + r²)',
    ],
  ],
  [
    'ActivationExplorer',
    <ActivationExplorerView preset="relu-of-activation" range={[-4, 4]} />,
    [
      'Wrong: at z = −4 it says 1, and the slope is 0',
      'Wrong on 50% of this range',
      'is a convention, not a fault',
    ],
  ],
  [
    'StabilityBound',
    <StabilityBoundView k={0.6} start={[2.4, 0.2]} sumOfSquares={sumOfSquaresTo999} />,
    ['survives on flatter ground', '0.6 of the cliff, 3.005 × 10', 'u² + v²'],
  ],
  [
    'RangeGap',
    <RangeGapView activation="sigmoid" targets={[0, 0.5, 1, 2]} scaled={false} />,
    ['Sigmoid can never reach 2: the least mean squared error is 0.25', 'near 1'],
  ],
  [
    'ReadNumber',
    <ReadNumberView number="0.693" measure="loss" targets="0, 1, 1, 0" />,
    ['0.693 can be read in one way', 'ln 2', 'It agrees in every digit given.'],
  ],
  [
    'GradientTable',
    <GradientTableView
      faults={[{ id: 'derivative-always-one', title: 'The derivative is 1' }]}
      settings={gradientSettings}
      mended={[]}
      seed={3}
      sample={1}
      samples={['00', '10', '01', '11']}
      updatesPerEpoch={4}
    />,
    [
      '8 of 17 gradients that the program follows are wrong',
      'the slope is 1 on every sample, also where the unit is silent',
      'unit 4, from input 2',
    ],
  ],
  [
    'ShapeTrace',
    <ShapeTraceView batch={1} sumOver="everything" />,
    ['One number moves all three biases', 'shape (2, 3)', 'max(b) − min(b) = 0'],
  ],
  ['SignedZero', <SignedZeroView z={-0.3} />, ['A negative z times 0 is −0', 'Object.is(a, -0)', '[-0.]']],
  [
    'SlopeProfile',
    <SlopeProfileView z={[-2, 0.5, 3]} />,
    ['At these 3 units', 'Softplus', '1 of 3 pass back nothing'],
  ],
  [
    'ActivationSheet',
    <ActivationSheetView />,
    ['z times sigmoid of z', 'below −2.89, above 2.89', '−0.0998 to 1.1', 'from −1 up', '±1.32', '0, a kink'],
  ],
  [
    'Plateau',
    <PlateauView spec={sigmoids} other={sigmoids} otherName="the same" seed={1} epoch={600} epochs={4000} />,
    ['epochs the loss hardly moves; from epoch', 'Hidden unit 4', 'no hidden unit bends by more than'],
  ],
  [
    'Copies',
    <CopiesView start={0.5} apart={0} learningRate={0.1} epochs={4000} seed={1} />,
    [
      'The four units are one',
      'Largest difference between two units: 0 at the start',
      'The answers to 00, 10, 01 and 11',
    ],
  ],
  [
    'SignalDepth',
    <SignalDepthView activation="tanh" weights={0.5} inputs={1} depth={10} seed={1} />,
    ['the signal has died out on the way', 'At 10 layers weights are fine from', 'what comes back'],
  ],
  [
    'WrongUpdates',
    <WrongUpdatesView update={2} learningRate={0.5} seed={1} />,
    [
      '11 of the 11 wrong rules',
      'Set for added',
      'w -= rate * delta * input',
      'A number times undefined is NaN',
    ],
  ],
  [
    'SampleOrder',
    <SampleOrderView inARow={1000} learningRate={0.5} updates={20000} seed={1} />,
    ['XOR is not learned', 'place 1 of 4', 'over 20,000 updates'],
  ],
  [
    'ClassScores',
    <ClassScoresView scores={[2, 0.5, -1]} target={0} kind="once" />,
    ['It gives class 1', 'and answers rightly', 'nothing known, 1.099', 'add up to 1'],
  ],
  [
    'ChanceLevels',
    <ChanceLevelsView counts={[50, 50, 50]} />,
    ['With 3 classes', '33.3%', 'ln(e + k − 1) − 1', '0.5514'],
  ],
  [
    'Broadcast',
    <BroadcastView
      predictions={[0.1, 0.8, 0.9, 0.2]}
      targets={[0, 1, 1, 0]}
      predictionShape="(N, 1)"
      targetShape="(N,)"
    />,
    ['The difference has the shape (4, 4): 16 numbers', 'every prediction is 0.5, the mean of the targets'],
  ],
  [
    'SoftmaxAxis',
    <SoftmaxAxisView axis="samples" />,
    ['Each column adds up to 1, and no row does', 'e / e.sum(axis=0)', '1.000'],
  ],
  [
    'DerivativeGallery',
    <DerivativeGalleryView range={[-4, 4]} />,
    ['Lets a gradient through where none should pass on 50%', 'Everywhere 0.5 times the true slope'],
  ],
];

describe.each(exhibits)('the first picture of %s', (_, view, says) => {
  const html = render(view);

  it('says its finding and holds its numbers without a script', () => {
    const text =
      html
        .replace(/<[^>]*>/g, '')
        .replaceAll('\u00a0', ' ')
        .replaceAll('&quot;', '"') + html;
    for (const words of says) expect(text).toContain(words);
  });

  it('gives every field, slider and picture a name', () => {
    expect(html).not.toMatch(/aria-label=""/);
    for (const [tag] of html.matchAll(/<input[^>]*type="range"[^>]*>/g)) {
      expect(tag).toMatch(/aria-label="[^"]+"/);
      expect(tag).toMatch(/aria-valuetext="[^"]+"/);
    }
    for (const [tag] of html.matchAll(/<[a-z]+[^>]*role="img"[^>]*>/g))
      expect(tag).toMatch(/aria-label="[^"]+"/);
  });

  it('draws no line through a number that is not finite', () => {
    // Words may speak of NaN; attributes may not.
    expect(html.replace(/>[^<]*/g, '>')).not.toMatch(/NaN|Infinity%|undefined/);
  });
});

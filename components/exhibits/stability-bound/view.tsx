import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { countedText } from '../../../src/words/counts.ts';
import { numberText } from '../../../src/words/numbers.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { PowerText } from '../../ui/PowerText.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { createStabilityBound, periodTwo, type StabilityBoundModel } from './model.ts';
import { Landscape } from './landscape.tsx';
import { ProductPlot } from './product-plot.tsx';

export interface StabilityBoundViewProps {
  /** In units of the cliff. */
  k: number;
  start: [u: number, v: number];
  sumOfSquares: number;
}

/** Moments worth a look: each shows one way a run can end. In units of the cliff. */
const moments = [
  { name: 'rolls down', k: 0.2, start: [2.4, 0.2] },
  { name: 'thrown, survives', k: 0.6, start: [2.4, 0.2] },
  { name: 'swings for ever', k: 1.1, start: [1.4, 0.5] },
  { name: 'wanders', k: 1.6, start: [1.2, 0.8] },
  { name: 'blows up', k: 3, start: [1.4, 0.5] },
] satisfies { name: string; k: number; start: [number, number] }[];

export function StabilityBoundView({ k, start: firstStart, sumOfSquares }: StabilityBoundViewProps) {
  const learningRate = useSignal(k / sumOfSquares);
  const start = useSignal(firstStart);
  const model = useComputed(() =>
    createStabilityBound({ learningRate: learningRate.value, start: start.value, sumOfSquares }),
  );
  const shown = model.value;
  return (
    <ExhibitBody finding={<PowerText text={findingOf(shown)} />}>
      <div class="exhibit-controls">
        <NumberSlider
          field="learningRate"
          name="Learning rate η"
          value={learningRate.value}
          low={0.03 / sumOfSquares}
          high={6 / sumOfSquares}
          step={0.02}
          log
          valueText={rateText}
          onChange={(value) => (learningRate.value = value)}
        />
        <NumberSlider
          field="u"
          name="First weight u at the start"
          value={start.value[0]}
          low={0}
          high={3.2}
          step={0.05}
          valueText={(value) => numberText(value, 3)}
          onChange={(u) => (start.value = [u, start.value[1]])}
        />
        <NumberSlider
          field="v"
          name="Second weight v at the start"
          value={start.value[1]}
          low={0}
          high={3.2}
          step={0.05}
          valueText={(value) => numberText(value, 3)}
          onChange={(v) => (start.value = [start.value[0], v])}
        />
      </div>
      <div class="exhibit-buttons" role="group" aria-label="Learning rates to try" data-moves="learningRate">
        {moments.map((moment) => (
          <button
            key={moment.name}
            type="button"
            class="exhibit-button"
            onClick={() => {
              learningRate.value = moment.k / sumOfSquares;
              start.value = moment.start;
            }}
          >
            {moment.name}
          </button>
        ))}
      </div>
      <div class="exhibit-panels">
        <Landscape model={shown} onStart={(to) => (start.value = to)} />
        <ProductPlot model={shown} />
      </div>
      <p class="exhibit-note exhibit-words">
        <PowerText text={wordsOf(shown)} />
      </p>
      <NumberTable
        title="The run in numbers"
        columns={['step', 'u', 'v', 'prediction for x = 1, u v', 'u² + v²']}
        rows={shown.path
          .slice(0, 41)
          .map(([u, v], step) => [
            step,
            ...[u, v, u * v, u * u + v * v].map((value) => numberText(value, 5)),
          ])}
      />
    </ExhibitBody>
  );
}

function findingOf(model: StabilityBoundModel): string {
  const { fate, learningRate, limitFromHere, cliff } = model;
  const rate = rateText(learningRate);
  switch (fate.kind) {
    case 'stands':
      return fate.fits
        ? 'This start fits already: both slopes are 0, and the run stands still at any rate'
        : 'At u = v = 0 both slopes are 0: the run stands still at any rate, and fits nothing';
    case 'on-the-pass':
      return `At ${rate} a step leads onto the pass between two valleys, and the run comes to rest at u = v = 0, where both slopes are 0`;
    case 'settles':
      if (fate.thrown) {
        return `At ${rate} the run is thrown out of the steep part of the valley and survives on flatter ground`;
      }
      return `At ${rate} the run rolls into the valley: the rate is below 2/λ = ${rateText(limitFromHere)} there`;
    case 'period-two':
      return `At ${rate}, above the cliff at ${numberText(cliff, 4)}, the run jumps from wall to wall for ever`;
    case 'wanders':
      return `At ${rate}, above the cliff at ${numberText(cliff, 4)}, the run wanders without ever settling`;
    case 'blows-up':
      return `At ${rate} the run is dead after ${countedText(fate.step, 'step')}: a weight is no longer finite`;
  }
}

function wordsOf(model: StabilityBoundModel): string {
  const { fate, k, cliff, limitFromHere, holdingRadiusSquared, path } = model;
  const [u, v] = path[path.length - 1]!;
  const radius = numberText(Math.sqrt(holdingRadiusSquared), 3);
  const held =
    k < 1
      ? `The rate is ${numberText(k, 3)} of the cliff, ${numberText(cliff, 4)}. At this rate the valley holds a run only inside the circle of radius ${radius}, where 2/λ is above the rate.`
      : `The rate is ${numberText(k, 3)} times the cliff, ${numberText(cliff, 4)}. The circle of radius ${radius} no longer reaches the valley: no minimum holds a run at this rate.`;
  switch (fate.kind) {
    case 'stands':
      return fate.fits
        ? `${held} Whether this point would hold a run that is a little beside it, 2/λ says: it is ${rateText(limitFromHere)} here.`
        : `${held} This point is a pass between two valleys. Move either weight a little, and the run leaves it.`;
    case 'on-the-pass':
      return `${held} On the pass u and v are opposite numbers, and each step shortens both alike. From a start a little beside this one the run ends elsewhere.`;
    case 'settles':
      return (
        `${held} This run came to rest after ${countedText(fate.step, 'step')}, at u²\u00a0+\u00a0v²\u00a0=\u00a0${numberText(u * u + v * v, 3)}; ` +
        `small steps from the same start would end where 2/λ is ${rateText(limitFromHere)}.`
      );
    case 'period-two': {
      const [low, high] = periodTwo(k).map((s) => numberText(s, 4));
      return `${held} The product u v alternates between ${numberText(fate.low, 4)} and ${numberText(fate.high, 4)}; the formula a + 1/a = 1 + k, with k the rate in units of the cliff, gives a/k and 1/(a k): ${low} and ${high}.`;
    }
    case 'wanders':
      return `${held} The product u v stays between ${numberText(fate.low, 3)} and ${numberText(fate.high, 3)}, and does not repeat after two steps. Up to twice the cliff a run near u = v stays bounded.`;
    case 'blows-up':
      return `${held} Each step multiplies the error by about its own square: from a few units to infinity takes a handful of steps, not a slow climb.`;
  }
}

/** A learning rate with four digits: 3.005 × 10⁻⁹. */
function rateText(rate: number): string {
  return numberText(rate, 3);
}

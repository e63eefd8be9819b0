import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { createPairingCurve, range, type PairingModel } from './model.ts';
import { pairingWords } from './words.ts';

export interface PairingCurveViewProps {
  z: number;
  target: 0 | 1;
}

export function PairingCurveView(props: PairingCurveViewProps) {
  const z = useSignal(props.z);
  const target = useSignal(props.target);
  const model = useComputed(() => createPairingCurve({ z: z.value, target: target.value }));
  const { here } = model.value;
  return (
    <ExhibitBody finding={pairingWords.finding(model.value)}>
      <div class="exhibit-controls">
        <NumberSlider
          field="z"
          name="Pre-activation z"
          value={here.z}
          low={range.low}
          high={range.high}
          step={0.1}
          valueText={(value) => numberText(value, 3)}
          onChange={(value) => (z.value = value)}
        />
        <label class="exhibit-field" data-field="target">
          <span>Target</span>
          <select
            value={String(target.value)}
            onChange={(event) => (target.value = event.currentTarget.value === '1' ? 1 : 0)}
          >
            <option value="0">0</option>
            <option value="1">1</option>
          </select>
        </label>
      </div>
      <PairingPlot model={model.value} />
      <NumberTable
        title="At this pre-activation, in numbers"
        columns={['z', 'output', 'error', 'squared error sends back', 'cross-entropy sends back']}
        rows={[
          [
            numberText(here.z),
            short(here.activation),
            short(here.activation - model.value.target),
            short(here.squaredError),
            short(here.crossEntropy),
          ],
        ]}
        open
      />
    </ExhibitBody>
  );
}

const short = (value: number) => numberText(value, 3);

function PairingPlot({ model }: { model: PairingModel }) {
  const { target, here, curve } = model;
  const x = linearScale(range.low, range.high);
  const y = target === 0 ? linearScale(-0.1, 1.1) : linearScale(-1.1, 0.1);
  const sign = target === 0 ? 1 : -1;
  const at = (pick: (sent: PairingModel['here']) => number): Point[] =>
    curve.map((sent) => [sent.z, pick(sent)]);
  const marks: Mark[] = [
    {
      kind: 'line',
      tone: 'dead',
      width: 1,
      points: [
        [here.z, sign * -0.1],
        [here.z, sign * 1.1],
      ],
    },
    {
      kind: 'line',
      tone: 'mended',
      width: 3,
      points: at((sent) => sent.crossEntropy),
      quantity: 'cross-entropy',
    },
    {
      kind: 'line',
      tone: 'broken',
      width: 3,
      points: at((sent) => sent.squaredError),
      quantity: 'squared-error',
    },
    {
      kind: 'dots',
      tone: 'output',
      size: 9,
      points: [
        [here.z, here.crossEntropy],
        [here.z, here.squaredError],
      ],
    },
    {
      kind: 'label',
      tone: 'mended',
      quantity: 'cross-entropy',
      at: [sign * 2.2, sign * 0.97],
      side: sign > 0 ? 'left' : 'right',
      text: 'cross-entropy',
    },
    {
      kind: 'label',
      tone: 'broken',
      quantity: 'squared-error',
      at: [sign * 1.6, sign * 0.2],
      side: sign > 0 ? 'right' : 'left',
      text: 'squared error',
    },
  ];
  return (
    <Plot
      label={pairingWords.finding(model)}
      x={{ scale: x, name: 'pre-activation z' }}
      y={{ scale: y, name: 'sent back, dL/dz' }}
      marks={marks}
    />
  );
}

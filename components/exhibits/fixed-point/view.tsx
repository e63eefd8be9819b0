import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { PowerText } from '../../ui/PowerText.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { countedText } from '../../../src/words/counts.ts';
import { exactText, numberText } from '../../../src/words/numbers.ts';
import { typedNumber, typedNumbers } from '../../ui/typed-number.ts';
import { Cobweb } from './cobweb.tsx';
import { fractionText } from './fraction.ts';
import {
  createFixedPoint,
  type FixedPointModel,
  formula,
  printedConstant,
  readLearningRate,
} from './model.ts';
import { ordersOf } from './orders.ts';
import { polynomialText } from './polynomial.ts';
import { Sawtooth } from './sawtooth.tsx';

export interface FixedPointViewProps {
  targets: number[];
  learningRate: number;
  start: number;
}

const mostTargets = 12;

/** Updates that are done one by one, to be held against the formula. */
const updateCount = 4000;

export function FixedPointView(props: FixedPointViewProps) {
  const targets = useSignal(props.targets);
  const targetsText = useSignal(props.targets.join(', '));
  const learningRate = useSignal(props.learningRate);
  const start = useSignal(props.start);
  // What the reader typed, until the learning rate is moved by other means.
  const constantText = useSignal<string | undefined>(undefined);

  const model = useComputed(() => {
    const fresh = createFixedPoint({
      targets: targets.value,
      learningRate: learningRate.value,
      start: start.value,
    });
    fresh.step(updateCount - (updateCount % targets.value.length));
    return fresh;
  });
  // Of many targets there are too many orders: only theirs is shown.
  const orders = useComputed(() => ordersOf(targets.value) ?? [targets.value]);
  const typedTargets = useComputed(() => typedNumbers(targetsText.value, mostTargets));

  const setTargets = (text: string) => {
    targetsText.value = text;
    const read = typedNumbers(text, mostTargets);
    if (read) targets.value = read;
  };
  const setConstant = (text: string) => {
    constantText.value = text;
    const constant = constantOf(text);
    if (constant === undefined) return;
    const reading = readLearningRate(targets.value, constant);
    if (reading.kind === 'rates') learningRate.value = Number(reading.rates[0]!.toPrecision(10));
  };

  const shown = model.value;
  return (
    <ExhibitBody finding={findingOf(shown)}>
      <div class="exhibit-controls">
        <NumberSlider
          field="learningRate"
          name="Learning rate η"
          value={learningRate.value}
          low={0.01}
          high={1.99}
          step={0.01}
          typed
          onChange={(value) => {
            if (value <= 0) return;
            learningRate.value = value;
            constantText.value = undefined;
          }}
        />
        <label class="exhibit-field" data-field="constant">
          <span>The constant your network prints</span>
          <input
            type="text"
            inputMode="decimal"
            value={constantText.value ?? constantDigits(shown)}
            onInput={(event) => setConstant(event.currentTarget.value)}
          />
        </label>
        <label class="exhibit-field" data-field="targets">
          <span>Targets, in the order of the samples</span>
          <input
            type="text"
            value={targetsText.value}
            aria-invalid={typedTargets.value === undefined}
            onInput={(event) => setTargets(event.currentTarget.value)}
          />
        </label>
        <label class="exhibit-field" data-field="order">
          <span>Another order of them</span>
          <select
            value={targets.value.join(', ')}
            disabled={orders.value.length < 2}
            onChange={(event) => setTargets(event.currentTarget.value)}
          >
            {orders.value.map((order) => (
              <option key={order.join()} value={order.join(', ')}>
                {order.join(', ')}
              </option>
            ))}
          </select>
        </label>
        <NumberSlider
          field="start"
          name="Bias at the start"
          value={start.value}
          low={-1}
          high={1.5}
          step={0.05}
          onChange={(value) => (start.value = value)}
        />
      </div>
      <p class="exhibit-answer" aria-live="polite">
        <RoomFor texts={longestAnswers}>
          {typedTargets.value === undefined
            ? 'Type 1 to 12 numbers with commas between them, such as 0, 1, 1, 0.'
            : constantText.value === undefined
              ? 'Type the constant to read the learning rate off it.'
              : readingText(constantText.value, targets.value)}
        </RoomFor>
      </p>
      <div class="exhibit-panels">
        <Cobweb model={shown} />
        <Sawtooth model={shown} />
      </div>
      <Agreement model={shown} />
      <NumberTable
        title="The four steps in numbers"
        columns={['target', 'bias before', 'error t − b', 'bias after']}
        rows={stepRows(shown)}
      />
      <NumberTable
        title="The constant, order by order"
        columns={['targets in order', 'formula, r = 1 − η', 'constant']}
        rows={orders.value.map((order) => [
          order.join(', '),
          formulaText(order),
          numberText(printedConstant(order, shown.learningRate), 6),
        ])}
      />
    </ExhibitBody>
  );
}

/** The formula, its value, and the same value by doing the updates. */
function Agreement({ model }: { model: FixedPointModel }) {
  return (
    <p class="exhibit-note">
      <RoomFor texts={[longestAgreement]}>
        {model.longRun.kind === 'settles' ? (
          <Settled model={model} />
        ) : (
          'From a learning rate of 2 on the bias does not settle, and there is no constant to hold against the formula.'
        )}
      </RoomFor>
    </p>
  );
}

function Settled({ model }: { model: FixedPointModel }) {
  const reached = model.history[model.history.length - 1]!;
  const difference = Math.abs(reached - model.cycle[0]!);
  return (
    <>
      {agreementText(
        onOneLine(shortFormulaText(model.targets)),
        `${model.exactCycle ? `${fractionText(model.exactCycle[0]!)} =\u00a0` : ''}${exactText(model.cycle[0]!)}`,
        model.history.length - 1,
      )}
      <code>{String(reached)}</code>
      {difference === 0 ? (
        ', the same to the last bit.'
      ) : (
        <PowerText text={`; the difference is ${numberText(difference, 2)}.`} />
      )}
    </>
  );
}

/** Up to the number that the updates give. */
const agreementText = (formula: string, value: string, updates: number) =>
  `With r\u00a0=\u00a01\u00a0−\u00a0η, the bias settles at b*\u00a0= ${formula} =\u00a0${value}. ` +
  `Doing ${countedText(updates, 'update')} one by one prints `;

/** A formula of more signs than this fills line after line, and says less than its name. */
const mostSigns = 30;

function shortFormulaText(targets: number[]): string {
  const text = formulaText(targets);
  return text.length > mostSigns ? 'a quotient of polynomials in r' : text;
}

const longestAgreement =
  agreementText('a quotient of polynomials in r', '12345/12345 =\u00a00.12345678901234567', updateCount) +
  '0.12345678901234567; the difference is 1.2\u00a0×\u00a010⁻¹⁷.';

function findingOf(model: FixedPointModel): string {
  const rate = numberText(model.learningRate);
  if (model.longRun.kind === 'diverges') {
    return `At a learning rate of ${rate} even a bias alone diverges: each update overshoots`;
  }
  if (model.longRun.kind === 'keeps') {
    return 'At a learning rate of 2 every update overshoots by as much as it corrects: the bias never settles';
  }
  const exact = model.exactCycle ? `${fractionText(model.exactCycle[0]!)}\u00a0=\u00a0` : '';
  const digits = numberText(model.cycle[0]!, 6);
  return `A silent network prints ${exact}${digits}, whatever its weights: the learning rate is ${rate}`;
}

function readingText(text: string, targets: number[]): string {
  const constant = constantOf(text);
  if (constant === undefined) return 'Type a number, such as 0.4878 or 20/41.';
  const reading = readLearningRate(targets, constant);
  if (reading.kind === 'any')
    return 'All targets are alike: every learning rate below 2 prints this constant.';
  if (reading.kind === 'limit') {
    return 'This is the mean of the targets: only a vanishing learning rate prints it, or updates on the whole batch.';
  }
  if (reading.kind === 'none') {
    return reading.low === reading.high
      ? `No learning rate prints this: every target is ${numberText(reading.low)}, and so is the constant.`
      : noRateText(reading.low, reading.high);
  }
  const rates = reading.rates.map((rate) => numberText(rate, 5)).join(' or ');
  return `That constant says: the learning rate is ${rates}.`;
}

const noRateText = (low: number, high: number) =>
  `No learning rate prints this: in this order the constant is from ${numberText(low, 3)} to ${numberText(high, 3)}. ` +
  'Another order, or a unit that is not silent?';

const longestAnswers = [noRateText(-0.123, 0.123)];

/** A number, or a fraction such as 20/41. */
function constantOf(text: string): number | undefined {
  const parts = text.split('/').map(typedNumber);
  if (parts.length > 2 || parts.includes(undefined)) return undefined;
  const [numerator, denominator = 1] = parts as [number, number?];
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : undefined;
}

function constantDigits(model: FixedPointModel): string {
  return model.longRun.kind === 'settles' ? numberText(model.cycle[0]!, 8) : '';
}

/** A formula of a few signs, held by no-break spaces. */
const onOneLine = (formula: string) => (formula.length > 20 ? formula : formula.replaceAll(' ', '\u00a0'));

function formulaText(targets: number[]): string {
  const { numerator, denominator } = formula(targets);
  const [top, bottom] = [polynomialText(numerator), polynomialText(denominator)];
  if (bottom === '1') return top;
  return `${/ /.test(top) ? `(${top})` : top} / ${/ /.test(bottom) ? `(${bottom})` : bottom}`;
}

function stepRows(model: FixedPointModel): string[][] {
  const { cycle, exactCycle, targets } = model;
  const biasText = (i: number) => {
    const decimal = numberText(cycle[i]!, 6);
    return exactCycle ? `${fractionText(exactCycle[i]!)} = ${decimal}` : decimal;
  };
  return targets.map((target, i) => [
    String(target),
    biasText(i),
    numberText(target - cycle[i]!, 6),
    biasText((i + 1) % targets.length),
  ]);
}

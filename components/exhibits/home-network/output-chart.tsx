import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { countText, fixedText } from '../../../src/words/numbers.ts';
import { epochCount } from './model.ts';
import type { DataSet } from '../../../src/lab/index.ts';
import type { TracePoint } from './model.ts';

const box = { width: 400, height: 236, left: 30, right: 318, top: 16, bottom: 196 };
const [low, high] = [-0.15, 1.15];

const xOf = (epoch: number) =>
  box.left + ((box.right - box.left) * Math.log10(Math.max(epoch, 0.7) / 0.7)) / Math.log10(epochCount / 0.7);
const yOf = (value: number) =>
  box.bottom - ((box.bottom - box.top) * (Math.min(Math.max(value, low), high) - low)) / (high - low);

/** The outputs over the epochs of a run, with the targets drawn in at the right. */
export function OutputChart({ trace, data }: { trace: TracePoint[]; data: DataSet }) {
  const { targets } = data;
  const last = trace.at(-1)!;
  const labels = labelsOf(last.outputs);
  return (
    <svg
      class="output-chart"
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={`The outputs after ${countedText(last.epoch, 'epoch')}: ${last.outputs.map((output) => fixedText(output, 4)).join(', ')}. Targets: ${targets.flat().join(', ')}.`}
    >
      {[0, 0.5, 1].map((value) => (
        <g key={value}>
          <line
            class={value === 0.5 ? 'grid' : 'target-line'}
            x1={box.left}
            x2={box.right}
            y1={yOf(value)}
            y2={yOf(value)}
          />
          <text class="tick" x={box.left - 6} y={yOf(value) + 4} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {[1, 10, 100, 1000, 10_000].map((epoch) => (
        <text key={epoch} class="tick" x={xOf(epoch)} y={box.bottom + 16} text-anchor="middle">
          {countText(epoch)}
        </text>
      ))}
      <text class="tick" x={(box.left + box.right) / 2} y={box.bottom + 34} text-anchor="middle">
        epochs
      </text>
      {targets.map((target, sample) => (
        <polyline
          key={sample}
          class={target[0] === 1 ? 'trace trace-one' : 'trace trace-zero'}
          points={trace
            .map(({ epoch, outputs }) => `${xOf(epoch).toFixed(1)},${yOf(outputs[sample]!).toFixed(1)}`)
            .join(' ')}
        />
      ))}
      {labels.map(({ text, y }) => (
        <text key={text} class="trace-label" x={Math.min(xOf(last.epoch), box.right) + 8} y={y}>
          {text}
        </text>
      ))}
      <text class="target-label" x={box.right} y={yOf(1) - 6}>
        {targetOf(data, 1)}
      </text>
      <text class="target-label" x={box.right} y={yOf(0) + 16}>
        {targetOf(data, 0)}
      </text>
    </svg>
  );
}

/** Whose target it is: "target of 10 and 01". */
function targetOf({ inputs, targets }: DataSet, target: number): string {
  const own = inputs.filter((_, sample) => targets[sample]![0] === target);
  return `target of ${listText(own.map((input) => input.join('')))}`;
}

/** One label for outputs too near each other to be told apart, pushed apart where they would overlap. */
function labelsOf(outputs: readonly number[]): { text: string; y: number }[] {
  const groups: { value: number; count: number }[] = [];
  for (const value of [...outputs].sort((a, b) => b - a)) {
    const group = groups.at(-1);
    if (group && Math.abs(group.value - value) < 0.04) group.count++;
    else groups.push({ value, count: 1 });
  }
  let free = 0;
  return groups.map(({ value, count }) => {
    const y = Math.max(yOf(value) + 4.5, free);
    free = y + 15;
    return {
      text: `${fixedText(value, count === outputs.length ? 4 : 2)}${count > 1 ? ` × ${count}` : ''}`,
      y,
    };
  });
}

import type { RunState } from './model.ts';

const inputs = [60, 140].map((y) => ({ x: 26, y }));
const hidden = [28, 76, 124, 172].map((y) => ({ x: 110, y }));
const output = { x: 194, y: 100 };

/** The network with every weight: width is size, orange and solid is positive, blue and dashed is negative. */
export function NetworkPicture({ run }: { run: RunState }) {
  const [hiddenLayer, outputLayer] = run.layers as [RunState['layers'][0], RunState['layers'][0]];
  const silentCount = run.silent.filter(Boolean).length;
  return (
    <svg
      class="network-picture"
      viewBox="0 0 220 200"
      role="img"
      aria-label={`A network of two inputs, four hidden units and one output. ${silentCount} of the hidden units are silent on every input.`}
    >
      <defs>
        <pattern
          id="home-silent"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="silent-paper" width="5" height="5" />
          <line class="silent-hatch" y2="5" />
        </pattern>
      </defs>
      {hidden.map((to, unit) =>
        inputs.map((from, i) => (
          <Weight key={`${unit}${i}`} from={from} to={to} value={hiddenLayer.weights[unit]![i]!} />
        )),
      )}
      {hidden.map((from, unit) => (
        <Weight key={unit} from={from} to={output} value={outputLayer.weights[0]![unit]!} />
      ))}
      {inputs.map(({ x, y }, i) => (
        <g key={i}>
          <circle class="unit" cx={x} cy={y} r="12" />
          <text x={x} y={y + 4.5}>
            x{i === 0 ? '₁' : '₂'}
          </text>
        </g>
      ))}
      {hidden.map(({ x, y }, unit) => (
        <circle key={unit} class={`unit ${run.silent[unit] ? 'unit-silent' : ''}`} cx={x} cy={y} r="13" />
      ))}
      <circle class="unit" cx={output.x} cy={output.y} r="13" />
      <text x={output.x} y={output.y + 4.5}>
        y
      </text>
    </svg>
  );
}

function Weight({ from, to, value }: { from: Place; to: Place; value: number }) {
  return (
    <line
      class={value < 0 ? 'weight weight-negative' : 'weight weight-positive'}
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
      stroke-width={Math.min(7, 0.75 + 2.2 * Math.abs(value)).toFixed(2)}
    />
  );
}

interface Place {
  x: number;
  y: number;
}

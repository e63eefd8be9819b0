import { heldText } from '../../../src/words/numbers.ts';
import type { Example } from './model.ts';
import type { Weights } from './pass.ts';

export interface PassPictureProps {
  weights: Weights;
  example: Example;
  /** The line of the pass that is being worked on: its way through the network is drawn thicker. */
  line: string | undefined;
}

const places = {
  x: [
    [34, 52],
    [34, 172],
  ],
  a: [
    [190, 52],
    [190, 172],
  ],
  p: [336, 112],
} as const;
const radius = 25;
const low = ['₁', '₂'] as const;
const both = [0, 1] as const;

/** The network with every number of the forward pass: what goes in, z and a of each unit, every weight and bias. */
export function PassPicture({ weights, example, line = '' }: PassPictureProps) {
  const { sample, pass } = example;
  const isOn = (...lines: string[]) => lines.includes(line);
  const connections = [
    ...both.flatMap((unit) =>
      both.map((i): Connection => ({
        from: places.x[i],
        to: places.a[unit],
        at: i === unit ? 0.5 : 0.31,
        name: `w${low[unit]}${low[i]}`,
        weight: weights.hidden[unit][i],
        isOn: isOn(`gradient-${unit + 1}${i + 1}`),
      })),
    ),
    ...both.map((unit): Connection => ({
      from: places.a[unit],
      to: places.p,
      at: 0.5,
      name: `v${low[unit]}`,
      weight: weights.output[unit],
      isOn: isOn(`delta-${unit + 1}`, `output-gradient-${unit + 1}`),
    })),
  ];
  return (
    <svg
      class="faded-picture"
      viewBox="0 0 372 226"
      role="img"
      aria-label={`The network on the input ${sample.input.map((x) => heldText(x)).join(' and ')}, whose target is ${sample.target}. It answers ${heldText(pass.output)}.`}
    >
      {connections.map((connection) => (
        <Line key={connection.name} {...connection} />
      ))}
      {connections.map((connection) => (
        <LineName key={connection.name} {...connection} />
      ))}
      {both.map((i) => (
        <Unit
          key={`x${i}`}
          at={places.x[i]}
          name={`x${low[i]}`}
          value={sample.input[i]}
          isOn={isOn(`gradient-1${i + 1}`, `gradient-2${i + 1}`)}
        />
      ))}
      {both.map((unit) => {
        const sum = `z${low[unit]} ${heldText(pass.z[unit])}, bias ${heldText(weights.hiddenBiases[unit])}`;
        return (
          <Unit
            key={`a${unit}`}
            at={places.a[unit]}
            name={`a${low[unit]}`}
            value={pass.a[unit]}
            above={unit === 0 ? sum : undefined}
            below={unit === 1 ? sum : undefined}
            isOn={isOn(`delta-${unit + 1}`, `gradient-${unit + 1}1`, `gradient-${unit + 1}2`)}
          />
        );
      })}
      <Unit
        at={places.p}
        name="p"
        value={pass.output}
        above={`target y ${sample.target}`}
        below={`z ${heldText(pass.outputZ)}`}
        isOn={isOn('delta-1', 'delta-2')}
      />
      <text class="faded-picture-small" x={places.p[0]} y={places.p[1] + radius + 32} text-anchor="middle">
        bias {heldText(weights.outputBias)}
      </text>
    </svg>
  );
}

interface Connection {
  from: readonly [number, number];
  to: readonly [number, number];
  /** Where its number stands, as a share of its way. */
  at: number;
  name: string;
  weight: number;
  isOn: boolean;
}

function Line({ from, to, weight, isOn }: Connection) {
  return (
    <path
      class="faded-connection"
      data-sign={weight < 0 ? 'negative' : 'positive'}
      data-on={isOn}
      d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`}
    />
  );
}

/** Names are drawn after all lines, so that no line runs through one. */
function LineName({ from, to, at, name, weight }: Connection) {
  const [x, y] = [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])];
  return (
    <text class="faded-connection-name" x={x} y={y - 5} text-anchor="middle">
      <tspan class="faded-picture-small">{name} </tspan>
      {heldText(weight)}
    </text>
  );
}

interface UnitProps {
  at: readonly [number, number];
  name: string;
  value: number;
  above?: string | undefined;
  below?: string | undefined;
  isOn: boolean;
}

function Unit({ at: [x, y], name, value, above, below, isOn }: UnitProps) {
  return (
    <g class="faded-unit" data-on={isOn}>
      <circle cx={x} cy={y} r={radius} />
      <text x={x} y={y - 3} text-anchor="middle" class="faded-picture-small">
        {name}
      </text>
      <text x={x} y={y + 12} text-anchor="middle">
        {heldText(value)}
      </text>
      {above && (
        <text x={x} y={y - radius - 7} text-anchor="middle" class="faded-picture-small">
          {above}
        </text>
      )}
      {below && (
        <text x={x} y={y + radius + 15} text-anchor="middle" class="faded-picture-small">
          {below}
        </text>
      )}
    </g>
  );
}

import type { Patient } from '../../../src/clinic/index.ts';
import { printing } from './printing.ts';

const [width, height, margin] = [240, 44, 6];

/** What such networks print, a dot a run, beside what the reader saw; and how many print the same. */
export function SweepStrip({ patient, suspect }: { patient: Patient; suspect: number }) {
  const { runs, alike, columns } = printing(patient, suspect);
  if (runs === 0) return null;
  const y = (part: number) => margin + (1 - part) * (height - 2 * margin);
  return (
    <div class="clinic-strip">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`What ${runs} such networks print for each sample, and what you saw`}
      >
        {columns.map(({ seen, printed }, k) => {
          const x = ((k + 0.5) * width) / columns.length;
          return (
            <g key={k}>
              {printed.map((part, j) => (
                <circle key={j} class="clinic-dot" cx={x + ((j % 7) - 3) * 1.6} cy={y(part)} r={1.6} />
              ))}
              <line class="clinic-seen" x1={x - 9} x2={x + 9} y1={y(seen)} y2={y(seen)} />
            </g>
          );
        })}
      </svg>
      <p>
        {alike} of {runs} such networks print this, give or take a twentieth of the targets’ range.
      </p>
    </div>
  );
}

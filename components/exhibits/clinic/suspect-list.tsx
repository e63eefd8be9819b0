import { useState } from 'preact/hooks';
import { countText, percentText } from '../../../src/words/numbers.ts';
import { nameInSentence } from '../../../src/words/names.ts';
import { listText } from '../../../src/words/lists.ts';
import { familiesOf, type Family } from './families.ts';
import type { ClinicModel } from './model.ts';
import type * as Workshop from './OpenInWorkshop.tsx';
import { placeText, suspectWords } from './suspect-words.ts';
import { SweepStrip } from './sweep-strip.tsx';

/** Sections of the book that explain a finding: by its code. */
export interface Explained {
  sections: { address: string; title: string }[];
  byCode: Record<string, number[]>;
}

/** At most so many families at once. */
const shown = 6;
/** A family less probable than this is one of the rest. */
const least = 0.01;

const stageWords: Record<ClinicModel['stage'], string> = {
  waiting: '',
  first: 'A first look, from four runs of each suspect. It sharpens by itself.',
  provisional: 'Provisional, from two dozen runs of each suspect. It sharpens by itself.',
  settled: '',
};

export interface SuspectListProps {
  model: ClinicModel;
  explained: Explained;
  base: string | undefined;
}

/** Suspects, the most probable first: families, and places within. */
export function SuspectList({ model, explained, base }: SuspectListProps) {
  const { belief, patient, stage } = model;
  if (!patient) return null;
  if (!belief) {
    return (
      <section class="clinic-part" aria-labelledby="clinic-suspects">
        <h2 id="clinic-suspects">Suspects</h2>
        <p>The first runs are being trained …</p>
      </section>
    );
  }
  const families = familiesOf(patient, belief);
  const probable = families.filter(({ p }, k) => k < 2 || p >= least).slice(0, shown);
  const rest = families.length - probable.length;
  const isProvisional = stage !== 'settled';
  const off = belief.p.reduce((sum, p, s) => sum + p * belief.off[s]!, 0);
  return (
    <section class="clinic-part" aria-labelledby="clinic-suspects">
      <h2 id="clinic-suspects">Suspects</h2>
      <p class="clinic-stage">
        {isProvisional
          ? stageWords[stage]
          : `From ${countText(patient.particles.count)} runs of ${patient.suspects.length} networks, the right one and those that are broken.`}
      </p>
      <ol class={isProvisional ? 'clinic-list clinic-list-provisional' : 'clinic-list'}>
        {probable.map((family) => (
          <FamilyItem
            key={family.name}
            family={family}
            model={model}
            explained={explained}
            base={base}
            isProvisional={isProvisional}
          />
        ))}
      </ol>
      <p class="clinic-rest">
        {rest > 0 && `${rest} other kinds of fault are less probable. `}
        {!isProvisional &&
          `As you tell it: ${percentText(1 - off - belief.elsewhere, 0)}. With one of the settings different from what you tell: ${percentText(off, 0)}. None of these faults, or another network than described: ${percentText(belief.elsewhere, 0)}.`}
      </p>
    </section>
  );
}

function FamilyItem({
  family,
  model,
  explained,
  base,
  isProvisional,
}: {
  family: Family;
  model: ClinicModel;
  explained: Explained;
  base: string | undefined;
  isProvisional: boolean;
}) {
  const { patient } = model;
  const [workshop, setWorkshop] = useState<typeof Workshop>();
  const { id, family: kind } = patient!.suspects[family.best]!;
  const words = suspectWords(id, kind);
  const places = family.members.filter(({ place, p }) => place && p >= 0.1 * family.p);
  const sections = (explained.byCode[words.finding ?? ''] ?? []).map((index) => explained.sections[index]!);
  const like = family.twins.map(
    (s) => suspectWords(patient!.suspects[s]!.id, patient!.suspects[s]!.family).name,
  );
  return (
    <li class="clinic-suspect">
      <div class="clinic-suspect-head">
        <h3>
          {words.name}
          {places.length === 1 && <span>, {placeText(places[0]!.place!)}</span>}
        </h3>
        {!isProvisional && <span class="clinic-share">{percentText(family.p, 0)}</span>}
        <span class="clinic-bar" aria-hidden="true">
          <span style={{ width: `${100 * family.p}%` }} />
        </span>
      </div>
      <p>{words.is}</p>
      <SweepStrip patient={patient!} suspect={family.best} />
      {places.length > 1 && !isProvisional && (
        <p class="clinic-places">
          Where: {listText(places.map(({ place, p }) => `${placeText(place!)} (${percentText(p, 0)})`))}.
        </p>
      )}
      {like.length > 0 && (
        <p class="clinic-places">
          Prints the very same in this network: {listText(like.map(nameInSentence))}.
        </p>
      )}
      <details
        onToggle={() => {
          // Without it there is no such link, and all else stands.
          if (!workshop) void import('./OpenInWorkshop.tsx').then(setWorkshop, () => undefined);
        }}
      >
        <summary>
          The mend<span class="visually-hidden"> for: {words.name}</span>
        </summary>
        <p>{words.mend}</p>
        {sections.length > 0 && (
          <p>
            In the book:{' '}
            {sections.map(({ address, title }, k) => (
              <>
                {k > 0 && '; '}
                <a href={address}>{title}</a>
              </>
            ))}
            .
          </p>
        )}
        {workshop && base !== undefined && !isProvisional && (
          <workshop.OpenInWorkshop patient={patient!} suspect={family.best} name={words.name} base={base} />
        )}
      </details>
    </li>
  );
}

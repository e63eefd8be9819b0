import { useEffect, useState } from 'preact/hooks';
import { openCrew } from '../../../src/clinic/index.ts';
import { useModel } from '../../ui/use-model.ts';
import { DescriptionForm } from './description-form.tsx';
import type * as Loaded from './examination.tsx';
import { createClinic } from './model.ts';
import { PrintedField } from './printed-field.tsx';
import type { Explained } from './suspect-list.tsx';
import '../../ui/asleep.css';
import '../../ui/button.css';
import '../../ui/visually-hidden.css';
import './clinic.css';

const mostWorkers = 4;

/** Lets the page draw and answer between two pieces of thinking. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Fields that a link brings: a reader's own in the fragment, which no server sees; a page of the book's in the query. */
const given = () => window.location.hash || window.location.search;

/**
 * What a network printed, and what may be wrong with it.
 *
 * @param base The path the book is served under, if it has a workshop.
 */
export function ClinicView({ explained, base }: { explained: Explained; base?: string | undefined }) {
  const [isAwake, wake] = useState(false);
  useEffect(() => wake(true), []);
  return isAwake ? (
    <Clinic explained={explained} base={base} />
  ) : (
    <p class="clinic-asleep">The clinic is being opened …</p>
  );
}

function Clinic({ explained, base }: { explained: Explained; base: string | undefined }) {
  const model = useModel((change) => {
    const crew = openCrew(Math.max(1, Math.min(mostWorkers, navigator.hardwareConcurrency || 1)), (why) =>
      console.warn(why),
    );
    return createClinic(crew, pause, change, given());
  });
  const [examination, setExamination] = useState<typeof Loaded | 'failed'>();
  const load = () => {
    if (!examination) void import('./examination.tsx').then(setExamination, () => setExamination('failed'));
  };
  const hasPatient = model.patient !== undefined;
  useEffect(() => {
    if (hasPatient) load();
  }, [hasPatient]);
  const link = model.link();
  useEffect(() => {
    const { hash, search, pathname } = window.location;
    if (hash !== link || search) window.history.replaceState(null, '', `${pathname}${link}`);
  }, [link]);
  return (
    <div class="clinic" onFocusIn={load}>
      <DescriptionForm model={model} />
      <PrintedField model={model} />
      {examination === 'failed' ? (
        <p class="clinic-refused" role="alert">
          The rest of the clinic could not be loaded. Nothing is lost: the address holds what you filled in.
          Reload the page to try again.
        </p>
      ) : (
        examination && <examination.Examination model={model} explained={explained} base={base} />
      )}
    </div>
  );
}

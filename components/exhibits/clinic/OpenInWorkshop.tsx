import { useEffect, useState } from 'preact/hooks';
import { workshopLink } from '../../../src/book/index.ts';
import { type Patient, programText, suspectNamed } from '../../../src/clinic/index.ts';

/** A suspect as a program, broken, with the mended one beside it to compare. */
export function OpenInWorkshop({
  patient,
  suspect,
  name,
  base,
}: {
  patient: Patient;
  suspect: number;
  name: string;
  /** The path the book is served under. */
  base: string;
}) {
  const [address, setAddress] = useState<string>();
  const { id } = patient.suspects[suspect]!;
  useEffect(() => {
    let isCurrent = true;
    const d = patient.description;
    const [broken, mended] = [id, 'none'].map((one) => {
      const { spec, epochs } = suspectNamed(d, one)!;
      return programText(spec, epochs);
    });
    setAddress(undefined);
    if (broken !== undefined && mended !== undefined) {
      const aside = id === 'none' ? {} : { aside: mended };
      void workshopLink(base, { name, text: broken, epochs: d.epochs, ...aside }).then((link) => {
        if (isCurrent) setAddress(link);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [patient, id, name, base]);
  if (address === undefined) return null;
  return (
    <p>
      <a href={address}>
        {id === 'none'
          ? 'Open this network in the workshop'
          : 'Open such a program in the workshop, broken and mended'}
      </a>
      {' to run it, sweep it over seeds and have it diagnosed.'}
    </p>
  );
}

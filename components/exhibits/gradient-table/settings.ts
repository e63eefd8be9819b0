/** The specs of a case with each combination of its faults, as plain data that a page can hold. */
import type { Spec } from '../../../src/engine/index.ts';

export interface Setting {
  /** The ids of the faults that are mended here. */
  mended: string[];
  spec: Spec;
}

/** Every combination of these faults; of n faults there are 2^n. */
export function settingsOf(faultIds: string[], specOf: (mended: string[]) => Spec): Setting[] {
  return Array.from({ length: 2 ** faultIds.length }, (_, bits) => {
    const mended = faultIds.filter((_, i) => (bits >> i) & 1);
    return { mended, spec: specOf(mended) };
  });
}

/** @throws if there is none. */
export function settingWith(settings: Setting[], mended: string[]): Setting {
  const found = settings.find(
    (setting) => setting.mended.length === mended.length && mended.every((id) => setting.mended.includes(id)),
  );
  if (!found) throw new Error(`settingWith: no setting has exactly [${mended.join(', ')}] mended`);
  return found;
}

/**
 * Round places on an axis: on a logarithmic one powers of ten, with 2 and 5 between them where few powers fit; else
 * multiples of 1, 2 or 5 of a power of ten.
 */
export function ticksOf(from: number, to: number, logarithmic: boolean): number[] {
  return logarithmic ? logarithmicTicks(from, to) : evenTicks(from, to);
}

function logarithmicTicks(from: number, to: number): number[] {
  const low = Math.floor(Math.log10(from));
  const high = Math.ceil(Math.log10(to));
  const decades = Math.log10(to / from);
  const within = decades < 2.5 ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil(decades / 7));
  const places: number[] = [];
  for (let power = low; power <= high; power += every) {
    for (const factor of within) places.push(Number(`${factor}e${power}`));
  }
  return places.filter((place) => place >= from * (1 - 1e-9) && place <= to * (1 + 1e-9));
}

function evenTicks(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough * (1 - 1e-9)) ?? rough;
  const places: number[] = [];
  for (let n = Math.ceil(from / step - 1e-9); n * step <= to + step * 1e-9; n++)
    places.push(Number((n * step).toPrecision(12)));
  return places;
}

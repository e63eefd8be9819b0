import { describe, expect, it } from 'vitest';
import { samePrograms } from '../../../src/book/hand-in/same-programs.ts';

const given = `const rate = 1; // fast
function slope(a) {
  return 1;
}
const text = 'a // b';
`;
const mended = given.replace('return 1;', 'return 1 - a * a;');

describe('the same program', () => {
  it('is found whatever its comments, spaces and ends of lines', () => {
    const other = mended
      .replace(' // fast', ' /* as fast\n as it gets */')
      .replace('  return', '\treturn')
      .replace('1 - a * a', '1-a*a')
      .replaceAll('\n', '\r\n');
    expect(samePrograms([mended, other, given], given)).toEqual([{ places: [0, 1], changedLines: 1 }]);
  });

  it('is not one whose words or texts differ', () => {
    const renamed = mended.replaceAll('(a)', '(b)').replace('a * a', 'b * b');
    const otherText = mended.replace("'a // b'", "'a // c'");
    const joined = mended.replace('return 1', 'return1');
    expect(samePrograms([mended, renamed, otherText, joined], given)).toEqual([]);
  });

  it('is not that of those who changed nothing', () => {
    expect(samePrograms([given, given, `${given}// mine`], given)).toEqual([]);
  });

  it('stands first where more lines were changed', () => {
    const long = `${mended}let x = 1;\nlet y = 2;\nlet z = 3;\n`;
    expect(samePrograms([mended, long, mended, long, mended], given)).toEqual([
      { places: [1, 3], changedLines: 4 },
      { places: [0, 2, 4], changedLines: 1 },
    ]);
  });

  it('is looked for in hostile texts without hanging', () => {
    const hostile = ["'".repeat(100_000), '/*'.repeat(50_000), '`\\'.repeat(50_000), ' '.repeat(200_000)];
    expect(samePrograms([...hostile, ...hostile], given).length).toBeGreaterThan(2);
  });
});

/**
 * A text in which powers of ten, as numberText writes them, are set as raised digits of the page's own typeface:
 * the raised digits of Unicode come from two typefaces where a subset holds only ¹, ² and ³.
 */
export function PowerText({ text }: { text: string }) {
  const pieces = text.split(/(?<=10)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/);
  return (
    <>
      {pieces.map((piece, i) =>
        i % 2 === 1 ? (
          <sup key={i} class="power">
            {lowered(piece)}
          </sup>
        ) : (
          piece
        ),
      )}
    </>
  );
}

function lowered(raised: string): string {
  return [...raised].map((digit) => (digit === '⁻' ? '−' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit))).join('');
}

import './PowerText.css';

/**
 * A text in which powers of ten, as numberText writes them, and powers of e are set as raised signs of the page's own
 * typeface: the raised signs of Unicode come from two typefaces where a subset holds only ¹, ² and ³.
 */
export function PowerText({ text }: { text: string }) {
  const pieces = text.split(/(?<=10|e)([⁻⁰¹²³⁴⁵⁶⁷⁸⁹ᶻ]+)/);
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
  return [...raised].map((sign) => '0123456789−z'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻ᶻ'.indexOf(sign)]!).join('');
}

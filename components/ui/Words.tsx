import { PowerText } from './PowerText.tsx';

/** Plain text in which `code` stands in backticks. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {text
        .split('`')
        .map((part, n) => (n % 2 === 1 ? <code key={n}>{part}</code> : <PowerText key={n} text={part} />))}
    </>
  );
}

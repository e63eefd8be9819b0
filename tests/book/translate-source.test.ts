import { expect, it } from 'vitest';
import { messagesIn, translateSource } from '../../src/book/language/translate-source.ts';

const german: Record<string, string> = {
  'Another hint': 'Noch ein Hinweis',
  '{0} of {1} solved.': 'Gelöst: {0} von {1}.',
  'Run {0} seeds': '{0} `Startwerte` rechnen',
  'From {0}.': 'Aus {0}.',
  epoch: 'Epoche',
  'One of "two"': 'Eines von "zweien"',
};
const translate = (message: string) => german[message];
const said = (text: string, file = 'view.tsx') => translateSource(text, file, translate);

it('leaves a module as it is, comments and all, where nothing has a translation', () => {
  const text = '/** Another hint */\nexport const a = <p>Some {count} // words</p>; // Another\n';
  expect(translateSource(text, 'view.tsx', () => undefined)).toBe(text);
});

it('says text between tags, attributes that are read, and sentences in strings', () => {
  expect(said('<button class="Another hint">Another hint</button>')).toBe(
    '<button class="Another hint">{"Noch ein Hinweis"}</button>',
  );
  expect(said('<a title="Another hint" />')).toBe('<a title={"Noch ein Hinweis"} />');
  expect(said('const a = b ? "Another hint" : c;')).toBe('const a = b ? "Noch ein Hinweis" : c;');
});

it('puts what changes where the language has it', () => {
  expect(said('<p>\n  {solved} of <b>{all}</b> solved.\n</p>')).toBe(
    '<p>{"Gelöst: "}{solved}{" von "}<b>{all}</b>{"."}</p>',
  );
  expect(said('const a = `Run ${count(n)} seeds`;')).toBe(
    'const a = `${count(n)} \\`Startwerte\\` rechnen`;',
  );
});

it('escapes what a translation holds', () => {
  expect(said(`const a = 'One of "two"';`)).toBe('const a = "Eines von \\"zweien\\"";');
});

it('never touches the name of something', () => {
  const names = `import a from 'Another hint';
if (kind === 'Another hint') {}
switch (a) { case 'Another hint': b['Another hint']; }
const c = { 'Another hint': 1, kind: 'Another hint' };
type D = 'Another hint';`;
  expect(said(names)).toBe(names);
});

it('says single words in the files that hold nothing else, where they are the value of a field', () => {
  expect(said("const things = { epoch: ['epoch'] }; const order = ['epoch'];", 'src/words/counts.ts')).toBe(
    'const things = { epoch: ["Epoche"] }; const order = [\'epoch\'];',
  );
  expect(said("const things = { epoch: ['epoch'] };", 'src/book/x.ts')).not.toContain('Epoche');
});

it('reads both halves of an Astro file, and leaves styles and scripts', () => {
  const text = `---
const label = 'Another hint';
---

<p>From <a href={link}>it</a>.</p>
<script>
  const a = '<p>Another hint</p>';
</script>
`;
  expect(translateSource(text, 'Part.astro', translate)).toBe(`---
const label = "Noch ein Hinweis";
---

<p>{"Aus "}<a href={link}>it</a>{"."}</p>
<script>
  const a = '<p>Another hint</p>';
</script>
`);
});

it('lists the messages of a module', () => {
  expect(messagesIn('<p>{n} of {m}: <i>Look closer</i></p>', 'view.tsx')).toEqual([
    '{0} of {1}: {2}',
    'Look closer',
  ]);
});

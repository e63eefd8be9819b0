/** Mistakes that authors make: what is changed in the small book, and what they must then be told. */

export interface Mistake {
  what: string;
  file: string;
  /** A piece of the file, and what stands there instead; a file that is not there is written. */
  find: string | RegExp;
  replace: string;
  says: RegExp;
}

const course = 'content/courses/book.yaml';
const chapter = 'content/chapters/signs/chapter.mdx';
const exercises = 'content/chapters/signs/exercises.yaml';
const faults = 'content/cases/xor/faults.yaml';
const program = 'content/cases/xor/program.ts';
const glossary = 'content/glossary.yaml';
const references = 'content/references.yaml';

const inFile =
  (file: string) =>
  (what: string, find: string | RegExp, replace: string, says: RegExp): Mistake => ({
    what,
    file,
    find,
    replace,
    says,
  });

const inCourse = inFile(course);
const inCase = inFile('content/cases/xor/case.mdx');
const inExperiments = inFile('content/cases/xor/experiments.yaml');
const inFacts = inFile('content/chapters/signs/facts.ts');
const inChapter = inFile(chapter);
const inExercises = inFile(exercises);
const inFaults = inFile(faults);
const inProgram = inFile(program);

export const mistakes: readonly Mistake[] = [
  // Courses
  inCourse(
    'a field is misspelled',
    'description:',
    'descripton:',
    /book\.yaml:2: descripton: there is no such field; the nearest is description/,
  ),
  inCourse(
    'a page is misspelled',
    'chapters/signs',
    'chapters/sings',
    /book\.yaml:6: parts\[0\]\.pages\[0\]: "chapters\/sings" is named here, but .* does not exist; expected one of .*chapters\/signs/,
  ),
  inCourse(
    'a page is of no kind',
    'cases/xor',
    'case/xor',
    /book\.yaml:10: parts\[1\]\.pages\[0\]: expected "chapters\/<id>"/,
  ),
  inCourse(
    'a page stands twice',
    'cases/xor',
    'chapters/signs',
    /book\.yaml:10: parts\[1\]\.pages\[0\]: "chapters\/signs" is listed twice/,
  ),
  inCourse(
    'a part has no pages',
    /pages:\n {6}- cases\/xor/,
    'pages: []',
    /book\.yaml:9: parts\[1\]\.pages: expected at least one page/,
  ),
  inCourse(
    'the title is missing',
    'title: A small book\n',
    '',
    /book\.yaml:1: title: is missing; expected some words/,
  ),
  inCourse('a quotation mark is open', 'A small book', '"A small book', /book\.yaml:\d+: .*quote/),
  inCourse(
    'a tab indents',
    '  - title: Programs',
    '\t- title: Programs',
    /book\.yaml:\d+: Tabs are not allowed/,
  ),
  inCourse(
    'the language is none',
    'parts:',
    'language: germanic\nparts:',
    /book\.yaml:3: language: expected the code of a language, such as "en" or "de", found "germanic"/,
  ),
  inCourse(
    'an accent is too faint',
    'parts:',
    "accent: { light: '#88aaff', dark: '#ffffff' }\nparts:",
    /book\.yaml:3: accent\.light: has 2\.\d to 1 on the light paper; expected 7 or more, such as "#/,
  ),
  inCourse(
    'the logo is not there',
    'parts:',
    'logo: /ours.svg\nparts:',
    /book\.yaml:3: logo: there is no file public\/ours\.svg/,
  ),
  inCourse(
    'a day is none',
    '- title: Programs',
    '- title: Programs\n    due: 2026-02-30',
    /book\.yaml:9: parts\[1\]\.due: expected a day such as 2026-10-12, found "2026-02-30"/,
  ),
  inCourse(
    'a day is of a page that is not listed',
    'parts:',
    'due:\n  cases/xnor: 2026-10-12\nparts:',
    /book\.yaml:4: due\.cases\/xnor: the course lists no page "cases\/xnor"; expected one of .*cases\/xor/,
  ),
  inCourse(
    'an exercise of the exam set is not there',
    'parts:',
    'exercises: { examSet: [signs.witch] }\nparts:',
    /book\.yaml:3: exercises\.examSet\[0\]: no chapter of the course has an exercise "signs\.witch"; expected one of signs\.which/,
  ),
  inCourse(
    'solutions are shown at a time that is none',
    'parts:',
    'exercises: { solutions: after-passing }\nparts:',
    /book\.yaml:3: exercises\.solutions: there is no "after-passing"; expected one of shown, after passing, never/,
  ),
  inCourse(
    'an address is none',
    'parts:',
    'links: [{ title: Us, address: example.org }]\nparts:',
    /book\.yaml:3: links\[0\]\.address: expected an address such as/,
  ),

  // The head of a page
  inChapter(
    'the page has no title',
    'title: Signs\n',
    '',
    /chapter\.mdx:1: title: is missing; expected some words/,
  ),
  inChapter(
    'a field of the head is misspelled',
    'description: On',
    'descriptoin: On',
    /chapter\.mdx:3: descriptoin: there is no such field; the nearest is description/,
  ),
  inChapter('a colon stands in a title', 'title: Signs', 'title: Signs: why', /chapter\.mdx:2: .*mapping/),
  inChapter(
    'it replaces a page that is not there',
    'description: On signs.',
    'replaces: chapters/sums',
    /chapter\.mdx:3: replaces: "chapters\/sums" is named here, but/,
  ),

  // Tags
  inChapter(
    'there is no such tag',
    '<Exercises',
    '<Exercise',
    /chapter\.mdx:18: there is no <Exercise>; the nearest (is|are) .*Exercises/,
  ),
  inChapter(
    'there is no such attribute',
    '<Fact id=',
    '<Fact digit="3" id=',
    /chapter\.mdx:8: <Fact digit>: there is no such attribute; the nearest is digits/,
  ),
  inChapter(
    'an attribute is missing',
    '<Fact id="signs.answer" />',
    '<Fact />',
    /chapter\.mdx:8: <Fact>: id is missing; expected the id of a fact/,
  ),
  inChapter(
    'a form of a number is none',
    '<Fact id=',
    '<Fact as="percents" id=',
    /chapter\.mdx:8: <Fact as="percents">: expected one of percent/,
  ),
  inCase(
    'a seed is no number',
    'case="xor"',
    'case="xor" seed="three"',
    /case\.mdx:8: <Bench seed="three">: expected a whole number/,
  ),
  inChapter('there is no such fact', 'signs.answer', 'signs.anwser', /chapter\.mdx:8: .*signs\.anwser/),
  inChapter(
    'there is no such term',
    'id="epoch"',
    'id="epoc"',
    /chapter\.mdx:8: <Term id="epoc">: content\/glossary\.yaml has no term of that id; expected one of epoch/,
  ),
  inChapter(
    'there is no such source',
    'wilson-1927',
    'wilson-1972',
    /chapter\.mdx:8: <Cite id="wilson-1972">: content\/references\.yaml has no source of that id; expected one of wilson-1927/,
  ),
  inChapter(
    'there is no such chapter',
    'chapter="signs"',
    'chapter="sings"',
    /chapter\.mdx:18: <Exercises chapter="sings">: there is no content\/chapters\/sings; expected one of signs/,
  ),
  inChapter(
    'the exercises stand twice',
    '<Exercises chapter="signs" />',
    '<Exercises chapter="signs" />\n\n<Exercises chapter="signs" />',
    /chapter\.mdx:20: <Exercises chapter="signs">: these exercises stand in line 18 already/,
  ),
  inChapter(
    'the exercises are nowhere',
    '<Exercises chapter="signs" />',
    '',
    /exercises\.yaml:1: no page of the course shows these exercises; write <Exercises chapter="signs" \/>/,
  ),
  inChapter(
    'a word points at a part that no exhibit has',
    '<Exercises chapter="signs" />',
    '<RangeGap />\n\nThe <Quantity of="rnage">range</Quantity>.\n\n<Exercises chapter="signs" />',
    /chapter\.mdx:20: <Quantity of="rnage">: no exhibit of this page has such a part; expected one of range, distance/,
  ),
  inChapter(
    'a word points at an exhibit that is wrong itself',
    '<Exercises chapter="signs" />',
    '<KillingStep case="zero" />\n\nThe <Quantity of="theta">sum</Quantity>.\n\n<Exercises chapter="signs" />',
    /chapter\.mdx:18: <KillingStep case="zero">: there is no content\/cases\/zero; [^]*chapter\.mdx:20: <Quantity of="theta">: the <KillingStep> of line 18 shows it, and is wrong itself/,
  ),
  inCase(
    'a bench has no program',
    '<Bench case="xor" />',
    '<Bench />',
    /case\.mdx:8: <Bench>: expected either case="<id>" or program=/,
  ),
  inCase(
    'there is no such variant',
    'case="xor"',
    'case="xor" variant="mended"',
    /case\.mdx:8: <Bench variant="mended">: content\/cases\/xor\/experiments\.yaml has no such variant; expected one of as-posted/,
  ),
  inCase(
    'a fault board is shown that was not measured',
    /$/,
    '\n<FaultBoard case="xor" />\n',
    /case\.mdx:10: <FaultBoard case="xor">: .*experiments\.yaml has no "board"; expected how many seeds a row has/,
  ),
  inCase(
    'a slider has no training',
    /$/,
    '\n<SweepSlider case="xor" />\n',
    /case\.mdx:10: <SweepSlider>: .*experiments\.yaml has no spec for "as-posted"/,
  ),
  inCase(
    'there is no such group of sweeps',
    /$/,
    '\n<SeedSweep sweeps="rates" />\n',
    /case\.mdx:10: <SeedSweep sweeps="rates">: .*experiments\.yaml has no such group/,
  ),
  inChapter(
    'there is no such tool',
    '<Exercises',
    '<TakeTool chapter="signs" tool="check" />\n\n<Exercises',
    /chapter\.mdx:18: the tool "check" of chapters\/signs: content\/chapters\/signs\/tools\/check\.ts does not exist/,
  ),
  inChapter(
    'two lists are not of one length',
    '<Exercises',
    '<Broadcast targets="1, 0" />\n\n<Exercises',
    /chapter\.mdx:18: <Broadcast>: 4 predictions and 2 targets; expected as many of both/,
  ),
  inChapter(
    'two exhibits are called the same',
    '<Exercises',
    '<RangeGap />\n\n<RangeGap />\n\n<Exercises',
    /chapter\.mdx:20: <RangeGap>: the exhibit of line 18 is "range-gap" as well/,
  ),

  // Text
  inChapter(
    'a heading is there that its tag brings',
    '<Exercises',
    '## Exercises\n\n<Exercises',
    /chapter\.mdx:18: this heading comes with the <Exercises> of line 20 by itself; leave it out, or call it something else/,
  ),
  inChapter(
    'a heading is there that the list of sources has',
    '## A sign',
    '## References',
    /chapter\.mdx:6: this heading comes with the <Cite> of line 8 by itself/,
  ),
  inCase(
    'two tags bring the same heading',
    /$/,
    '\n<TakeHome case="xor" />\n\n<TakeHome case="xor" />\n',
    /case\.mdx:12: <TakeHome>: the one of line 10 has the same heading/,
  ),
  inChapter(
    'a link leads to no page',
    '## A sign',
    '[there](/chapters/sums/)\n\n## A sign',
    /chapter\.mdx:6: the link to "\/chapters\/sums\/": there is no content\/chapters\/sums\/chapter\.mdx/,
  ),
  inChapter(
    'a brace would be computed',
    'The sum',
    'The set {x | x > 0}. The sum',
    /chapter\.mdx:8: \{x \| x > 0\} would be computed; for the characters themselves write \\\{/,
  ),
  inChapter(
    'a number would be computed',
    'The sum',
    '{1 + 1}. The sum',
    /chapter\.mdx:8: \{1 \+ 1\} would be computed/,
  ),
  inChapter(
    'a note to the teacher holds a fact',
    '## A sign',
    '<Speak>Of <Fact id="signs.answer" />.</Speak>\n\n## A sign',
    /chapter\.mdx:6: <Speak>: a note holds no <Fact>/,
  ),
  inChapter(
    'it imports something',
    '## A sign',
    "import a from './a.js'\n\n## A sign",
    /chapter\.mdx:6: a page imports and exports nothing/,
  ),
  inChapter(
    'the title stands in the text',
    '## A sign',
    '# A sign',
    /chapter\.mdx:6: the title of the page stands at its head; a heading in the text begins with "##"/,
  ),
  inChapter(
    'code does not end',
    '```\n\n<Exercises',
    '<Exercises',
    /chapter\.mdx:14: the code that begins here does not end/,
  ),
  inChapter(
    'a formula does not end',
    'a = b\n$$\n',
    'a = b\n',
    /chapter\.mdx:10: the formula that begins here does not end/,
  ),
  inChapter(
    'a formula cannot be set',
    '$z = w x$',
    '$z = \\frac{1$',
    /chapter\.mdx:8: the formula cannot be set: .*'}'/,
  ),
  inChapter(
    'a formula has a word that is none',
    '$z = w x$',
    '$z = \\undefined$',
    /chapter\.mdx:8: the formula cannot be set: Undefined control sequence: \\undefined/,
  ),
  inChapter(
    'a picture lies on another host',
    '## A sign',
    '![A sign](https://example.org/a.png)\n\n## A sign',
    /chapter\.mdx:6: "https:\/\/example\.org\/a\.png" lies on another host/,
  ),
  inChapter(
    'a picture is not in public/',
    '## A sign',
    '![A sign](/sign.png)\n\n## A sign',
    /chapter\.mdx:6: there is no file public\/sign\.png for "\/sign\.png"/,
  ),
  inChapter(
    'a picture is not beside the page',
    '## A sign',
    '![A sign](./sign.png)\n\n## A sign',
    /chapter\.mdx:6: there is no file content\/chapters\/signs\/sign\.png for "\.\/sign\.png"/,
  ),
  inChapter(
    'a tag of HTML does not end',
    '## A sign',
    'One.<br>Two.\n\n## A sign',
    /chapter\.mdx:6:\d+: .*<br>/,
  ),
  inChapter('an angle bracket stands alone', 'The sum', 'Where a <b, the sum', /chapter\.mdx:8:\d+: .*,/),

  // Exercises
  inExercises(
    'an id stands twice',
    'id: signs.how-much',
    'id: signs.which',
    /exercises\.yaml:10: exercises\[1\]\.id: "signs\.which" is there twice/,
  ),
  inExercises(
    'an id is of another chapter',
    'id: signs.which',
    'id: sums.which',
    /exercises\.yaml:2: exercises\[0\]\.id: is "sums\.which"; expected an id that begins with "signs\."/,
  ),
  inExercises(
    'the solution is missing',
    '    solution: Plus.\n',
    '',
    /exercises\.yaml:2: exercises\[0\]\.solution: is missing; expected some words/,
  ),
  inExercises(
    'a field is misspelled',
    'hints: [Look',
    'hint: [Look',
    /exercises\.yaml:8: exercises\[0\]\.hint: there is no such field; expected one of .*hints/,
  ),
  inExercises(
    'two options are right',
    'text: Minus.,',
    'text: Minus., right: true,',
    /exercises\.yaml:6: exercises\[0\]\.options: expected exactly one option with "right: true"/,
  ),
  inExercises(
    'the kind is none',
    'kind: choice',
    'kind: choise',
    /exercises\.yaml:3: exercises\[0\]\.kind: there is no "choise"; expected one of prediction, choice, number, code/,
  ),
  inExercises(
    'a tolerance is a word',
    'tolerance: 0.01',
    'tolerance: small',
    /exercises\.yaml:14: exercises\[1\]\.tolerance: expected a number, found "small"/,
  ),
  inExercises(
    'an answer is typed',
    'answer: { fact: signs.answer }',
    'answer: 0.25',
    /exercises\.yaml:13: exercises\[1\]\.answer: expected fields, each with its name, found 0\.25/,
  ),
  inExercises(
    'an answer is no fact',
    '{ fact: signs.answer }',
    '{ fact: signs.anwser }',
    /exercises\.yaml:13: exercises\[1\]\.answer\.fact: .*"anwser"; expected one of answer/,
  ),
  inExercises(
    'a number in the words is no fact',
    '{signs.answer}',
    '{signs.anwser}',
    /exercises\.yaml:4: the fact "signs\.anwser": /,
  ),
  inExercises(
    'a program is not there',
    'case: xor',
    'case: xnor',
    /exercises\.yaml:25: exercises\[2\]\.program: content\/cases\/xnor\/program\.ts does not exist; expected a program/,
  ),
  inExercises(
    'more seeds must be solved than there are',
    'solved: 18',
    'solved: 21',
    /exercises\.yaml:26: exercises\[2\]\.grade\.seeds\.solved: is more than count, 20/,
  ),

  // Faults and programs
  inFaults(
    'a line of the program is not there',
    "'derivative: (x) => (x >= 0 ? 1 : 0)'\n    symptom",
    "'derivative: (x) => 1'\n    symptom",
    /faults\.yaml:\d+: faults\[0\]\.lines\[0\]: .*program\.ts/,
  ),
  inFaults(
    'a number in the words is no fact',
    'The outputs grow alike.',
    'The outputs {xor.alike}.',
    /faults\.yaml:6: the fact "xor\.alike": /,
  ),
  inFaults(
    'a mend changes nothing that is there',
    "- find: 'output: createLayer(1, 4, kind, random)'",
    "- find: 'output: createLayer(2, 4, kind, random)'",
    /faults\.yaml:\d+: faults\[1\]\.mend\.typescript: .*createLayer\(2, 4/,
  ),
  inProgram('it is empty', /^[^]*$/, '', /faults\.yaml:\d+: faults\[0\]\.lines\[0\]: .*program\.ts/),
  inProgram(
    'an export is missing',
    'export const epochs',
    'const epochs',
    /program\.ts:39: `epochs` is there but not exported/,
  ),
  inProgram(
    'a function throws',
    /function createNetwork\(/,
    "throw new Error('No luck');\nfunction createNetwork(",
    /program\.ts:\d+: .*No luck/,
  ),
  inProgram(
    'it never ends',
    'export const epochs',
    'while (true);\nexport const epochs',
    /program\.ts:39: The program was ended: it gave no sign of life for five seconds, and stayed in this loop/,
  ),
  inProgram(
    'it reads files',
    'export const epochs',
    "import 'node:fs';\nexport const epochs",
    /program\.ts:\d+: .*import/,
  ),
  inProgram('a bracket is missing', 'export const data = {', 'export const data = {{', /program\.ts:\d+: /),

  // What is measured and computed
  inExperiments(
    'a sweep is of a variant that is not there',
    /^/,
    'sweeps: [{ of: fast, seeds: 20 }]\n',
    /experiments\.yaml:1: sweeps\[0\]\.of: .*"fast"/,
  ),
  inExperiments(
    'a field is misspelled',
    /^/,
    'sweep: [{ seeds: 20 }]\n',
    /experiments\.yaml:1: sweep: there is no such field; expected one of .*sweeps/,
  ),
  inFacts('a bracket is missing', '({\n', '({{\n', /facts\.ts:\d+: /),

  // The words of the book and of a course
  inFile(glossary)(
    'a term is explained twice',
    /$/,
    '- { id: epoch, term: epoch, meaning: Again. }\n',
    /glossary\.yaml:4: \[1\]\.id: "epoch" is defined twice/,
  ),
  inFile(references)(
    'a year is a word',
    'year: 1927',
    'year: long ago',
    /references\.yaml:3: \[0\]\.year: expected a year/,
  ),
  inFile(references)(
    'an author has one name',
    'Wilson, E. B.',
    'Wilson',
    /references\.yaml:2: \[0\]\.authors\[0\]: expected "Family, Initials"/,
  ),
  inFile('content/courses/book.glossary.yaml')(
    'a term of the course has no meaning',
    /^/,
    '- { id: run, term: run }\n',
    /book\.glossary\.yaml:1: \[0\]\.meaning: is missing; expected some words/,
  ),
];

/** What is found only by running programs or by drawing pages, and so by no unit test. */
export const mistakesFoundLater: readonly Mistake[] = [
  inFacts(
    'what is computed is no number',
    '() => 0.25',
    "() => 'a quarter'",
    /facts\.ts:4: answer: is "a quarter"; expected a number/,
  ),
  inFacts(
    'what computes throws',
    '() => 0.25',
    "() => { throw new Error('No luck'); }",
    /facts\.ts:4: answer: No luck/,
  ),
  inProgram(
    'an exercise is done before it is begun',
    'targets: [[0], [1], [1], [0]]',
    'targets: [[0], [0], [0], [0]]',
    /exercises\.yaml:26: exercises\[2\]\.grade: content\/cases\/xor\/program\.ts passes as it is given/,
  ),
];

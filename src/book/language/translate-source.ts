/**
 * The words in the text of a module, and the module with other words: how the interface is said in another language while its
 * sources stay in one. What a reader sees is found where it stands: text between tags, the attributes that are read aloud, and
 * strings that are sentences. Parts that change stand in a message as {0}, {1} …, and a language puts them in its own order.
 */
import ts from 'typescript';

/** Finds the translation of a message; undefined for one that has none. */
export type Translate = (message: string) => string | undefined;

/** Attributes whose text is shown or read aloud. */
const spoken =
  /^(title|alt|label|placeholder|caption|finding|question|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;

/** Files in which every string is a word of the book, be it a single one in small letters. */
const isAllWords = (file: string): boolean => /(^|\/)(src\/words\/[^/]+|words|kind-names)\.ts$/.test(file);

/** @param file Its name says how it is read: .astro, .tsx or .ts. */
export function translateSource(text: string, file: string, translate: Translate): string {
  if (!file.endsWith('.astro')) return translateCode(text, file, translate);
  const [, head = '', script = '', foot = '', template = text] =
    /^(\s*---\n)([^]*?)(\n---\n)([^]*)$/.exec(text) ?? [];
  // What stands in style and script is neither text nor code of the template; it keeps its place.
  const held: string[] = [];
  const seen = template.replace(/<(style|script)\b[^]*?<\/\1>|<!--[^]*?-->/g, (raw) => {
    held.push(raw);
    return `{/*held ${held.length - 1}*/}`;
  });
  const inTags = translateCode(`<>${seen}</>`, `${file}.tsx`, translate)
    .slice(2, -3)
    .replace(/\{\/\*held (\d+)\*\/\}/g, (_, n: string) => held[Number(n)]!);
  return head + translateCode(script, `${file}.ts`, translate) + foot + inTags;
}

/** The messages of a module, in order. */
export function messagesIn(text: string, file: string): string[] {
  const found: string[] = [];
  translateSource(text, file, (message) => {
    found.push(message);
    return undefined;
  });
  return found;
}

function translateCode(text: string, file: string, translate: Translate): string {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const allWords = isAllWords(file);
  return printed(source);

  /** The text of a node, with the words in it translated. */
  function printed(node: ts.Node): string {
    const own = ts.isJsxElement(node) || ts.isJsxFragment(node) ? ofElement(node) : ofString(node);
    if (own !== undefined) return own;
    let result = '';
    let at = node.getFullStart();
    for (const child of node.getChildren(source)) {
      // A comment stands before the first token as well.
      if (ts.isJSDoc(child)) continue;
      result += text.slice(at, child.getFullStart()) + printed(child);
      at = child.getEnd();
    }
    return result + text.slice(at, node.getEnd());
  }

  /** An element that holds text of its own is one message with all that it holds. */
  function ofElement(node: ts.JsxElement | ts.JsxFragment): string | undefined {
    const { children } = node;
    if (!children.some((child) => ts.isJsxText(child) && /\p{L}/u.test(child.text))) return undefined;
    const parts: ts.JsxChild[] = [];
    let message = '';
    for (const child of children) {
      if (ts.isJsxText(child)) message += lineless(child.text);
      else if (ts.isJsxExpression(child) && isSpace(child)) message += ' ';
      else message += `{${parts.push(child) - 1}}`;
    }
    const translation = translate(message.trim());
    if (translation === undefined) return undefined;
    const inner = said(
      message.replace(message.trim(), () => translation),
      (n) => printed(parts[n]!).trim(),
      (words) => `{${JSON.stringify(words)}}`,
    );
    const opening = ts.isJsxElement(node) ? printed(node.openingElement) : '<>';
    const closing = ts.isJsxElement(node) ? node.closingElement.getText(source) : '</>';
    return opening + inner + closing;
  }

  function ofString(node: ts.Node): string | undefined {
    const isPlain = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
    if (!isPlain && !ts.isTemplateExpression(node)) return undefined;
    if (!isSaid(node)) return undefined;
    const lead = text.slice(node.getFullStart(), node.getStart(source));
    if (isPlain) {
      const translation = isWords(node.text, node) ? translate(node.text) : undefined;
      if (translation === undefined) return undefined;
      const literal = JSON.stringify(translation);
      return lead + (ts.isJsxAttribute(node.parent) ? `{${literal}}` : literal);
    }
    const message =
      node.head.text + node.templateSpans.map(({ literal }, n) => `{${n}}${literal.text}`).join('');
    const translation = isWords(message.replace(/\{\d+\}/g, ''), node) ? translate(message) : undefined;
    if (translation === undefined) return undefined;
    const escaped = (words: string) => words.replace(/[`\\]|\$\{/g, '\\$&');
    return `${lead}\`${said(translation, (n) => `\${${printed(node.templateSpans[n]!.expression)}}`, escaped)}\``;
  }

  /** Whether a string stands where words stand, and not the name of something. */
  function isSaid(node: ts.Node): boolean {
    const { parent } = node;
    if (ts.isJsxAttribute(parent)) return spoken.test(parent.name.getText(source));
    if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
      return false;
    if (ts.isExternalModuleReference(parent) || ts.isCaseClause(parent)) return false;
    if (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword) return false;
    if (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) return false;
    if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
    if (ts.isTaggedTemplateExpression(parent)) return false;
    // What a tag's attributes may hold is written by authors; what they hold by default is read by readers.
    if (/(^|\/)props\.ts$/.test(file) && !isDefault(parent)) return false;
    return !(ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText(source)));
  }

  function isDefault(parent: ts.Node): boolean {
    const call = ts.isCallExpression(parent) ? parent.expression : undefined;
    return call !== undefined && ts.isPropertyAccessExpression(call) && call.name.text === 'default';
  }

  /** Whether what a string names is told by the field or the list in which it stands: a kind, or one of the values of a schema. */
  function isName({ parent }: ts.Node, words: string): boolean {
    if (ts.isArrayLiteralExpression(parent))
      return ts.isCallExpression(parent.parent) && /^\p{Ll}/u.test(words);
    if (!ts.isPropertyAssignment(parent)) return false;
    const field = parent.name.getText(source);
    return /^(kind|id|type|of|code)$/.test(field) || (field === 'name' && /^\p{Ll}/u.test(words));
  }

  /** A single word in small letters may be the name of a kind: it is said where it is the value of a field, or one of several. */
  function isFieldOfWords({ parent }: ts.Node): boolean {
    const field = ts.isArrayLiteralExpression(parent) ? parent.parent : parent;
    return (
      ts.isPropertyAssignment(field) && !/^(kind|id|type|of|code|name)$/.test(field.name.getText(source))
    );
  }

  function isWords(words: string, node: ts.Node): boolean {
    if (!/\p{L}{2}/u.test(words) || isName(node, words)) return false;
    if (ts.isJsxAttribute(node.parent)) return true;
    if (allWords) return !/^\p{Ll}[\p{L}\d-]*$/u.test(words) || isFieldOfWords(node);
    // A name has no spaces and no capital; what has both a space and a letter is said, unless it is code.
    return (
      /^\p{Lu}\p{Ll}/u.test(words.trim()) ||
      (/\p{L} +\p{L}/u.test(words) && !/[<>{};=]|^\s*[MLHVCSQTAZ]?[\d.,\s-]+$/.test(words))
    );
  }
}

/** A translation with its parts: {1} is the second of them. */
function said(translation: string, part: (n: number) => string, words: (text: string) => string): string {
  return translation
    .split(/\{(\d+)\}/)
    .map((piece, i) => (i % 2 === 1 ? part(Number(piece)) : piece === '' ? '' : words(piece)))
    .join('');
}

/** Text between tags as it is shown: a line break with the spaces around it is nothing at an end, and else one space. */
function lineless(text: string): string {
  const lines = text.split('\n');
  if (lines.length === 1) return text;
  return lines
    .map((line, i) => (i === 0 ? line.trimEnd() : i === lines.length - 1 ? line.trimStart() : line.trim()))
    .filter((line) => line !== '')
    .join(' ');
}

/** {' '} */
const isSpace = ({ expression }: ts.JsxExpression): boolean =>
  expression !== undefined && ts.isStringLiteral(expression) && expression.text === ' ';

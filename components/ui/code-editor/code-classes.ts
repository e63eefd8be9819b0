/**
 * The classes that highlighted code has, in the page as built and in the editor alike: those that the style sheet gives
 * a look to, and no others. A span around every bracket would make a page of code twice as heavy and look the same.
 */
import { tagHighlighter, tags } from '@lezer/highlight';

export const codeClasses = tagHighlighter([
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: tags.bool, class: 'tok-bool' },
  { tag: tags.comment, class: 'tok-comment' },
  { tag: [tags.string, tags.regexp, tags.escape, tags.special(tags.string)], class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 'tok-typeName' },
  {
    tag: [tags.definition(tags.variableName), tags.definition(tags.propertyName)],
    class: 'tok-definition',
  },
]);

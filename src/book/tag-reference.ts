/** The reference of the tags in content/README.md, from their schemas. */
import type { AuthorComponent } from './author-components.ts';
import { fieldsOf, partsOf, type FieldNotes, type TagField } from './tag-fields.ts';

export const referenceFile = 'content/README.md';

const begin = '<!-- The list of tags is written by `npm run tags`. -->\n';
const end = '\n<!-- Here it ends. -->';

/** A default longer than this is a caption: whoever needs it sees it on the page. */
const longestDefault = 60;

/** @returns the README with its list of tags as the schemas have it. */
export function withTagReference(readme: string, components: ReadonlyMap<string, AuthorComponent>): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined)
    throw new Error(`${referenceFile}: expected the lines ${begin.trim()} and ${end.trim()}`);
  const tags = [...components].flatMap(([tag, { props }]) => {
    if (!props) return [];
    // What holds of every exhibit is said once.
    const fields = fieldsOf(props)
      .filter(({ notes }) => notes.kind !== 'exhibit')
      .map((field) => `- \`${field.name}\`: ${fieldText(field)}`);
    const parts = partsOf(props).map((part) => `\`${part}\``);
    if (parts.length > 0) fields.push(`- A \`<Quantity>\` can point at ${parts.join(', ')}.`);
    return [
      `**\`<${tag}>\`** ${props.description}\n`,
      ...(fields.length > 0 ? [`${fields.join('\n')}\n`] : []),
    ];
  });
  return `${before}${begin}\n${tags.join('\n')}${end}${after}`;
}

function fieldText({ notes, isRequired, byDefault }: TagField): string {
  const says = notes.says.charAt(0).toLowerCase() + notes.says.slice(1);
  const need = isRequired ? ' Must be written.' : '';
  if (byDefault === undefined) return `${says}${kindText(notes)}${need}`;
  const value =
    byDefault.length > longestDefault ? 'its own words' : byDefault === '' ? 'none' : `\`${byDefault}\``;
  return `${says}${kindText(notes)} By default ${value}.`;
}

function kindText(notes: FieldNotes): string {
  switch (notes.kind) {
    case 'number':
      return ` A ${notes.isWhole ? 'whole number' : 'number'} from ${notes.least} to ${notes.most}.`;
    case 'numbers':
      return ` Numbers from ${notes.least} to ${notes.most}, separated by commas.`;
    case 'words':
      return ' Separated by commas.';
    case 'choice':
      return ` One of ${notes.of.map((one) => `\`${one}\``).join(', ')}.`;
    case 'flag':
      return ' `true` or `false`.';
    case 'name':
      return ` The id of a ${notes.of}.`;
    case 'text':
    case 'exhibit':
      return '';
  }
}

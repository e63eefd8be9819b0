/**
 * `for`: one entry of experiments.yaml that stands for many. Each loop has a name and its values: a list, or a map whose keys are
 * the values and whose entries add settings of their own. `{name}` is replaced by the value, `{name.title}` by a field of its entry.
 */

/** A value of a loop: as it is written, as it counts where it stands alone, and what its entry adds. */
interface Bound {
  text: string;
  value: unknown;
  fields: Readonly<Record<string, unknown>>;
}

/** The loops' names, each with its value in one of the entries. */
export type Binding = Readonly<Record<string, Bound>>;

export type Loops = Readonly<
  Record<string, readonly (string | number)[] | Readonly<Record<string, Readonly<Record<string, unknown>>>>>
>;

/** Every combination of the loops' values, the last loop turning fastest. Without loops there is one. */
export function bindingsOf(loops: Loops = {}): Binding[] {
  return Object.entries(loops).reduce<Binding[]>(
    (bindings, [name, values]) =>
      bindings.flatMap((binding) => boundValues(values).map((bound) => ({ ...binding, [name]: bound }))),
    [{}],
  );
}

const boundValues = (values: Loops[string]): Bound[] =>
  Array.isArray(values)
    ? (values as readonly (string | number)[]).map((value) => bound(String(value), {}))
    : Object.entries(values).map(([text, fields]) => bound(text, fields as Bound['fields']));

/** A number may be quoted to keep its spelling in ids ('3e-5'); where it stands alone it is a number all the same. */
function bound(text: string, fields: Bound['fields']): Bound {
  return { text, value: /^-?[\d.]+(e[-+]?\d+)?$/i.test(text) ? Number(text) : text, fields };
}

const placeholder = /\{([a-z][a-z-]*)(?:\.([a-z]+))?\}/g;

/** A text with its placeholders replaced; braces that name no loop stay, as code has them. */
export function filledText(text: string, binding: Binding): string {
  return text.replace(placeholder, (whole, name: string, field?: string) => {
    const one = binding[name];
    if (!one) return whole;
    return field === undefined ? one.text : String(one.fields[field] ?? whole);
  });
}

/** Any data with the placeholders in its texts and keys replaced. A text that is one placeholder becomes the value itself. */
export function filled<T>(data: T, binding: Binding): T {
  return fill(data, binding) as T;
}

function fill(data: unknown, binding: Binding): unknown {
  if (typeof data === 'string') {
    const alone = /^\{([a-z][a-z-]*)\}$/.exec(data)?.[1];
    const one = alone === undefined ? undefined : binding[alone];
    return one ? one.value : filledText(data, binding);
  }
  if (Array.isArray(data)) return data.map((entry) => fill(entry, binding));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [filledText(key, binding), fill(value, binding)]),
  );
}

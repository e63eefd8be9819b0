/**
 * What a program lacks, written for this very program: the reader's own functions, class or object under the names of the contract.
 * Names are guessed and nothing runs by a guess: what comes of it is a piece that the reader reads and adds.
 */
import type { Variable } from './home.ts';

export interface Suggestion {
  /** Code to be added. */
  paste: string;
  /** The name in the program that does this already, as far as can be told from its name. */
  like: string;
}

export type Suggestions = Partial<Record<'data' | 'create' | 'update' | 'predict', Suggestion>> & {
  /** The network is in the program's variables, so that it needs no `create`. */
  isScript?: boolean;
};

const inputNames =
  /^(xs?|inputs?|samples|features|points|trainx|xtrain|traininputs?|traininginputs?|indata)$/i;
const targetNames = /^(ys?|ts?|targets?|outputs?|labels?|expected|desired|answers?|trainy|ytrain|traintargets?|traininglabels?|outdata)$/i; // prettier-ignore
const sampleLists =
  /^(dataset|trainingdata|traindata|trainingset|examples|samples|xor|xordata|pairs|patterns)$/i;
const predictNames = ['predict', 'forward', 'feedForward', 'feedforward', 'forwardPass', 'think', 'infer', 'evaluate', 'run', 'compute', 'query', 'output', 'activate', 'guess']; // prettier-ignore
const updateNames = ['update', 'trainStep', 'trainOne', 'trainSample', 'step', 'train', 'learn', 'backward', 'backprop', 'backpropagate', 'backPropagate', 'backPropagation', 'fit', 'sgd', 'optimize', 'adjust']; // prettier-ignore

type Callable = (...given: unknown[]) => unknown;

const isFunction = (value: unknown): value is Callable => typeof value === 'function';
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;
const sourceOf = (value: Callable): string => Function.prototype.toString.call(value);
const isClass = (value: unknown): value is Callable => isFunction(value) && /^class\b/.test(sourceOf(value));

/** The names of a function's parameters, as far as they are names. */
function parametersOf(source: string): string[] {
  const alone = /^(?:async\s+)?([\w$]+)\s*=>/.exec(source);
  if (alone) return [alone[1]!];
  const start = source.indexOf('(');
  let depth = 0;
  let end = start;
  for (; end < source.length; end++) {
    if ('([{'.includes(source[end]!)) depth++;
    else if (')]}'.includes(source[end]!) && --depth === 0) break;
  }
  // What has a default value need not be given; that value may hold commas of its own.
  const list = source.slice(start + 1, end).replace(/=\s*[[({][^]*?[\])}]/g, '=');
  return list
    .split(',')
    .filter((one) => !one.includes('='))
    .map((one) => one.replace(/:.*$/s, '').trim())
    .filter((one) => /^[\w$]+$/.test(one));
}

/** How the samples are reached: one input and one target, and all of each. */
interface Samples {
  input: string;
  target: string;
  inputs: string;
  targets: string;
}

/**
 * @param names What the program declares at its top level, by name.
 * @param exported The names that it exports.
 */
export function suggestionsFor(names: Record<string, Variable>, exported: ReadonlySet<string>): Suggestions {
  const values = Object.entries(names).flatMap(([name, { get }]): [string, unknown][] => {
    try {
      return [[name, get()]];
    } catch {
      return [];
    }
  });
  const { samples, data } = samplesIn(values, exported);
  const found: Suggestions = data ? { data } : {};
  const own = methodsIn(values);
  if (!own) return found;
  const { make, receiver, update, predict } = own;
  if (make && !exported.has('create')) found.create = { paste: `export const create = (seed: number) => ${make.code};`, like: make.like }; // prettier-ignore
  const before = receiver === undefined ? '' : `${receiver}.`;
  const isGivenNetwork = make !== undefined || [update, predict].some((one) => one && networkNames.test(one.takes[0] ?? '')); // prettier-ignore
  const network = isGivenNetwork ? 'network, ' : '';
  found.isScript = !isGivenNetwork && update !== undefined && predict !== undefined;
  const piece = (
    name: 'update' | 'predict',
    head: string,
    { name: like }: Method,
    given: string,
  ): Suggestion => {
    const isIt = receiver === undefined && like === name;
    if (isIt && given === head.replace(/: [^,)]+/g, '')) return { paste: `export { ${name} };`, like };
    const call = `(${head}) => ${before}${like}(${given})`;
    return isIt
      ? { paste: `const ${name}Once = ${call};\nexport { ${name}Once as ${name} };`, like }
      : { paste: `export const ${name} = ${call};`, like };
  };
  if (update && !exported.has('update'))
    found.update = piece('update', `${network}k: number`, update, argumentsOf(update.takes, samples));
  if (predict && !exported.has('predict'))
    found.predict = piece('predict', `${network}input: number[]`, predict, predict.takes.slice(0, 2).map((name) => networkNames.test(name) ? 'network' : 'input').join(', ') || 'input'); // prettier-ignore
  return found;
}

/** What people call the network, where a function is given it. */
const networkNames = /^(net|network|nn|model|mlp|state|params|parameters|self|weights|p|n)$/i;

function samplesIn(
  values: [string, unknown][],
  exported: ReadonlySet<string>,
): { samples: Samples; data?: Suggestion } {
  const plain: Samples = {
    input: 'data.inputs[k]',
    target: 'data.targets[k]',
    inputs: 'data.inputs',
    targets: 'data.targets',
  };
  const lists = values.filter((entry): entry is [string, unknown[]] => isList(entry[1]));
  const data = lists.find(([name]) => name === 'data');
  const pairs = data ?? (exported.has('data') ? undefined : lists.find(([name, [one]]) => sampleLists.test(name.replaceAll('_', '')) && typeof one === 'object')); // prettier-ignore
  if (pairs) {
    const [name, [one]] = pairs;
    const [input, target] = isList(one) ? ['[0]', '[1]'] : Object.keys(one as object).map((key) => `.${key}`);
    const samples = { ...plain, input: `${name}[k]${input ?? ''}`, target: `${name}[k]${target ?? ''}`, inputs: name, targets: name }; // prettier-ignore
    return name === 'data'
      ? { samples }
      : { samples, data: { paste: `export const data = ${name};`, like: name } };
  }
  const inputs = lists.find(([name, [one]]) => inputNames.test(name.replaceAll('_', '')) && (isList(one) || typeof one === 'number')); // prettier-ignore
  const targets = lists.find(([name, list]) => targetNames.test(name.replaceAll('_', '')) && list.length === inputs?.[1].length && name !== inputs[0]); // prettier-ignore
  if (!inputs || !targets) return { samples: plain };
  const samples = { input: `${inputs[0]}[k]`, target: `${targets[0]}[k]`, inputs: inputs[0], targets: targets[0] }; // prettier-ignore
  return {
    samples,
    data: { paste: `export const data = { ${field('inputs', inputs[0])}, ${field('targets', targets[0])} };`, like: inputs[0] }, // prettier-ignore
  };
}

const field = (name: string, value: string): string => (name === value ? name : `${name}: ${value}`);

interface Method {
  name: string;
  takes: string[];
}

interface Methods {
  /** Makes a network, where there is none at the top level. */
  make?: { code: string; like: string };
  /** What the methods belong to; nothing where they are functions. */
  receiver?: string;
  update?: Method | undefined;
  predict?: Method | undefined;
}

/** Where the program trains and predicts: in functions of its own, in an object, in a class, or in what a function makes. */
function methodsIn(values: [string, unknown][]): Methods | undefined {
  const functions = Object.fromEntries(values.filter(([, value]) => isFunction(value) && !isClass(value)));
  const isWhole = ({ update, predict }: Methods): boolean => update !== undefined && predict !== undefined;
  const found: Methods[] = [pick(functions)];
  for (const [name, value] of values)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      found.push({ ...pick(methodsOf(value)), receiver: name });
  for (const [name, value] of values)
    if (isClass(value)) {
      const [, head = ''] = /constructor\s*(\([^]*)/.exec(sourceOf(value)) ?? [];
      const make = `new ${name}(${parametersOf(head).map(constructorArgument).join(', ')})`;
      const methods = methodsOf((value as { prototype?: object }).prototype ?? {});
      found.push({ ...pick(methods), receiver: 'network', make: { code: make, like: name } });
    }
  for (const [name, value] of Object.entries(functions)) {
    if (!/^(create|make|build|init|new)/i.test(name)) continue;
    const takes = parametersOf(sourceOf(value as Callable));
    const made = attempt(() => (value as Callable)(...takes.map(() => 1)));
    if (typeof made !== 'object' || made === null) continue;
    const code = `${name}(${takes.map(constructorArgument).join(', ')})`;
    found.push({ ...pick(methodsOf(made)), receiver: 'network', make: { code, like: name } });
  }
  return found.find(isWhole) ?? found.find(({ update, predict }) => update ?? predict);
}

function attempt(action: () => unknown): unknown {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The functions that an object has, its class's included. */
function methodsOf(object: object): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (
    let at: object | null = object;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    for (const name of Object.getOwnPropertyNames(at)) {
      const value = Object.getOwnPropertyDescriptor(at, name)?.value as unknown;
      if (name !== 'constructor' && isFunction(value)) found[name] ??= value;
    }
  return found;
}

function pick(functions: Record<string, unknown>): Methods {
  const named = (wanted: readonly string[]): Method | undefined => {
    const name = wanted.find((one) => isFunction(functions[one]));
    if (name === undefined) return undefined;
    const source = sourceOf(functions[name] as Callable);
    return { name, takes: parametersOf(source) };
  };
  return { update: named(updateNames), predict: named(predictNames) };
}

/** What to give a function that trains, by the names of its parameters. */
function argumentsOf(takes: readonly string[], samples: Samples): string {
  const given = takes.map((name, at) => {
    if (at === 0 && takes.length > 1 && networkNames.test(name)) return 'network';
    if (/^(x|in|inp|input|sample|feature|features|point|row)s?$/i.test(name) && name !== 'X')
      return samples.input;
    if (/^(k|i|n|idx|index|sample_?index|which)$/i.test(name)) return 'k';
    if (/^(epochs?|iterations|steps|times|rounds|max_?iter)$/i.test(name)) return '1';
    if (/^(lr|rate|eta|alpha|learning_?rate|step_?size)$/i.test(name)) return '0.1';
    if (/^(X|data|data_?set|samples|training_?(data|set)|all_?\w*|batch|xs)$/.test(name))
      return samples.inputs;
    if (/^(Y|ys|T|labels|targets_?all)$/.test(name)) return samples.targets;
    if (/^(y|t|tar|want|expect|desired|label|out|answer|goal)/i.test(name)) return samples.target;
    return at === 1 ? samples.target : samples.input;
  });
  return given.join(', ');
}

/** What to give a constructor, by the names of its parameters. */
function constructorArgument(name: string): string {
  if (/seed/i.test(name)) return 'seed';
  if (/rate|^lr$|eta|alpha/i.test(name)) return '0.1';
  if (/sizes|layers|shape|units|structure|topology/i.test(name)) return '[2, 3, 1]';
  if (/hid|^h$/i.test(name)) return '3';
  if (/out|^o$/i.test(name)) return '1';
  if (/in|^i$/i.test(name)) return '2';
  return '1';
}

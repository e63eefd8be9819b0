/**
 * A program as the lab runs it, whichever way it was written. Three ways are taken: functions that are given a network of plain
 * data; a network that is an object with methods; and no `create` at all, where the network is what the program keeps in its own
 * variables, and each seed begins the whole program anew.
 */
import type { LoadedProgram } from '../program.ts';
import type { Transpiled } from '../transpile.ts';
import { checkExports, keptOutOfSight } from './contract.ts';
import type { Complaints } from './contract.ts';
import { evaluateProgram } from './evaluate.ts';
import type { EvaluatedProgram } from './evaluate.ts';
import { homeOf, homeOfVariables, needsHome, readInto } from './home.ts';
import type { Home } from './home.ts';
import { numberPaths } from './plain-data.ts';
import { suggestionsFor } from './suggestions.ts';

type Plain = Record<string, unknown>;
type Called = (...given: unknown[]) => unknown;

export interface OpenedProgram {
  program: LoadedProgram;
  /** Of the names of the top level, as they were when it had been evaluated. */
  values: unknown[];
  /**
   * Whether a network is all there is of it, and plain data: then one evaluation can train many networks in turns, and another can
   * look at them. Makes a network to see it.
   */
  standsAlone: () => boolean;
}

/** Evaluates a program and holds it against its contract; what it lacks is complained of. @param console What it prints with. */
export function openProgram(
  transpiled: Transpiled,
  seed: number,
  console: unknown,
  complaints: Complaints,
): OpenedProgram {
  const evaluated = evaluateProgram(transpiled.code, console, seed, transpiled.topLevel.names);
  const values: Record<string, unknown> = { ...readAll(evaluated.exports), ...settingsOf(evaluated) };
  const isInVariables = isScript(values, evaluated);
  if (isInVariables) Object.assign(values, scriptNetwork(transpiled, evaluated));
  else if (typeof values['create'] === 'function') {
    const lacks = (['update', 'predict'] as const).filter((name) => !(name in values));
    const made = lacks.length > 0 ? tryCreate(values['create'] as Called, seed) : undefined;
    for (const name of lacks) {
      const method = (made as Plain | undefined)?.[name];
      if (typeof method === 'function')
        values[name] = (network: Plain, ...given: unknown[]) => (network[name] as Called)(...given);
    }
  }
  const suggestions = suggestionsFor(evaluated.variables, new Set(Object.keys(evaluated.exports)));
  const program = checkExports(values, transpiled, complaints, suggestions);
  const { create } = program as Partial<LoadedProgram>;
  if (create) seedAndHouse(program, evaluated);
  const standsAlone = (): boolean =>
    !isInVariables && !evaluated.draws && !(create && needsHome(tryCreate(create, seed)));
  return { program, values: evaluated.values, standsAlone };
}

/** What is exported, read once: a name that has no value yet is none. */
function readAll(exports: Record<string, unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(exports)) values[name] = exports[name];
  return values;
}

const rateNames = ['learning_rate', 'lr', 'LR', 'rate', 'eta', 'alpha', 'LEARNING_RATE', 'stepSize'];
const epochNames = ['EPOCHS', 'n_epochs', 'nEpochs', 'numEpochs', 'num_epochs', 'epochCount', 'maxEpochs'];

/** The learning rate and the number of epochs, where the program has them under names that people use. */
function settingsOf({ exports, variables }: EvaluatedProgram): Record<string, unknown> {
  const number = (names: readonly string[], fits: (value: number) => boolean): number | undefined =>
    names
      .map((name) => variables[name]?.get())
      .find((value): value is number => typeof value === 'number' && fits(value));
  const rate = 'learningRate' in exports || 'learningRate' in variables ? undefined : number(rateNames, Number.isFinite); // prettier-ignore
  const epochs = 'epochs' in exports || 'epochs' in variables ? undefined : number(epochNames, (value) => Number.isSafeInteger(value) && value >= 1); // prettier-ignore
  return { ...(rate !== undefined && { learningRate: rate }), ...(epochs !== undefined && { epochs }) };
}

/** Whether the functions are given no network: it is what the program keeps in its variables. */
function isScript(values: Record<string, unknown>, { variables }: EvaluatedProgram): boolean {
  const { update, predict } = values;
  return (
    !('create' in values) &&
    !('create' in variables) &&
    typeof update === 'function' &&
    update.length <= 1 &&
    typeof predict === 'function' &&
    predict.length <= 1 &&
    numberPaths(variablesOf(variables, undefined).read(), 1).length > 0
  );
}

const contractNames = new Set(['data', 'learningRate', 'epochs', 'updatesPerEpoch', 'create', 'update', 'predict', 'layers']); // prettier-ignore

function variablesOf(variables: EvaluatedProgram['variables'], data: unknown): Home {
  const own = Object.fromEntries(Object.entries(variables).filter(([name]) => !contractNames.has(name)));
  const lists = new Set<unknown>();
  const note = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 2) return;
    lists.add(value);
    for (const part of Object.values(value)) note(part, depth + 1);
  };
  note(data, 0);
  const isData = (value: unknown): boolean =>
    lists.has(value) || (Array.isArray(value) && lists.has(value[0]));
  return homeOfVariables(own, isData);
}

/** The functions of the contract for a program whose network is in its variables. */
function scriptNetwork(transpiled: Transpiled, first: EvaluatedProgram): Record<string, unknown> {
  let now = first;
  let home = variablesOf(first.variables, first.exports['data']);
  const call = (name: string, network: Plain, ...given: unknown[]): unknown => {
    home.pour(network);
    const answer = (now.exports[name] as Called)(...given);
    readInto(network, home);
    return answer;
  };
  return {
    create(seed: number) {
      // What it prints, it has printed.
      now = evaluateProgram(transpiled.code, silent, seed);
      home = variablesOf(now.variables, now.exports['data']);
      return home.read();
    },
    update: (network: Plain, k: number) => void call('update', network, k),
    predict: (network: Plain, input: number[]) => call('predict', network, input),
    ...(typeof first.exports['layers'] === 'function' && {
      layers: (network: Plain) => call('layers', network),
    }),
  };
}

const silent = Object.fromEntries(['log', 'info', 'debug', 'warn', 'error', 'table'].map((name) => [name, () => undefined])); // prettier-ignore

/** Gives every `create` its draws by its seed, and the network a home where it is no plain data. */
function seedAndHouse(program: LoadedProgram, { reseed }: EvaluatedProgram): void {
  const { create, update, predict, layers } = program;
  let home: Home | undefined;
  let self: unknown;
  const inHome =
    <Given extends unknown[], Answer>(call: (network: unknown, ...given: Given) => Answer) =>
    (network: unknown, ...given: Given): Answer => {
      home!.pour(network as Plain);
      const answer = call(self, ...given);
      readInto(network as Plain, home!);
      return answer;
    };
  program.create = (seed) => {
    reseed(seed);
    const network = create(seed);
    if (!needsHome(network)) return network;
    if (!home) {
      program.update = inHome(update);
      program.predict = inHome(predict);
      if (layers) program.layers = inHome(layers);
    }
    self = network;
    home = homeOf(network);
    const plain = home.read();
    if (numberPaths(plain, 1).length === 0) throw keptOutOfSight();
    return plain;
  };
}

function tryCreate(create: (seed: number) => unknown, seed: number): unknown {
  try {
    return create(seed);
  } catch {
    return undefined;
  }
}

/**
 * The diagnosis of the lab as TypeScript that can be read: its files in the order in which they use each other, with the types
 * of every expression, and a name for everything that a file declares at its top which no other has.
 */
import { basename, dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

const entry = 'src/lab/checks/diagnose.ts';

/** What a doctor has in its own hand: how it copies networks, finds their numbers, and runs what may fail. */
const writtenByHand = [
  'src/lab/runtime/plain-data.ts',
  'src/lab/checks/own-data.ts',
  'src/lab/checks/finding.ts',
];
/** What a reader calls is named so. */
const nameOfWhole = 'diagnose';
const namesByHand = new Set(['arrayName', 'drawsOf']);

export interface LabFile {
  /** "src/lab/checks/match.ts" */
  path: string;
  source: ts.SourceFile;
}

export interface LabSource {
  files: LabFile[];
  checker: ts.TypeChecker;
  /** The name of what a file declares at its top: its own, or with the file's beside it where another has the same. */
  nameOf: (symbol: ts.Symbol) => string | undefined;
  isByHand: (name: string) => boolean;
}

export function readLabSource(root = process.cwd()): LabSource {
  const config = ts.readConfigFile(resolve(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram([resolve(root, entry)], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const files: LabFile[] = [];
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`the doctors are made of ${file}, which does not exist`);
    for (const statement of source.statements)
      if (
        ts.isImportDeclaration(statement) &&
        statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
      )
        visit(resolve(dirname(file), (statement.moduleSpecifier as ts.StringLiteral).text));
    const path = relative(root, file);
    if (!writtenByHand.includes(path)) files.push({ path, source });
  };
  visit(resolve(root, entry));

  const declaredBy = new Map<string, ts.Symbol[]>();
  for (const { source } of files)
    for (const name of topNames(source)) {
      const symbol = checker.getSymbolAtLocation(name)!;
      declaredBy.set(name.text, [...(declaredBy.get(name.text) ?? []), symbol]);
    }
  const names = new Map<ts.Symbol, string>();
  for (const [name, symbols] of declaredBy)
    for (const symbol of symbols) {
      const own = symbols.length === 1 ? name : `${name}In${fileName(symbol)}`;
      names.set(symbol, own === nameOfWhole ? `${own}Subject` : own);
    }
  return {
    files,
    checker,
    nameOf: (symbol) => names.get(symbol),
    isByHand: (name) => namesByHand.has(name),
  };
}

/** "BlindCheck" */
function fileName(symbol: ts.Symbol): string {
  const file = basename(symbol.declarations![0]!.getSourceFile().fileName, '.ts');
  return file.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

function topNames(source: ts.SourceFile): ts.Identifier[] {
  return source.statements.flatMap((statement): ts.Identifier[] => {
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return [statement.name!];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map(({ name }) => name as ts.Identifier);
  });
}

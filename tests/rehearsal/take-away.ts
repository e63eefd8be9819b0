/** Takes away what a build says leans on a page that is gone, as an author would who has no other use for it: a block, an entry. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isCollection, isMap, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

type Path = (string | number)[];

interface Place {
  file: string;
  line: number;
  field: Path | undefined;
  /** The field as it is written: it may be one name with dots in it. */
  key: string | undefined;
}

/** @param mistake "content/…:12: what is wrong", or with the field: "content/…:12: sweeps[5].of: …". */
export function placeOf(mistake: string): Place {
  const found = /^(content\/[^:]+):(\d+): (?:((?:[\w.-]+|\[\d+\])+): )?/.exec(mistake);
  if (!found) throw new Error(`it is not said where: ${mistake}`);
  const field = found[3]?.includes('[') || /\.yaml$/.test(found[1]!) ? found[3] : undefined;
  const path = field?.match(/[^.[\]]+/g)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return { file: found[1]!, line: Number(found[2]), field: path, key: found[3] };
}

/** Lines of all mistakes of one file. */
export function takeAway(file: string, places: readonly Place[]): void {
  if (file.endsWith('.mdx')) takeBlocks(file, new Set(places.map(({ line }) => line)));
  else takeEntries(file, places);
}

function takeBlocks(file: string, wanted: ReadonlySet<number>): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const gone = new Set<number>();
  const isBlank = (at: number) => (lines[at] ?? '').trim() === '';
  for (const line of wanted) {
    let [from, to] = [line - 1, line - 1];
    if (!/^(\||- |\d+\. )/.test(lines[from]!)) {
      while (from > 0 && !isBlank(from - 1)) from--;
      while (!isBlank(to + 1)) to++;
    }
    // What is opened around it goes with it.
    const tag = /^<([A-Z]\w*)\b/.exec(lines[from]!)?.[1];
    const block = () => lines.slice(from, to + 1).join('\n');
    while (tag && to < lines.length && !/\/>\s*$/.test(block()) && !block().includes(`</${tag}>`)) to++;
    for (let at = from; at <= to; at++) gone.add(at);
  }
  writeFileSync(file, lines.filter((_, at) => !gone.has(at)).join('\n'));
}

function takeEntries(file: string, places: readonly Place[]): void {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter });
  const paths = places.map(({ line, field, key }) => {
    if (key !== undefined && document.has(key)) return [key];
    // Where the field is not there the line says which.
    return entryOf(field && document.hasIn(field) ? field : fieldAt(document, counter, line));
  });
  // The last first, so that the others keep their places.
  const sorted = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()].sort((one, other) =>
    JSON.stringify(other).localeCompare(JSON.stringify(one), 'en', { numeric: true }),
  );
  for (const path of sorted) takeEntry(document, path);
  const isEmpty = (value: unknown) => isCollection(value) && value.items.length === 0;
  if (isEmpty(document.contents)) rmSync(file);
  else writeFileSync(file, document.toString({ lineWidth: 0 }));
}

/** An entry of a list, with the list itself if it was the last one in it. */
function takeEntry(document: Document, path: Path): void {
  document.deleteIn(path);
  const above = path.slice(0, -1);
  const left = above.length > 0 ? document.getIn(above) : undefined;
  if (isSeq(left) && left.items.length === 0) takeEntry(document, above);
}

/** Of a field the entry that means nothing without it: an item of a list, or the page's network. */
function entryOf(path: Path): Path {
  if (path[0] === 'firstPage') return path.slice(0, 2);
  // A term can do without the page that treats it.
  if (path.at(-1) === 'page') return path;
  const item = path.findIndex((part) => typeof part === 'number');
  return item < 0 ? path.slice(0, 1) : path.slice(0, item + 1);
}

/** The deepest field that a line stands in. */
function fieldAt(document: Document, counter: LineCounter, line: number): Path {
  const path: Path = [];
  let node: unknown = document.contents;
  for (;;) {
    const pairs: [string | number, unknown][] = isMap(node)
      ? node.items.map((pair) => [String(pair.key), pair.value])
      : isSeq(node)
        ? node.items.map((item, i) => [i, item])
        : [];
    const next = pairs.find(([, value]) => {
      const range = (value as { range?: [number, number, number] } | null)?.range;
      return range && counter.linePos(range[0]).line <= line && line <= counter.linePos(range[1] - 1).line;
    });
    if (!next) return path;
    path.push(next[0]);
    node = next[1];
  }
}

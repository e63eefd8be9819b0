import { expect, it } from 'vitest';
import { authorComponents } from '../../src/book/author-components.ts';
import { readCourse } from '../../src/book/course.ts';
import { placedExhibits, type PlacedExhibit } from '../../src/book/placed-exhibits.ts';

const components = await authorComponents();
process.chdir('tests/fixture');
const plugin = placedExhibits(readCourse('book'), components);
const load = (name: string): string => plugin.load(plugin.resolveId(name)!)!;
const list = JSON.parse(
  /^export const exhibits = (.*);$/.exec(load('virtual:placed-exhibits'))![1]!,
) as PlacedExhibit[];

it('finds every exhibit of the course’s pages, each at a place of its own, with what its tag says', () => {
  expect(new Set(list.map(({ place }) => place)).size).toBe(list.length);
  expect(list).toContainEqual({
    place: 'cases/xor/fault-board',
    page: 'cases/xor',
    tag: 'FaultBoard',
    about: expect.stringContaining('A switch for every fault'),
    attributes: { case: 'xor', id: 'cases/xor/fault-board' },
  });
  for (const { tag, attributes } of list)
    expect(components.get(tag)!.props!.safeParse(attributes).success, tag).toBe(true);
});

it('brings the component of each tag among them', () => {
  const code = load('virtual:placed-exhibits/components');
  for (const { tag } of list) expect(code).toContain(`/${tag}.astro"`);
  expect(plugin.resolveId('virtual:something-else')).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { createPageFinder } from '../../../src/book/search/find-pages.ts';
import { createConceptReader } from '../../../src/book/search/wording.ts';

const wording = {
  ignored: ['the a is of my it really'],
  alike: [
    ['loss', 'cost'],
    ['falls', 'go down', 'decrease'],
    ['stands', 'stay'],
  ],
  turning: ['not'],
  contrasting: ['instead of'],
  naming: ['keras'],
};

describe('the concepts of a text', () => {
  const read = createConceptReader(wording);

  test('are words without their endings, alike ones as one, empty ones left out', () => {
    expect(read('The cost is not decreasing')).toEqual(['loss', 'not', 'falls']);
    expect(read("My loss doesn't go down")).toEqual(['loss', 'doe', 'not', 'falls']);
  });

  test('are found though words that say nothing stand between theirs', () => {
    expect(read('it will go really down')).toEqual(['will', 'falls']);
  });

  test('are not what should have been', () => {
    expect(read('the cost decreases instead of the nan stays')).toEqual(['loss', 'falls', 'stands']);
    expect(read('nan instead of')).toEqual(['nan']);
    expect(read('2 instead of 1, 1, 0 nan')).toEqual(['2', 'nan']);
    expect(read('2 instead of 0 is 1 nan')).toEqual(['2', 'nan']);
  });

  test('say of a range that it is one', () => {
    const readRange = createConceptReader({ ...wording, alike: [['range', '0 to 1']] });
    expect(readRange('0-1, 0..1')).toEqual(['range', 'range']);
    expect(readRange('between 0.5 and 1')).toEqual(['range']);
    expect(readRange('a 2-4-1 network')).not.toContain('to');
  });

  test('are numbers as they are, and to a tenth', () => {
    expect(read('0.480')).toEqual(['0.48', '~0.5']);
    expect(read('½')).toEqual(['0.5', '~0.5']);
    expect(read('10 percent')).toEqual(['10%']);
    expect(read('-0 and 1e-9')).toEqual(['-0', 'and', '1e-9', '~0.0']);
  });

  test('say of a number that comes twice in a row that it does', () => {
    expect(read('0.3 0.3')).toEqual(['0.3', '~0.3', '0.3', '~0.3', '0.3 again']);
    expect(read('7 7 7')).toEqual(['7', '7', '7 again', '7', '7 again 3']);
  });
});

describe('the pages that fit', () => {
  const page = (address: string, phrases: string[], asked: string[] = []) => ({
    address,
    title: address,
    about: '',
    phrases,
    asked,
  });
  const find = createPageFinder(
    [
      page('one', ['loss does not decrease']),
      page('two', ['loss decreases and stays']),
      page('three', ['nan']),
    ],
    wording,
  );
  const first = (text: string) => find(text)[0]?.page.address;

  test('are found by a phrase in other words', () => {
    expect(first("the cost doesn't go down")).toBe('one');
  });

  test('are not found by a phrase that says the opposite', () => {
    expect(first('the cost goes down and then it stays')).toBe('two');
  });

  test('are found in a text with much else in it', () => {
    expect(
      first('I followed a tutorial, and after an hour of waiting the terminal only prints NaN NaN'),
    ).toBe('three');
  });

  test('are found by what happens before they are by a name', () => {
    const named = createPageFinder([page('one', ['keras softmax']), page('two', ['nan loss'])], wording);
    expect(named('nan in keras')[0]?.page.address).toBe('two');
    expect(named('keras')[0]?.page.address).toBe('one');
  });

  test('are found by what others have asked, though less than by what they declare', () => {
    const learned = createPageFinder(
      [page('one', ['nan'], ['bicycle bell']), page('two', ['my bicycle']), page('three', ['loss'])],
      wording,
    );
    expect(learned('the bell of my bicycle')[0]).toMatchObject({ page: { address: 'one' }, phrase: 'one' });
    expect(learned('bicycle')[0]?.page.address).toBe('two');
  });

  test('are not likely where little of the text is known', () => {
    expect(find('nan')[0]).toMatchObject({ isLikely: true });
    const text = 'nan bread, butter, jam, tea, milk, salt, rice, fish, lamb, mint, oil, figs, wine';
    expect(find(text)[0]).toMatchObject({ page: { address: 'three' }, isLikely: false });
  });

  test('are none where nothing is known, or nothing asked', () => {
    expect(find('bread, butter')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  test('are found without a wording of the author’s', () => {
    const plain = createPageFinder([page('three', ['nan'])], {
      ignored: [],
      alike: [],
      turning: [],
      contrasting: [],
      naming: [],
    });
    expect(plain('NaN').map((found) => found.page.address)).toEqual(['three']);
  });
});

import { expect, it } from 'vitest';
import { sideWithin } from '../../../../components/ui/plot/label-side.ts';

it('leaves a label where there is room for it', () => {
  expect(sideWithin('right', 0.5)).toBe('right');
  expect(sideWithin('above', 0.5)).toBe('above');
  expect(sideWithin('above-left', 1)).toBe('above-left');
});

it('turns a label that would leave the picture', () => {
  expect([sideWithin('right', 0.95), sideWithin('left', 0.1)]).toEqual(['left', 'right']);
  expect([sideWithin('below-right', 0.7), sideWithin('above-left', 0.1)]).toEqual([
    'below-left',
    'above-right',
  ]);
  expect([sideWithin('above', 1), sideWithin('below', 0)]).toEqual(['above-left', 'below-right']);
});

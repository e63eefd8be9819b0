/** How often the clinic is right, as `npm run bench:clinic -- --keep` measured it last. */
import kept from './accuracy.json' with { type: 'json' };

export const accuracy = kept;

import '../../ui/exhibit/table.css';
import { accuracy } from '../../../src/clinic/index.ts';
import { countText, percentText } from '../../../src/words/numbers.ts';

const stages = ['the outputs alone', 'one question', 'two', 'three', 'the replay'];

/** How often the clinic is right, in numbers that its benchmark measured. */
export function Accuracy() {
  const { cases, from, top1, top3, ece, surest, reliability, wrong, elsewhere } = accuracy;
  const percents = (shares: readonly number[]) => shares.map((share) => <td>{percentText(share, 0)}</td>);
  return (
    // The page has no exhibit, whose width its tables go by.
    <div style={{ container: 'exhibit / inline-size' }}>
      <p>
        {countText(cases)} made-up patients, numbers {countText(from)} to {countText(from + cases - 1)} of the
        generator, on which nothing was set: a network drawn at random, one fault of the list (or none), one
        seed that the clinic has not seen, and a result that disappoints. They were told rightly.
      </p>
      <div class="exhibit-table-scroll">
        <table class="exhibit-table">
          <caption>Patients with one fault of the list</caption>
          <thead>
            <tr>
              <th scope="col">after</th>
              {stages.map((stage) => (
                <th scope="col">{stage}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">the fault comes first</th>
              {percents(top1)}
            </tr>
            <tr>
              <th scope="row">it is among the first three</th>
              {percents(top3)}
            </tr>
            <tr>
              <th scope="row">said with more than 90%</th>
              {percents(surest.said)}
            </tr>
            <tr>
              <th scope="row">right of those</th>
              {percents(surest.right)}
            </tr>
            <tr>
              <th scope="row">how far what is said is from what is right, on average</th>
              {percents(ece)}
            </tr>
          </tbody>
        </table>
      </div>
      <p>
        Suspects that print the very same in a network count as one there. A share of {countText(cases)} has a
        margin of some points to either side.
      </p>
      <div class="exhibit-table-scroll">
        <table class="exhibit-table">
          <caption>Does it know how much it knows? After three questions</caption>
          <thead>
            <tr>
              <th scope="col">said with</th>
              <th scope="col">patients</th>
              <th scope="col">on average said</th>
              <th scope="col">right</th>
            </tr>
          </thead>
          <tbody>
            {reliability.map((bin) => (
              <tr>
                <th scope="row">
                  {percentText(bin.from, 0)} to {percentText(bin.to, 0)}
                </th>
                <td>{countText(bin.cases)}</td>
                <td>{bin.cases > 0 ? percentText(bin.said, 0) : 'none'}</td>
                <td>{bin.cases > 0 ? percentText(bin.right, 0) : 'none'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {countText(wrong.cases)} others had one thing told wrongly: another width, another hidden activation,
        one target mistyped, or a rate twenty times off. After three questions the fault came first in{' '}
        {percentText(wrong.top1[3]!, 0)}; something was said with more than 90% to{' '}
        {percentText(wrong.unconfirmed.said, 0)} of them, and {percentText(wrong.unconfirmed.right, 0)} of
        that was right. Where the replay agreed and it said “it is this”, to{' '}
        {percentText(wrong.confirmed.said, 0)} of them, {percentText(wrong.confirmed.right, 0)} was right.
      </p>
      <p>
        And {countText(elsewhere.cases)} had a fault that is not on the list. After three questions a wrong
        one was named with more than 90% to {percentText(elsewhere.surely, 0)} of them; after the replay, to{' '}
        {percentText(elsewhere.surelyWithReplay, 0)}.
      </p>
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { countsOf } from '../../output/findings/findings.ts';
import { isCountyFile } from '../../read/file-names.ts';
import { headsOf } from '../../values/quantity.ts';
import type { CheckedPlan, Desk } from '../desk.ts';
import { saveFile } from '../save.ts';

/** What `plan batch` is given: all that a county's file names, else each plan, since workbooks may have any name. */
const pathsOf = ({ files, plans }: Desk): string[] =>
  files.some(({ path }) => isCountyFile(path)) ? ['.'] : plans.map(({ path }) => path);

/** Several townships: a line each, the sums, and what concerns all of them together. A line opens its township. */
export function County({ desk }: { desk: Desk }) {
  const { words, plans } = desk;
  const [whole, setWhole] = useState('');
  useEffect(() => {
    void desk.run('batch', pathsOf(desk), { cache: false }).then(({ out, err }) => setWhole(out + err));
  }, [desk, plans]);
  const take = async (format: 'xlsx' | 'html') => {
    const output = `${words.county.whole}.${format}`;
    const { written } = await desk.run('batch', pathsOf(desk), { cache: false, format: [format], output });
    for (const { path, bytes } of written) await saveFile(path, bytes);
  };
  const sum = (of: (plan: CheckedPlan) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  const quotaOf = ({ facts }: CheckedPlan) => (facts?.plan.quota && headsOf(facts.plan.quota.total)) ?? 0;
  const nomineesOf = ({ facts }: CheckedPlan) =>
    facts?.plan.people.filter(({ role }) => role === 'nominee').length ?? 0;
  const errorsOf = ({ findings }: CheckedPlan) => countsOf(findings).error;
  const warningsOf = ({ findings }: CheckedPlan) => countsOf(findings).warning;
  return (
    <section class="county">
      <h1>{words.county.heading(plans.length)}</h1>
      <div class="table">
        <table>
          <thead>
            <tr>
              {words.county.columns.map(title => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map(plan => (
              <tr key={plan.path}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => desk.show(plan.path)}>
                    {plan.facts?.plan.organization.name ?? plan.path}
                  </button>
                </th>
                <td>{plan.facts?.plan.year}</td>
                <td class={plan.verdict === 'pass' ? 'good' : 'error'}>{words.verdict[plan.verdict]}</td>
                <td class="number">{errorsOf(plan)}</td>
                <td class="number">{warningsOf(plan)}</td>
                <td class="number">{quotaOf(plan)}</td>
                <td class="number">{nomineesOf(plan)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.county.sums}</th>
              <td />
              <td />
              <td class="number">{sum(errorsOf)}</td>
              <td class="number">{sum(warningsOf)}</td>
              <td class="number">{sum(quotaOf)}</td>
              <td class="number">{sum(nomineesOf)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <h2>{words.county.whole}</h2>
      <p class="actions">
        {(['xlsx', 'html'] as const).map(format => (
          <button type="button" key={format} onClick={() => void take(format)}>
            {`${words.actions.take} ${words.take.formats[format]}`}
          </button>
        ))}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre class="said" tabIndex={0}>
        {whole.trim()}
      </pre>
    </section>
  );
}

/** Searches, filters and sorts the rows that stand in the page. */
export const SCRIPT = `
'use strict';
const table = document.getElementById('plans'), body = table.tBodies[0], all = [...body.rows];
const search = document.getElementById('search'), choices = ['verdict', 'rule', 'due'].map(id => document.getElementById(id));
document.querySelector('.tools').hidden = false;
let order = -1, down = false;
const value = (row, column) => { const cell = row.cells[column]; return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value); };
const heads = [...table.tHead.rows[0].cells];
heads.forEach((th, column) => {
  const button = document.createElement('button');
  button.type = 'button'; button.textContent = th.textContent;
  button.addEventListener('click', () => { down = order === column && !down; order = column;
    heads.forEach((each, at) => each.setAttribute('aria-sort', at !== column ? 'none' : down ? 'descending' : 'ascending')); draw(); });
  th.replaceChildren(button);
});
function draw() {
  const words = search.value.trim().toLowerCase(), [state, rule, due] = choices.map(choice => choice.value);
  let shown = all.filter(row => (!words || row.cells[0].textContent.toLowerCase().includes(words)) && (!state || row.dataset.state === state)
    && (!rule || row.dataset.rules.split(' ').includes(rule)) && (!due || row.dataset.due === due));
  if (order >= 0) shown = shown.slice().sort((a, b) => { const x = value(a, order), y = value(b, order);
    return (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh')) * (down ? -1 : 1); });
  body.replaceChildren(...shown);
  tell(shown.length);
}
const tell = shown => { document.getElementById('count').textContent = shown + ' / ' + all.length; };
for (const each of [search, ...choices]) each.addEventListener('input', draw);
// The rows stand there as they are to be shown first; a browser keeps what somebody chose before the page was loaded again.
if (search.value || choices.some(choice => choice.value)) draw(); else tell(all.length);
`;

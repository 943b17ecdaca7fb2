(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId('data').textContent);
  const nodes = data.graph.nodes, edges = data.graph.edges, entries = data.report.entries;
  const svg = document.querySelector('svg.zg'), picture = byId('picture'), panel = byId('details');
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const shapes = (kind, i) => svg.querySelectorAll(`[data-${kind}="${i}"]`);

  // Details: text only, never markup.
  const element = (name, text, parent) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };
  const list = (title, lines) => {
    if (!lines.length) return;
    element('h3', title, panel);
    const items = element('ul', '', panel);
    for (const line of lines) {
      const item = element('li', '', items);
      if (line.go) {
        const button = element('button', line.text, item);
        button.type = 'button';
        button.addEventListener('click', line.go);
      } else item.textContent = line;
    }
  };
  const open = (title) => {
    panel.hidden = false;
    panel.replaceChildren();
    element('h2', title, panel);
  };
  const light = (litNodes, litEdges) => {
    svg.querySelectorAll('.lit').forEach((each) => each.classList.remove('lit'));
    litNodes.forEach((i) => shapes('node', i).forEach((each) => each.classList.add('lit')));
    litEdges.forEach((i) => shapes('edge', i).forEach((each) => each.classList.add('lit')));
    svg.classList.toggle('focus', litEdges.length > 0);
  };
  const name = (id) => nodes[index.get(id)].name;
  const sentence = (edge) =>
    `${name(edge.from)} → ${name(edge.to)} : ${edge.ports.join(', ')} (${edge.kind})`;
  const policies = (some) => [...new Set(some.flatMap((edge) => edge.rules)
    .flatMap((rule) => rule.places).map((place) => place.label.split(', ')[0]))].sort();
  const places = (rule) => rule.places.map((place) => `${place.file}:${place.line}`);

  const showEdge = (i) => {
    const edge = edges[i];
    light([index.get(edge.from), index.get(edge.to)], [i]);
    open(sentence(edge));
    list('Rules', edge.rules.map((rule) => `${rule.side}: ${rule.reason}`));
    list('Places', [...new Set(edge.rules.flatMap(places))]);
  };
  const showNode = (i) => {
    const node = nodes[i];
    const own = edges.map((edge, n) => n)
      .filter((n) => edges[n].from === node.id || edges[n].to === node.id);
    light([i], own);
    open(`${node.kind} ${node.name}`);
    list('Pods and addresses', node.members);
    list('Flows', own.map((n) => ({ text: sentence(edges[n]), go: () => showEdge(n) })));
    list('Policies', policies(own.map((n) => edges[n])));
  };
  const number = (ip) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const isIn = (label, member) => {
    const range = /(\d+\.\d+\.\d+\.\d+)(?:-(\d+\.\d+\.\d+\.\d+))?/.exec(member);
    return /^\d+\.\d+\.\d+\.\d+$/.test(label) && range !== null
      && number(range[1]) <= number(label) && number(label) <= number(range[2] || range[1]);
  };
  const nodesOf = (label) => nodes.map((node, i) => i)
    .filter((i) => nodes[i].members.some((member) => member === label || isIn(label, member)));
  /** Opens what a finding is folded into. */
  const reveal = (finding) => {
    for (let each = finding; each; each = each.parentElement.closest('details')) each.open = true;
  };
  const showEntry = (i) => {
    const entry = entries[i], litNodes = [], litEdges = [];
    reveal(byId(`entry-${i}`));
    for (const hop of entry.path || []) {
      const from = nodesOf(hop.from), to = nodesOf(hop.to);
      litNodes.push(...from, ...to);
      edges.forEach((edge, n) => {
        if (from.includes(index.get(edge.from)) && to.includes(index.get(edge.to))) litEdges.push(n);
      });
    }
    light(litNodes, litEdges);
    open(entry.message);
    list('Path', (entry.path || []).map((hop) => `${hop.from} → ${hop.to} : ${hop.port}`));
    list('Edges', litEdges.map((n) => ({ text: sentence(edges[n]), go: () => showEdge(n) })));
    picture.scrollIntoView({ block: 'nearest' });
  };

  // Nodes and edges are buttons for the keyboard and for screen readers.
  svg.setAttribute('role', 'group');
  const activate = (shape, label, show) => {
    shape.setAttribute('tabindex', '0');
    shape.setAttribute('role', 'button');
    shape.setAttribute('aria-label', label);
    shape.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        show();
      }
    });
  };
  nodes.forEach((node, i) => shapes('node', i).forEach((shape) => {
    activate(shape, `${node.kind} ${node.name}`, () => showNode(i));
    shape.addEventListener('click', () => showNode(i));
  }));
  edges.forEach((edge, i) => shapes('edge', i).forEach((shape, n) => {
    if (n === 0) activate(shape, sentence(edge), () => showEdge(i));
    shape.addEventListener('click', () => showEdge(i));
  }));
  const findings = document.querySelectorAll('details.finding');
  const folds = document.querySelectorAll('#findings details');
  findings.forEach((finding) => {
    const i = Number(finding.id.slice('entry-'.length));
    if (!(entries[i].path || []).length) return;
    const button = element('button', 'Show in the graph', finding);
    button.type = 'button';
    button.addEventListener('click', () => showEntry(i));
  });

  // Filters.
  const namespaces = [...new Set(nodes.flatMap((node) => node.members)
    .filter((member) => member.includes('/') && member.endsWith(')') && !/^\S+ \(\d/.test(member))
    .map((member) => member.split('/')[0]))].sort();
  namespaces.forEach((each) => { element('option', each, byId('namespace')).value = each; });
  [...new Set(entries.map((entry) => entry.status))]
    .forEach((each) => { element('option', each, byId('verdict')).value = each; });
  const words = (entry) => [entry.claim, entry.message, entry.place ? entry.place.file : '',
    ...(entry.path || []).flatMap((hop) => [hop.from, hop.to, ...hop.steps.map((step) => step.text)])]
    .join('\n').toLowerCase();
  const filter = () => {
    const text = byId('search').value.trim().toLowerCase(), port = byId('port').value.trim();
    const namespace = byId('namespace').value, verdict = byId('verdict').value;
    const seen = nodes.map((node) =>
      (!text || [node.name, ...node.members].some((each) => each.toLowerCase().includes(text)))
      && (!namespace || node.members.some((each) => each.startsWith(namespace + '/'))));
    const narrowed = Boolean(text || namespace);
    const passing = edges.map((edge) =>
      (!port || edge.ports.some((each) => each === 'any' || each.includes(port)))
      && (!narrowed || seen[index.get(edge.from)] || seen[index.get(edge.to)]));
    const dim = (kind, i, on) => shapes(kind, i).forEach((each) => each.classList.toggle('dim', on));
    nodes.forEach((node, i) => dim('node', i, narrowed ? !seen[i]
      : port ? !edges.some((edge, n) => passing[n] && (edge.from === node.id || edge.to === node.id)) : false));
    edges.forEach((edge, i) => {
      dim('edge', i, !passing[i]);
      byId(`edge-${i}`).hidden = !passing[i];
    });
    const found = entries.filter((entry, i) => {
      const ends = (entry.path || []).flatMap((hop) => [hop.from, hop.to]);
      const passes = (!verdict || entry.status === verdict)
        && (!text || words(entry).includes(text))
        && (!namespace || ends.some((each) => each.startsWith(namespace + '/')))
        && (!port || (entry.path || []).some((hop) => hop.port.includes(port)));
      byId(`entry-${i}`).hidden = !passes;
      return passes;
    });
    const filtered = narrowed || Boolean(port || verdict);
    // Only what is found is listed, so it is few or wanted.
    document.querySelectorAll('.more').forEach((rest) => { rest.open = filtered; });
    document.querySelectorAll('.group, .more').forEach((each) => {
      each.hidden = !each.querySelector('details.finding:not([hidden])');
    });
    byId('found').textContent = filtered
      ? `${found.length} of ${entries.length} claims and findings, ${passing.filter(Boolean).length} of ${edges.length} connections` : '';
  };
  ['search', 'port', 'namespace', 'verdict']
    .forEach((id) => byId(id).addEventListener('input', filter));

  const buttons = { larger: byId('larger'), smaller: byId('smaller'), whole: byId('whole') };
  zoomable(picture, svg, buttons, null, () => {});
  buttons.whole.addEventListener('click', () => light([], []));

  // A link such as report.html#show=edge-3 shows the details of one part.
  const linked = () => {
    const asked = /^#show=(node|edge|entry)-(\d+)$/.exec(location.hash);
    if (!asked) return;
    const i = Number(asked[2]);
    if (asked[1] === 'node' && nodes[i]) showNode(i);
    if (asked[1] === 'edge' && edges[i]) showEdge(i);
    if (asked[1] === 'entry' && entries[i]) showEntry(i);
  };
  window.addEventListener('hashchange', linked);
  linked();
  byId('tools').hidden = false;

  // Folded findings; paper shows all of them.
  const unfolding = byId('unfolding');
  if (unfolding) {
    const unfold = (open) => folds.forEach((fold) => { fold.open = open; });
    byId('unfold').addEventListener('click', () => unfold(true));
    byId('fold').addEventListener('click', () => unfold(false));
    unfolding.hidden = findings.length < 2;
    let folded = [];
    window.addEventListener('beforeprint', () => {
      folded = [...folds].filter((fold) => !fold.open);
      unfold(true);
    });
    window.addEventListener('afterprint', () => folded.forEach((fold) => { fold.open = false; }));
  }
  document.documentElement.dataset.ready = 'yes';
})();

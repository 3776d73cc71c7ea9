// Reads the graphs that Layouts writes, has elkjs and dagre lay them out with the same sizes and much the same gaps, measures all
// pictures in the same way and writes a table in Markdown. Arguments: the file of graphs; where node_modules is.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const graphs = JSON.parse(readFileSync(process.argv[2], "utf8"));
const require = createRequire(process.argv[3] + "/");
const ELK = require("elkjs/lib/elk.bundled.js");
const dagre = require("@dagrejs/dagre");

// The gaps of our pictures: beside labels 26, for a bend 36; around nodes 16; between one label and the next 11.
const between = 26 + 36, nodeGap = 16, labelGap = 11;

function box(x, y, width, height) { return { left: x, top: y, right: x + width, bottom: y + height }; }

async function byElk(graph, ours) {
  const children = graph.nodes.map((node, i) => ({ id: "n" + i, width: node.width, height: node.height, layoutOptions: {} }));
  if (ours) {
    // Leaves stand at the left, and operands arrive in their order where it means something: ports are counted clockwise,
    // at the left upwards.
    graph.nodes.forEach((node, i) => {
      if (node.isLeaf) children[i].layoutOptions["elk.layered.layering.layerConstraint"] = "FIRST";
      if (!node.hasOrder) return;
      const operands = graph.edges.filter(edge => edge.target === i).map(edge => edge.input).sort((a, b) => b - a);
      children[i].layoutOptions["elk.portConstraints"] = "FIXED_ORDER";
      children[i].ports = operands.map((input, index) => port(`n${i}i${input}`, "WEST", index));
      children[i].ports.push(port(`n${i}o`, "EAST", 0));
    });
  }
  function port(id, side, index) {
    return { id, width: 0, height: 0, layoutOptions: { "elk.port.side": side, "elk.port.index": String(index) } };
  }
  const hasPorts = i => ours && graph.nodes[i].hasOrder;
  const laid = await new ELK().layout({
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.edgeRouting": "POLYLINE",
      "elk.edgeLabels.inline": "true",
      "elk.spacing.nodeNode": String(nodeGap),
      "elk.spacing.edgeEdge": String(labelGap),
      "elk.spacing.edgeNode": String(nodeGap),
      "elk.layered.spacing.nodeNodeBetweenLayers": String(between),
      "elk.layered.spacing.edgeNodeBetweenLayers": String(between / 2),
      "elk.layered.spacing.edgeEdgeBetweenLayers": String(labelGap),
      "elk.layered.thoroughness": "20",
    },
    children,
    edges: graph.edges.map((edge, i) => ({
      id: "e" + i,
      sources: [hasPorts(edge.source) ? `n${edge.source}o` : "n" + edge.source],
      targets: [hasPorts(edge.target) ? `n${edge.target}i${edge.input}` : "n" + edge.target],
      labels: [{ text: " ", width: edge.width, height: edge.height, layoutOptions: { "elk.edgeLabels.placement": "CENTER" } }],
    })),
  });
  return {
    nodes: laid.children.map(node => box(node.x, node.y, node.width, node.height)),
    labels: laid.edges.map(({ labels: [label] }) => box(label.x, label.y, label.width, label.height)),
    lines: laid.edges.map(({ sections: [section] }) =>
      [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(point => [point.x, point.y])),
    width: laid.width, height: laid.height,
  };
}

function byDagre(graph) {
  const laid = new dagre.graphlib.Graph({ multigraph: true });
  laid.setGraph({ rankdir: "LR", nodesep: nodeGap, edgesep: labelGap, ranksep: between });
  graph.nodes.forEach((node, i) => laid.setNode("n" + i, { width: node.width, height: node.height }));
  graph.edges.forEach((edge, i) =>
    laid.setEdge("n" + edge.source, "n" + edge.target, { width: edge.width, height: edge.height, labelpos: "c" }, "e" + i));
  dagre.layout(laid);
  const centred = at => box(at.x - at.width / 2, at.y - at.height / 2, at.width, at.height);
  const edges = graph.edges.map((edge, i) => laid.edge("n" + edge.source, "n" + edge.target, "e" + i));
  return {
    nodes: graph.nodes.map((_, i) => centred(laid.node("n" + i))),
    labels: edges.map(centred),
    lines: edges.map(edge => edge.points.map(point => [point.x, point.y])),
    width: laid.graph().width, height: laid.graph().height,
  };
}

const touching = 0.5;
const overlap = (a, b) => a.right > b.left + touching && b.right > a.left + touching
  && a.bottom > b.top + touching && b.bottom > a.top + touching;

// Whether a line goes through a rectangle (Liang & Barsky 1984).
function meets([x0, y0], [x1, y1], at) {
  let from = 0, to = 1;
  for (const [start, step, low, high] of
    [[x0, x1 - x0, at.left + touching, at.right - touching], [y0, y1 - y0, at.top + touching, at.bottom - touching]]) {
    if (step === 0) { if (start <= low || start >= high) return false; continue; }
    const near = (low - start) / step, far = (high - start) / step;
    from = Math.max(from, Math.min(near, far));
    to = Math.min(to, Math.max(near, far));
  }
  return from < to;
}

// Whether two lines cross at a point inside of both.
function cross([a, b], [c, d]) {
  const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const small = 1e-6;
  const opposite = (p, q) => (p > small && q < -small) || (p < -small && q > small);
  return opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b));
}

const parts = (line, shift) => line.slice(1).map((point, i) =>
  [[line[i][0], line[i][1] + shift], [point[0], point[1] + shift]]);

function measure(graph, picture) {
  const { nodes, labels, lines } = picture;
  const found = { overlaps: 0, throughNodes: 0, throughLabels: 0, crossings: 0, length: 0, bends: 0, area: 0 };
  const boxes = [...nodes, ...labels];
  const own = i => parts(lines[i], 0);
  boxes.forEach((a, i) => { for (let j = 0; j < i; j++) if (overlap(a, boxes[j])) found.overlaps++; });
  lines.forEach((line, i) => {
    const edge = graph.edges[i];
    nodes.forEach((at, n) => {
      if (n !== edge.source && n !== edge.target && own(i).some(([p, q]) => meets(p, q, at))) found.throughNodes++;
    });
    labels.forEach((at, l) => { if (l !== i && own(i).some(([p, q]) => meets(p, q, at))) found.throughLabels++; });
    for (let j = 0; j < i; j++) {
      // Moved a little, so that no corner is on the other line; both ways, as lines that only touch do not cross.
      found.crossings += Math.min(...[1e-3, -1e-3].map(shift => parts(line, shift).reduce((sum, part) => sum
        + own(j).filter(other => cross(part, other) && !atEnds(part, other, edge, graph.edges[j])).length, 0)));
    }
    found.length += own(i).reduce((sum, [p, q]) => sum + Math.hypot(q[0] - p[0], q[1] - p[1]), 0);
    found.bends += line.filter((point, k) => k > 0 && k + 1 < line.length
      && Math.abs(Math.atan2(point[1] - line[k - 1][1], point[0] - line[k - 1][0])
        - Math.atan2(line[k + 1][1] - point[1], line[k + 1][0] - point[0])) > 0.02).length;
  });
  found.area = picture.width * picture.height;
  return found;

  // Lines from or to the same node meet there; that is no crossing.
  function atEnds(part, other, a, b) {
    const shared = [a.source, a.target].filter(n => n === b.source || n === b.target);
    return shared.some(n => [part, other].every(([p, q]) => [p, q].some(end => inside(end, nodes[n]))));
  }
  function inside([x, y], at) { return x > at.left - 1 && x < at.right + 1 && y > at.top - 1 && y < at.bottom + 1; }
}

const ways = {
  "ChainRule": async graph => graph.ours,
  "elkjs, same rules": graph => byElk(graph, true),
  "elkjs": graph => byElk(graph, false),
  "dagre": async graph => byDagre(graph),
};
const results = {};
for (const [name, lay] of Object.entries(ways)) {
  results[name] = [];
  for (const graph of graphs) results[name].push(measure(graph, await lay(graph)));
}

const ours = results["ChainRule"];
const total = (list, what) => list.reduce((sum, found) => sum + found[what], 0);
const count = number => Math.round(number).toLocaleString("en");
const rows = [
  ["overlaps of nodes and labels", list => count(total(list, "overlaps"))],
  ["edges through other nodes", list => count(total(list, "throughNodes"))],
  ["edges through other labels", list => count(total(list, "throughLabels"))],
  ["crossings", list => count(total(list, "crossings"))],
  ["graphs with more crossings than ours", list => count(list.filter((found, i) => found.crossings > ours[i].crossings).length)],
  ["graphs with fewer crossings than ours", list => count(list.filter((found, i) => found.crossings < ours[i].crossings).length)],
  ["length of all edges, in pixels", list => count(total(list, "length"))],
  ["the same, ours = 1", list => (total(list, "length") / total(ours, "length")).toFixed(2)],
  ["median of the graphs' own ratios", list => median(list.map((found, i) => found.length / ours[i].length)).toFixed(2)],
  ["bends", list => count(total(list, "bends"))],
  ["area, ours = 1", list => (total(list, "area") / total(ours, "area")).toFixed(2)],
];
function median(numbers) { return numbers.sort((a, b) => a - b)[numbers.length >> 1]; }

const names = Object.keys(ways);
console.log(`| ${graphs.length} graphs, ${count(graphs.reduce((sum, graph) => sum + graph.nodes.length, 0))} nodes, ${
  count(graphs.reduce((sum, graph) => sum + graph.edges.length, 0))} edges | ${names.join(" | ")} |`);
console.log(`| --- |${" ---: |".repeat(names.length)}`);
for (const [title, value] of rows) console.log(`| ${title} | ${names.map(name => value(results[name])).join(" | ")} |`);

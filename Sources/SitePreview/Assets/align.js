/** Above this many pairs the table below would take longer than a reload. */
const pairLimit = 2_000_000;

/**
 * Finds which of the old children became which of the new: the alignment of two sequences with the highest score (Needleman and
 * Wunsch). Equal nodes count most, then those with the same name and id, then those with the same name. The order is kept, so that
 * nothing need move.
 *
 * @returns {{old?: Node, fresh?: Node, isSame?: boolean}[] | null} in order: pairs, old nodes without a new one (they go), new ones
 *   without an old one (they come); `null` if there are too many to compare
 */
export function align(olds, news) {
  if (olds.length * news.length > pairLimit) return null;
  // All the way down to what changed, there is one child on each side; to serialise it each time would cost more than the rest.
  const [old, fresh] = [olds[0], news[0]];
  if (olds.length === 1 && news.length === 1 && old.nodeName === fresh.nodeName) return [{ old, fresh, isSame: old.isEqualNode(fresh) }];
  const sides = [olds, news].map((nodes) => nodes.map(description));
  const score = (i, j) => likeness(sides[0][i], sides[1][j]);
  const width = news.length + 1;
  // The best score of the old children from i on against the new ones from j on.
  const best = new Float64Array((olds.length + 1) * width);
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const paired = score(i, j);
      const without = Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
      best[i * width + j] = paired ? Math.max(without, paired + best[(i + 1) * width + j + 1]) : without;
    }
  }
  return pathThrough(best, width, olds, news, score);
}

/** Reads the table from its start: at each step the pair if that is what made the score, else the side that loses nothing. */
function pathThrough(best, width, olds, news, score) {
  const rows = [];
  let [i, j] = [0, 0];
  while (i < olds.length || j < news.length) {
    const here = best[i * width + j];
    const paired = i < olds.length && j < news.length ? score(i, j) : 0;
    if (paired && here === paired + best[(i + 1) * width + j + 1]) {
      rows.push({ old: olds[i], fresh: news[j], isSame: olds[i++].isEqualNode(news[j++]) });
    } else if (i < olds.length && here === best[(i + 1) * width + j]) rows.push({ old: olds[i++] });
    else rows.push({ fresh: news[j++] });
  }
  return rows;
}

/** What of a node is compared, taken once, since each meets many others. */
function description(node) {
  const isElement = node.nodeType === Node.ELEMENT_NODE;
  const content = isElement ? node.outerHTML : node.data;
  return {
    name: node.nodeName, content, isBlank: !isElement && !content.trim(),
    id: isElement ? node.id : "", style: isElement ? node.getAttribute("class") : "",
  };
}

/** Blank text between elements is equal everywhere and must decide nothing. */
function likeness(a, b) {
  if (a.name !== b.name) return 0;
  if (a.isBlank || b.isBlank) return a.isBlank && b.isBlank ? 1 : 0;
  if (a.content === b.content) return 1e6;
  return 2 + (a.id && a.id === b.id ? 100 : 0) + (a.style === b.style ? 1 : 0);
}
